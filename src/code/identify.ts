/** Two 32-bit hashes of a text, as sixteen hexadecimal digits: enough to tell the acts of one report apart, and quick. */
export function shortId(prefix: string, ...parts: readonly string[]): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++) {
      const unit = part.charCodeAt(index);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 13);
    }
    first = Math.imul(first ^ 0x1f, 0x01000193);
    second = Math.imul(second ^ 0x1f, 0x85ebca6b);
  }
  return `${prefix}${hex(first)}${hex(second)}`;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
