const OPENING = '"«“„';
const CLOSING = '"»”“';
const NAME_DOTS = '·•・‧';

/** What parts the words of a name: spaces, hyphens, the dots between the parts of a foreigner's name in Chinese. */
export const NAME_PARTS = new RegExp(`[\\s${NAME_DOTS}-]+`);

/** Whether a mark opens what stands in quotation marks, in a language that parts words by spaces. */
export function opensQuotation(mark: string): boolean {
  return mark !== '' && OPENING.includes(mark);
}

/** Whether a mark may close it: «…», "…", “…”, „…“. */
export function closesQuotation(mark: string): boolean {
  return mark !== '' && CLOSING.includes(mark);
}

/** Whether a mark parts the given name of a foreigner from the family name, and nothing else. */
export function isNameDot(mark: string): boolean {
  return mark !== '' && NAME_DOTS.includes(mark);
}
