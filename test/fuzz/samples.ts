import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
const MORE = join(import.meta.dirname, '..', 'fixtures', 'read');

/** The pages that inputs are made from: the bundled examples, in the order of their names. */
export const pages: readonly string[] = [EXAMPLES, MORE].flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

/** Pages of plain text in Russian, Turkish and Chinese, which the examples do not have. */
export const others: readonly string[] = [
  'МОСКВА, 24 ноября. Президент России провёл телефонный разговор с президентом Турции.\n\nСтороны обсудили торговлю, сообщили в Кремле. «Мы продолжим контакты», — заявил представитель Кремля.',
  'ANKARA - Dışişleri Bakanı Hakan Fidan, pazartesi günü Rus mevkidaşı Sergey Lavrov ile telefonda görüştü.\n\nBakanlık, “Görüşmede ikili ilişkiler ele alındı” dedi.',
  '新华社北京11月24日电 中国国家主席习近平24日同俄罗斯总统普京通电话。\n\n双方就双边关系交换意见。外交部发言人表示：“合作将继续。”',
];

const MIME = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n';

/** Ways to pack a page; each gives bytes that are right before they are mutated. */
export const containers: Readonly<Record<string, (page: string) => Buffer>> = {
  text: (page) => Buffer.from(page),
  utf16: (page) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')]),
  latin: (page) => Buffer.from(page, 'latin1'),
  html: (page) => Buffer.from(html(page)),
  gzip: (page) => gzipSync(Buffer.from(page)),
  jsonl: (page) =>
    Buffer.from(
      `${JSON.stringify({ id: 'a', text: page, date: '2024-11-25' })}\n${JSON.stringify({ html: html(page), url: 'https://news.example/b' })}\n`,
    ),
  json: (page) => Buffer.from(JSON.stringify([{ text: page }, { html: html(page) }], null, 1)),
  jsonfeed: (page) =>
    Buffer.from(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: 1, content_text: page }] }),
    ),
  rss: (page) =>
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><item><title>B</title><description><![CDATA[${html(page)}]]></description><pubDate>Mon, 25 Nov 2024 08:00:00 +0700</pubDate></item></channel></rss>`,
    ),
  atom: (page) =>
    Buffer.from(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>B</title><content type="html">${escaped(html(page))}</content></entry></feed>`,
    ),
  mhtml: (page) =>
    Buffer.from(
      `${MIME}--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html(page)).toString('base64')}\r\n--b--\r\n`,
    ),
  warc: (page) => warc('response', `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html(page)}`),
  wet: (page) => Buffer.concat([warc('conversion', page), gzipSync(warc('conversion', page))]),
};

/** A record of a web archive. */
export function warc(type: string, body: string | Buffer, length?: number): Buffer {
  const bytes = Buffer.from(body);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://news.example/a\r\nContent-Type: text/plain\r\nContent-Length: ${length ?? bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

function html(page: string): string {
  if (/<html|<body/i.test(page)) return page;
  const [title = '', ...paragraphs] = page.split('\n').filter((line) => line.trim() !== '');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${escaped(title)}</h1>${paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</article></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
