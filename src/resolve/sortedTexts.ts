/** The distinct texts in order. Most lists have one value at most: those are not sorted, which would cost more than all else. */
export function sortedTexts(values: readonly string[]): string[] {
  if (values.length < 2) return [...values];
  const distinct = [...new Set(values)];
  return distinct.length < 2 ? distinct : distinct.sort();
}
