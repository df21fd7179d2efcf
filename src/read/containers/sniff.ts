/** What a container holds, told by its content. */
export type ContainerKind =
  | 'empty'
  | 'binary'
  | 'gzip'
  | 'warc'
  | 'json'
  | 'jsonl'
  | 'mhtml'
  | 'feed'
  | 'html'
  | 'text';

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
];
const HTML =
  /^(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|main|table|p|h1|script|link|style|center|font)[\s>/]/i;
const FEED =
  /^(?:\s*<\?xml[^>]*>|\s*<\?xml-stylesheet[^>]*>|\s*<!--(?:(?!-->)[\s\S])*-->|\s*<!DOCTYPE[^[>]*(?:\[[^\]]*\])?>)*\s*<(?:rss|feed|rdf:RDF)[\s>]/i;
const MHTML_HEAD = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+/;

/** Tells the kind of a container from its first bytes; the name decides only between text and JSON lines. */
export function sniff(head: Buffer): ContainerKind {
  if (head.length === 0) return 'empty';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (MAGIC.some((magic) => magic.every((byte, at) => head[at] === byte))) return 'binary';
  if (head.subarray(0, 5).toString('latin1') === 'WARC/') return 'warc';
  if (isBinary(head)) return 'binary';
  return sniffText(
    head
      .toString('latin1')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
      .replaceAll('\0', '')
      .trimStart(),
  );
}

function sniffText(text: string): ContainerKind {
  if (text === '') return 'empty';
  if (/^\{\s*["}]/.test(text)) return 'jsonl';
  if (/^\[\s*[{\]]/.test(text)) return 'json';
  if (FEED.test(text)) return 'feed';
  const mime = MHTML_HEAD.exec(text)?.[0];
  if (mime && /^mime-version:/im.test(mime) && /multipart\/(?:related|mixed|alternative)/i.test(mime)) return 'mhtml';
  if (
    HTML.test(text) ||
    /<(?:html|body)[\s>]/i.test(text.slice(0, 2048)) ||
    (/^<[a-z!]/i.test(text) && /<\/[a-z]+>/i.test(text))
  )
    return 'html';
  return 'text';
}

/** Control bytes that no text has; UTF-16 has zeros in every second place only. */
function isBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let control = 0;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) control++;
  });
  const most = Math.max(...zeros);
  if (most > head.length * 0.03 && Math.min(...zeros) < most / 10) return false;
  return control > head.length * 0.02 || most > 0;
}
