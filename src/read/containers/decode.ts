import { declaredVietnamese, decodeVietnamese, guessVietnamese } from './vietnamese.ts';

/** Text with the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const SAMPLE = 32768;
const UNKNOWN_TO_US = /^(?:x-)?(?:viet-)?(?:vps|vietware)/i;
/** Declared where nobody thought of it, above all by pages of the old Vietnamese fonts. */
const BY_DEFAULT = /^(?:windows-125[28]|iso-?8859-1|latin-?1|us-ascii|x-user-defined)$/i;

/** Whether a declared encoding is one of the rare Vietnamese ones that nothing here can convert. */
export function isUnsupported(encoding: string): boolean {
  return UNKNOWN_TO_US.test(encoding.trim());
}

/**
 * Decodes bytes: a byte order mark is believed first, then valid UTF-8, then what is declared, then what fits best.
 * Bytes that are no text are shown as U+FFFD.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byMark(bytes);
  if (marked) return decode(bytes, marked);
  const wide = declared === null ? byZeros(bytes) : null;
  if (wide) return decode(bytes, wide);
  if (isUtf8(bytes)) return decode(bytes, 'utf-8');
  const vietnamese = declared ? declaredVietnamese(declared) : null;
  const old = vietnamese ?? (declared === null || BY_DEFAULT.test(declared) ? oldVietnamese(bytes) : null);
  if (old) return { text: decodeVietnamese(bytes, old), encoding: old };
  if (declared && isKnown(declared) && !/^utf-?8$/i.test(declared)) return decode(bytes, declared);
  return decode(bytes, guessLegacy(bytes.subarray(0, SAMPLE)));
}

/** Bytes of a page beyond which nothing of it is read; the rest is not decoded either. */
const MOST_BYTES = 12 * 1048576;

/** Decodes a page, as `decodeText`; of one that is larger than any article, the beginning. */
export function decodePage(bytes: Uint8Array, declared: string | null = null): Decoded {
  return decodeText(bytes.length > MOST_BYTES ? bytes.subarray(0, MOST_BYTES) : bytes, declared);
}

function oldVietnamese(bytes: Uint8Array) {
  return bytes.subarray(0, SAMPLE).some((byte) => byte > 127) ? guessVietnamese(bytes.subarray(0, SAMPLE)) : null;
}

/** The charset that an HTML or XML head declares, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const match =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}

function decode(bytes: Uint8Array, encoding: string): Decoded {
  const decoder = new TextDecoder(encoding);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows by the zeros of its spaces and line breaks. */
function byZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 2048) & ~1;
  if (length < 8) return null;
  let little = 0;
  let big = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at + 1] === 0 && (bytes[at] ?? 0) >= 9) little++;
    if (bytes[at] === 0 && (bytes[at + 1] ?? 0) >= 9) big++;
  }
  const enough = length / 2 / 10;
  if (little > enough && big < little / 10) return 'utf-16le';
  return big > enough && little < big / 10 ? 'utf-16be' : null;
}

/** A cut at the end is forgiven: a stream may end within a sign. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return mostlyUtf8(bytes);
  }
}

/** A few bad bytes do not make a UTF-8 page something else. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE));
  let good = 0;
  let bad = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) bad++;
    else if (code > 127) good++;
  }
  return good > bad * 8;
}

/** Chooses among the legacy encodings by what the bytes look like in each. */
function guessLegacy(bytes: Uint8Array): string {
  let high = 0;
  for (const byte of bytes) if (byte > 127) high++;
  if (high === 0) return 'utf-8';
  const east = eastAsian(bytes);
  if (east) return east;
  if (high > bytes.length * 0.4) return cyrillic(bytes);
  return latin(bytes);
}

/** Chinese encodings pair every high byte with a second one; Big5 takes many of those below 0xA1. */
function eastAsian(bytes: Uint8Array): string | null {
  let pairs = 0;
  let low = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length - 1; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    if (trail >= 0x40 && trail !== 0x7f && lead < 0xff) {
      pairs++;
      if (trail < 0x80) low++;
    } else odd++;
    at++;
  }
  if (pairs < 8 || odd > pairs * 0.02) return null;
  if (low > pairs * 0.12) return commonShare(bytes, 'big5') >= commonShare(bytes, 'gb18030') ? 'big5' : 'gb18030';
  return commonShare(bytes, 'gb18030') > 0.55 ? 'gb18030' : null;
}

/** Share of the high letters that are Han signs of everyday use, as the block they stand in tells. */
function commonShare(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  let han = 0;
  let bad = 0;
  const seen = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code < 0xa000) {
      han++;
      seen.set(code, (seen.get(code) ?? 0) + 1);
    } else if (
      code > 127 &&
      !(code >= 0x3000 && code < 0x3020) &&
      !(code >= 0xff00 && code < 0xfff0) &&
      !(code >= 0x2010 && code < 0x2030)
    )
      bad++;
  }
  if (han === 0) return 0;
  // a wrong reading spreads over rare signs and is seldom repeated
  const repeated = [...seen.values()].filter((count) => count > 1).reduce((a, b) => a + b, 0) / han;
  return (han / (han + bad * 2)) * (han < 60 ? 1 : 0.5 + repeated / 2);
}

/** Read wrongly, Cyrillic shows capitals within words. */
function cyrillic(bytes: Uint8Array): string {
  return (
    ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5']
      .map((encoding) => ({ encoding, cost: innerCapitals(bytes, encoding) }))
      .sort((a, b) => a.cost - b.cost)[0]?.encoding ?? 'windows-1251'
  );
}

function innerCapitals(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const letters = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const bad = text.match(/(?<=[\u0430-\u044f\u0451])[\u0410-\u042f\u0401]/g)?.length ?? 0;
  const capitals = text.match(/[\u0410-\u042f]/g)?.length ?? 0;
  const strange = text.match(/[\u2500-\u25ff\u0080-\u009f\u0402-\u040f\u0452-\u045f]/g)?.length ?? 0;
  return (bad * 3 + strange * 2 + capitals) / (letters + 1) - letters / (text.length + 1);
}

/** Vietnamese writes tones as marks of their own after vowels; Turkish has its letters where others have Icelandic ones. */
function latin(bytes: Uint8Array): string {
  let tones = 0;
  let turkish = 0;
  let high = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) high++;
    if ([0xcc, 0xd2, 0xde, 0xec, 0xf2].includes(byte) && isVowel(bytes[at - 1] ?? 0)) tones++;
    if ([0xfd, 0xfe, 0xf0, 0xdd, 0xde, 0xd0].includes(byte)) turkish++;
  }
  if (tones > high * 0.2) return 'windows-1258';
  return turkish > high * 0.25 ? 'windows-1254' : 'windows-1252';
}

function isVowel(byte: number): boolean {
  return (
    [0x61, 0x65, 0x69, 0x6f, 0x75, 0x79, 0xe2, 0xea, 0xf4, 0xe3, 0xf5, 0xfd].includes(byte | 0x20) ||
    byte === 0xe3 ||
    byte === 0xfd
  );
}
