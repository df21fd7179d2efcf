import fc from 'fast-check';

/** Bytes that break readers: marks of order, half characters, ends of things that have not begun. */
const HOSTILE_BYTES: readonly Buffer[] = [
  [0x00],
  [0x00, 0x00, 0x00, 0x00],
  [0xff],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0x1f, 0x8b, 0x08],
  [0x1a],
].map((bytes) => Buffer.from(bytes));

const HOSTILE_TEXTS: readonly string[] = [
  '\r\n',
  '\r',
  '\u2028',
  'e\u0301\u0301\u0301',
  'ế'.normalize('NFD'),
  '\u202e',
  '\u200d\u200b\ufeff',
  '<div>',
  '</p></div></body></html>',
  '<script>',
  '<!--',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;&#0;&#x110000;&#xd800;',
  '<title>',
  '<item>',
  'WARC/1.0\r\nContent-Length: -1\r\n\r\n',
  'Content-Length: 99999999999',
  '{"text":"\\ud800"}',
  '{',
  '[[[[[[[[',
  '--b\r\n',
  '“',
  '«',
  '"',
  "'",
  '(',
  '[…]',
  '1/2/3/4/5',
  '00.00.0000',
  '31 February 2024',
  '9999999999999999999999',
  '…',
  '。',
  '、',
];

/** One change of some bytes. Places are shares of the whole, so that they still mean something while an input shrinks. */
export type Mutation =
  | { kind: 'cut'; at: number }
  | { kind: 'flip'; at: number; bit: number }
  | { kind: 'insert'; at: number; what: number }
  | { kind: 'delete'; at: number; length: number }
  | { kind: 'repeat'; at: number; length: number; times: number }
  | { kind: 'move'; at: number; length: number; to: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const kind = <K extends Mutation['kind']>(name: K) => fc.constant(name);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: kind('cut'), at: share }),
  fc.record({ kind: kind('flip'), at: share, bit: fc.nat(7) }),
  fc.record({ kind: kind('insert'), at: share, what: fc.nat(HOSTILE_BYTES.length + HOSTILE_TEXTS.length - 1) }),
  fc.record({ kind: kind('delete'), at: share, length: fc.nat(400) }),
  fc.record({ kind: kind('repeat'), at: share, length: fc.nat(200), times: fc.nat(300) }),
  fc.record({ kind: kind('move'), at: share, length: fc.nat(200), to: share }),
);

/** Bytes after some changes, one after the other. */
export function mutated(bytes: Buffer, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce(apply, bytes);
}

function apply(bytes: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * bytes.length);
  const part = 'length' in change ? bytes.subarray(at, at + change.length) : Buffer.alloc(0);
  const put = (place: number, ...parts: Buffer[]): Buffer =>
    Buffer.concat([bytes.subarray(0, place), ...parts, bytes.subarray(place)]);
  switch (change.kind) {
    case 'cut':
      return bytes.subarray(0, at);
    case 'flip':
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([(bytes[at] ?? 0) ^ (1 << change.bit)]),
        bytes.subarray(at + 1),
      ]);
    case 'insert':
      return put(
        at,
        HOSTILE_BYTES[change.what] ?? Buffer.from(HOSTILE_TEXTS[change.what - HOSTILE_BYTES.length] ?? ''),
      );
    case 'delete':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.length)]);
    case 'repeat':
      return put(at, ...Array.from({ length: change.times }, () => part));
    case 'move':
      return put(Math.floor(change.to * bytes.length), part);
  }
}

/** One change of a text, word by word. */
export type Rewording =
  | { kind: 'swap' | 'double' | 'drop' | 'capital' | 'join' | 'line'; at: number }
  | { kind: 'put'; at: number; what: number }
  | { kind: 'steal'; at: number; from: number; place: number; words: number }
  | { kind: 'again'; at: number; words: number; times: number };

const word = <K extends Rewording['kind']>(name: K) => fc.constant(name);

export const rewording: fc.Arbitrary<Rewording> = fc.oneof(
  fc.record({ kind: fc.constantFrom('swap', 'double', 'drop', 'capital', 'join', 'line'), at: share }),
  fc.record({ kind: word('put'), at: share, what: fc.nat(HOSTILE_TEXTS.length - 1) }),
  fc.record({ kind: word('steal'), at: share, from: fc.nat(100), place: share, words: fc.nat(40) }),
  fc.record({ kind: word('again'), at: share, words: fc.nat(12), times: fc.nat(60) }),
) as fc.Arbitrary<Rewording>;

/** A text after some rewordings; words are stolen from the other texts. */
export function reworded(text: string, changes: readonly Rewording[], all: readonly string[]): string {
  let words = split(text);
  for (const change of changes) words = reword(words, change, all);
  return words.join('');
}

/** Words with the space or sign after them, so that joining gives the text again. */
function split(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+[^\p{L}\p{N}]*|[^\p{L}\p{N}]+/gu) ?? [];
}

function reword(words: string[], change: Rewording, all: readonly string[]): string[] {
  const at = Math.min(words.length - 1, Math.floor(change.at * words.length));
  const one = words[at];
  if (one === undefined) return words;
  const instead = (...parts: string[]): string[] => [...words.slice(0, at), ...parts, ...words.slice(at + 1)];
  switch (change.kind) {
    case 'swap':
      return [...words.slice(0, at), ...words.slice(at, at + 2).reverse(), ...words.slice(at + 2)];
    case 'double':
      return instead(one, one);
    case 'drop':
      return instead();
    case 'capital':
      return instead(one.toUpperCase());
    case 'join':
      return instead(one.trimEnd());
    case 'line':
      return instead(`${one}\n`);
    case 'put':
      return instead(one, HOSTILE_TEXTS[change.what] ?? '');
    case 'steal': {
      const other = split(all[change.from % all.length] ?? '');
      const from = Math.floor(change.place * other.length);
      return instead(one, ...other.slice(from, from + change.words));
    }
    case 'again': {
      const part = words.slice(at, at + change.words);
      return instead(one, ...Array.from({ length: change.times }, () => part).flat());
    }
  }
}
