import { ReportFailure } from './failure.ts';

/** Reads a stream of bytes in pieces, keeping no more than is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  #error: unknown = null;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** What went wrong with the stream, once it has ended; null when nothing did. */
  get error(): unknown {
    return this.#error;
  }

  async #pull(): Promise<boolean> {
    if (this.#ended) return false;
    try {
      const next = await this.#chunks.next();
      if (next.done) this.#ended = true;
      else
        this.#held =
          this.#held.length === 0
            ? Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length)
            : Buffer.concat([this.#held, next.value]);
    } catch (error) {
      this.#ended = true;
      this.#error = error;
    }
    return !this.#ended;
  }

  /** Up to `length` bytes from the front, left where they are. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held.length < length && (await this.#pull()));
    return this.#held.subarray(0, length);
  }

  /** Exactly `length` bytes, or fewer at the end. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let wanted = length;
    while (wanted > 0) {
      if (this.#held.length === 0 && !(await this.#pull())) break;
      const part = this.#held.subarray(0, wanted);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      wanted -= part.length;
    }
    return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
  }

  /** Gives bytes back, to be read again before what follows. */
  putBack(bytes: Buffer): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held]);
  }

  /** Passes over bytes without keeping them. */
  async skip(length: number): Promise<void> {
    let wanted = length;
    while (wanted > 0) {
      if (this.#held.length === 0 && !(await this.#pull())) return;
      const part = Math.min(wanted, this.#held.length);
      this.#held = this.#held.subarray(part);
      wanted -= part;
    }
  }

  /** The next line without its end, or null at the end of the stream. A longer line than `most` comes cut, with `cut` true. */
  async line(most: number): Promise<{ bytes: Buffer; cut: boolean } | null> {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      if (this.#held.length === 0 && !(await this.#pull())) break;
      const end = this.#held.indexOf(10);
      const part = end < 0 ? this.#held : this.#held.subarray(0, end);
      this.#held = this.#held.subarray(end < 0 ? part.length : end + 1);
      if (size <= most) parts.push(part);
      size += part.length;
      if (end >= 0) return { bytes: whole(parts), cut: size > most };
    }
    return parts.length === 0 ? null : { bytes: whole(parts), cut: size > most };
  }

  /** All that is left. @throws ReportFailure `too-large` when it is more than `most` */
  async rest(most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      if (this.#held.length === 0 && !(await this.#pull())) break;
      parts.push(this.#held);
      size += this.#held.length;
      this.#held = Buffer.alloc(0);
      if (size > most)
        throw new ReportFailure(
          'too-large',
          `larger than ${Math.round(most / 1048576)} MB: split it, or take out the pages that matter`,
        );
    }
    return whole(parts);
  }
}

function whole(parts: Buffer[]): Buffer {
  return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
}
