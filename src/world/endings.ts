/** Whether a word ends in one of some endings; it does not where a language gives none. */
export function endsInOneOf(word: string, endings: readonly string[] | undefined): boolean {
  return endings?.some((ending) => word.endsWith(ending)) ?? false;
}
