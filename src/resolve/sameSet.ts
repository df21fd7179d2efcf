/** Whether two lists of actors name the same ones, in whatever order and however often. */
export function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((party) => other.includes(party)) && other.every((party) => one.includes(party));
}
