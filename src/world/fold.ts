/** Vietnamese old-style tone placement (hoà, khoẻ, thuý) → the new style (hòa, khỏe, thúy): one spelling for the tables. */
const TONE_PLACEMENT: ReadonlyMap<string, string> = new Map(
  [
    'oà òa',
    'oá óa',
    'oả ỏa',
    'oã õa',
    'oạ ọa',
    'oè òe',
    'oé óe',
    'oẻ ỏe',
    'oẽ õe',
    'oẹ ọe',
    'uỳ ùy',
    'uý úy',
    'uỷ ủy',
    'uỹ ũy',
    'uỵ ụy',
  ].map((pair) => pair.split(' ') as [string, string]),
);

/** The folded form under which words are looked up: NFC, lower case, one tone placement, one apostrophe. */
export function fold(word: string): string {
  const lower = word.normalize('NFC').replaceAll('İ', 'i').toLowerCase();
  if (lower.length < 2) return lower === '’' || lower === 'ʼ' ? "'" : lower;
  const end = lower.slice(-2);
  const moved =
    lower.charCodeAt(lower.length - 2) === 0x6f || lower.charCodeAt(lower.length - 2) === 0x75
      ? TONE_PLACEMENT.get(end)
      : undefined;
  // "quý" and "quỳ" keep their tone: there the u belongs to the consonant.
  if (!moved || lower.at(-3) === 'q') return lower;
  return lower.slice(0, -2) + moved;
}

const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹđăơư]/i;

/** The letters of a word are Vietnamese: without them it would be another word ("Trọng", "trong"). */
export function isVietnamese(text: string): boolean {
  return VIETNAMESE.test(text.normalize('NFC'));
}

const LATIN_STROKES: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  İ: 'I',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
};

/** The same word without diacritics: Erdoğan → Erdogan, Thổ Nhĩ Kỳ → Tho Nhi Ky. */
export function stripDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐıİłŁøØßæÆ]/g, (letter) => LATIN_STROKES[letter] ?? letter)
    .normalize('NFC');
}

/** An identifier from a name: lower case, ASCII where Latin, hyphens: "José Antonio Meade" → "jose-antonio-meade". */
export function slug(name: string): string {
  return stripDiacritics(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
