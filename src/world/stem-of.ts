/** Letters that must be left of a family name. */
const SHORTEST_STEM = 3;

/** A family name without the ending of its case, and the cases that the ending tells (none where it says nothing). */
export function stemOf(
  name: string,
  endings: Readonly<Record<string, readonly string[]>>,
): { stem: string; cases: readonly string[] } {
  let longest = '';
  for (const ending of Object.keys(endings))
    if (ending.length > longest.length && name.endsWith(ending) && name.length - ending.length >= SHORTEST_STEM)
      longest = ending;
  return { stem: name.slice(0, name.length - longest.length), cases: endings[longest] ?? [] };
}
