import { createHash } from 'node:crypto';

type FlatArray = Int32Array | Uint16Array | Uint8Array;

/** Named arrays of numbers and plain data, as one file or one piece of shared memory holds them. */
export interface Parts {
  arrays: Readonly<Record<string, FlatArray>>;
  /** What JSON can hold. */
  data: unknown;
}

type Kind = 'Int32Array' | 'Uint16Array' | 'Uint8Array';
const KINDS: Readonly<Record<Kind, new (memory: SharedArrayBuffer, at: number, length: number) => FlatArray>> = {
  Int32Array,
  Uint16Array,
  Uint8Array,
};
/** An array of a file: its name, kind, first byte and length. */
type Entry = [name: string, kind: Kind, at: number, length: number];

/** Bytes of the first line: what the file is, how long its index is, and the hash of all that follows. */
const HEAD = 96;
/** Arrays begin at multiples of it. */
const ALIGNED = 8;
const FIRST_LINE = /^readout compiled 1 (\d+) ([0-9a-f]{40}) *\n$/;

/** Lays parts out in shared memory, from which threads read them without copies. */
export function encodeParts({ arrays, data }: Parts): SharedArrayBuffer {
  const json = Buffer.from(JSON.stringify(data));
  const named = Object.entries(arrays);
  const entries: Entry[] = [];
  let end = json.length;
  for (const [name, array] of named) {
    const at = aligned(end);
    entries.push([name, array.constructor.name as Kind, at, array.length]);
    end = at + array.byteLength;
  }
  const index = Buffer.from(JSON.stringify({ json: json.length, entries }));
  const start = aligned(HEAD + index.length);
  const buffer = new SharedArrayBuffer(start + end);
  const bytes = Buffer.from(buffer);
  bytes.set(index, HEAD);
  bytes.set(json, start);
  named.forEach(([, array], at) => {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + (entries[at] as Entry)[2]);
  });
  const head = `readout compiled 1 ${index.length} ${hashOf(bytes)}`;
  bytes.write(`${head.padEnd(HEAD - 1)}\n`, 0, 'latin1');
  return buffer;
}

/** Whether a file is whole: as `encodeParts` wrote it. */
export function isWhole(buffer: SharedArrayBuffer): boolean {
  const bytes = Buffer.from(buffer);
  const match = FIRST_LINE.exec(bytes.toString('latin1', 0, HEAD));
  return match !== null && match[2] === hashOf(bytes);
}

/** The parts of a whole file; the arrays are views of its memory. */
export function decodeParts(buffer: SharedArrayBuffer): Parts {
  const bytes = Buffer.from(buffer);
  const length = Number(FIRST_LINE.exec(bytes.toString('latin1', 0, HEAD))?.[1]);
  const index = JSON.parse(bytes.toString('utf8', HEAD, HEAD + length)) as { json: number; entries: Entry[] };
  const start = aligned(HEAD + length);
  const arrays = Object.fromEntries(
    index.entries.map(([name, kind, at, size]): [string, FlatArray] => [
      name,
      new KINDS[kind](buffer, start + at, size),
    ]),
  );
  return { arrays, data: JSON.parse(bytes.toString('utf8', start, start + index.json)) };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes.subarray(HEAD)).digest('hex');
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGNED) * ALIGNED;
}
