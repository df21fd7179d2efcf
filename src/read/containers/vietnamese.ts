/** The encodings Vietnamese was written in before Unicode, which no TextDecoder knows. */
export type VietnameseEncoding = 'tcvn3' | 'viscii' | 'vni';

/** Bytes from 0xA1 of TCVN 5712 (the ABC fonts); a space stands for what is not used. */
const TCVN3 = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ';
/** Bytes from 0x80 of VISCII. */
const VISCII =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';
/** Capitals that VISCII has among the control signs. */
const VISCII_LOW: Readonly<Record<number, string>> = { 2: 'Ẳ', 5: 'Ẵ', 6: 'Ẫ', 20: 'Ỷ', 25: 'Ỹ', 30: 'Ỵ' };
/** VNI writes marks as letters of their own after the vowel. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};
const VNI_VOWELS = new Set('aeiouyôö');

/** Words that stand in nearly every Vietnamese text, and whose bytes differ from encoding to encoding. */
const TELLING = new Set(
  'của được những người với một về đến cũng nước tổng thống việt việc giữa đối trưởng nghị hội quốc'.split(' '),
);
const ENOUGH = 3;

const DECLARED: readonly (readonly [RegExp, VietnameseEncoding])[] = [
  [/^(?:x-)?(?:viet-)?tcvn/i, 'tcvn3'],
  [/^(?:x-)?(?:viet-)?viscii/i, 'viscii'],
  [/^(?:x-)?(?:viet-)?vni/i, 'vni'],
];

/** The old Vietnamese encoding that a page declares, or null. */
export function declaredVietnamese(encoding: string): VietnameseEncoding | null {
  return DECLARED.find(([name]) => name.test(encoding.trim()))?.[1] ?? null;
}

/** The old Vietnamese encoding in which bytes give Vietnamese words, or null. */
export function guessVietnamese(bytes: Uint8Array): VietnameseEncoding | null {
  let best: VietnameseEncoding | null = null;
  let most = ENOUGH - 1;
  for (const encoding of ['tcvn3', 'viscii', 'vni'] as const) {
    const count = tellingWords(decodeVietnamese(bytes, encoding));
    if (count <= most) continue;
    most = count;
    best = encoding;
  }
  return best;
}

function tellingWords(text: string): number {
  let count = 0;
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) if (TELLING.has(word)) count++;
  return count;
}

export function decodeVietnamese(bytes: Uint8Array, encoding: VietnameseEncoding): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (encoding === 'vni') return fromVni(text);
  const from = encoding === 'tcvn3' ? 0xa1 : 0x80;
  const table = encoding === 'tcvn3' ? TCVN3 : VISCII;
  const units: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= from) units.push(table.charAt(code - from).trim() || '\ufffd');
    else units.push((encoding === 'viscii' && code < 32 && VISCII_LOW[code]) || text.charAt(at));
  }
  return units.join('');
}

function fromVni(text: string): string {
  const units: string[] = [];
  let vowel = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const lower = sign.toLowerCase();
    const mark: string | undefined = vowel ? VNI_MARKS[lower] : undefined;
    units.push(mark ?? vniLetter(sign, lower));
    vowel = mark === undefined && VNI_VOWELS.has(lower);
  }
  return units.join('').normalize('NFC');
}

function vniLetter(sign: string, lower: string): string {
  const letter = VNI_LETTERS[lower];
  if (letter === undefined) return sign;
  return sign === lower ? letter : letter.toUpperCase();
}
