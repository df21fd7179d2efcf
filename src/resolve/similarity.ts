/** Reports further apart than this do not carry the same news. */
export const NEWS_DAYS = 10;

/** How many facts two reports tell in the same order, gaps allowed. */
export function sharedOrder<Fact>(a: { facts: readonly Fact[] }, b: { facts: readonly Fact[] }): number {
  const place = new Map(b.facts.map((fact, index) => [fact, index]));
  return longestRising(a.facts.flatMap((fact) => place.get(fact) ?? []));
}

/** Facts are unique in a report, so the longest common order is the longest rising row of places. */
function longestRising(places: readonly number[]): number {
  // ends[n] is the smallest place that a rising row of n + 1 places can end with.
  const ends: number[] = [];
  for (const place of places) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = place;
  }
  return ends.length;
}
