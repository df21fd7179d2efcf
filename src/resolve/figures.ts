/** Figures of one unit that differ by more than this are not one figure rounded, or told a little later. */
const SAME_WITHIN = 1.25;

/** The unit of which two deeds give figures that cannot be the same: none of one is near any of the other. Null when none. */
export function clashingUnit(a: readonly string[], b: readonly string[]): string | null {
  if (a.length === 0 || b.length === 0 || a === b) return null;
  const [here, there] = [byUnit(a), byUnit(b)];
  for (const [unit, values] of here) {
    const others = there.get(unit);
    if (others && !values.some((value) => others.some((other) => isNear(value, other)))) return unit;
  }
  return null;
}

function byUnit(figures: readonly string[]): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const figure of figures) {
    const space = figure.indexOf(' ');
    const unit = figure.slice(space + 1);
    values.set(unit, [...(values.get(unit) ?? []), Number(figure.slice(0, space))]);
  }
  return values;
}

function isNear(a: number, b: number): boolean {
  return Math.max(a, b) <= Math.min(a, b) * SAME_WITHIN;
}
