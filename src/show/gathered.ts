const CHUNK = 64 * 1024;

/** Joins small texts, since every write costs a call. */
export async function* gathered(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let text = '';
  for await (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      if (text.length < CHUNK) continue;
    }
    if (text !== '') yield text;
    text = '';
    if (typeof part !== 'string') yield part;
  }
  if (text !== '') yield text;
}
