import { gzipSync } from 'node:zlib';
import { pages, warc } from './samples.ts';

const TEXT = 'The minister said on Monday that talks would go on in the capital, and that both sides had agreed to it.';
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const laughs = (): string => times(10, (at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);

/** Inputs that are known to hurt, by name. Those that are large are made only when they are asked for. */
export const fixed: Readonly<Record<string, () => Buffer>> = {
  nothing: () => Buffer.alloc(0),
  'a gzip that ends too early': () => gzipSync(pages.join('\n')).subarray(0, 900),
  'a gzip with a hole': () => {
    const bytes = gzipSync(pages.join('\n'));
    bytes.fill(0, 400, 500);
    return bytes;
  },
  'gzip in gzip in gzip': () => gzipSync(gzipSync(gzipSync(Buffer.from(pages[0] as string)))),
  'a gzip of 100 MB of one letter': () => gzipSync(Buffer.alloc(100 * 1048576, 'a')),
  'a WARC record that is shorter than it says': () =>
    Buffer.concat([warc('conversion', TEXT, 5000), warc('conversion', TEXT)]),
  'a WARC record that is longer than it says': () =>
    Buffer.concat([warc('conversion', TEXT, 10), warc('conversion', TEXT)]),
  'a WARC record of a length below nought': () => warc('conversion', TEXT, -5),
  'a WARC record of a length beyond all': () => warc('conversion', TEXT, Number.MAX_SAFE_INTEGER),
  'tags in tags, 100,000 deep': () => Buffer.from(`<html><body>${'<div>'.repeat(100_000)}<p>${TEXT}`),
  'lists in lists, 100,000 deep': () => Buffer.from(`<html><body>${'<ul><li>'.repeat(100_000)}${TEXT}`),
  'tables in tables, 30,000 deep': () => Buffer.from(`<html><body>${'<table><tr><td>'.repeat(30_000)}${TEXT}`),
  'arrays in arrays, 100,000 deep': () => Buffer.from(`[${'['.repeat(100_000)}`),
  'objects in objects, 100,000 deep': () => Buffer.from('{"text":'.repeat(100_000)),
  'entities that stand for entities': () =>
    Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${laughs()}]><rss><channel><item><title>One</title><description>&l10; ${TEXT}</description></item></channel></rss>`,
    ),
  'a line of 50 MB': () => Buffer.alloc(50 * 1048576, `${TEXT} `),
  'a line of 50 MB without a space': () => Buffer.alloc(50 * 1048576, 'ab'),
  'a line of 50 MB of JSON': () =>
    Buffer.concat([Buffer.from('{"text":"'), Buffer.alloc(50 * 1048576, 'a'), Buffer.from('"}\n')]),
  'a page of 5 MB of paragraphs': () =>
    Buffer.from(`<html><body><article>${`<p>${TEXT}</p>\n`.repeat(45_000)}</article>`),
  'a page of 5 MB in one paragraph': () =>
    Buffer.from(`<html><body><article><p>${`${TEXT} `.repeat(48_000)}</p></article>`),
  'half characters': () =>
    Buffer.concat([
      Buffer.from(`${TEXT}\n`),
      Buffer.from([0xc3, 0x28, 0xa0, 0xa1, 0xe2, 0x28, 0xa1, 0xf0, 0x28, 0x8c, 0xbc]),
      Buffer.from(TEXT),
    ]),
  'characters in parts (NFD)': () => Buffer.from(pages.map((page) => page.normalize('NFD')).join('\n')),
  'letters with a thousand marks': () => Buffer.from(`${TEXT} ${'e'.concat('\u0301'.repeat(1000)).repeat(100)}`),
  'line ends of three kinds': () =>
    Buffer.from(pages.slice(0, 3).join('\r\n').replaceAll('\n', '\r\n').replace('\r\n', '\r')),
  'zeros in the text': () => Buffer.from(TEXT.replaceAll(' ', '\0')),
  'zeros at the end': () => Buffer.concat([Buffer.from(TEXT), Buffer.alloc(10_000)]),
  'halves of signs in JSON': () => Buffer.from(`{"text":"\\ud83d ${TEXT} \\ude00\\ud800","title":"\\udfff"}\n`),
  'only signs that are not seen': () => Buffer.from('\u200b\u200d\u2060\ufeff'.repeat(10_000)),
  'a quotation that never ends': () => Buffer.from(`Putin said: “${`${TEXT} `.repeat(3000)}`),
  'quotations in quotations': () => Buffer.from(`${'“‘«„'.repeat(20_000)} Putin said ${TEXT}`),
  'brackets in brackets': () => Buffer.from(`Putin met ${'('.repeat(50_000)} Erdogan ${TEXT}`),
  'one name 20,000 times': () => Buffer.from('Vladimir Putin '.repeat(20_000)),
  'a list of 20,000 names': () => Buffer.from(`The talks of ${'Putin, Erdogan and Xi, '.repeat(7000)} were held.`),
  'a sentence of 20,000 verbs': () => Buffer.from(`Putin ${'met and called and visited '.repeat(7000)} Erdogan.`),
  'dates without end': () => Buffer.from(`Putin met Erdogan on ${'24/11/2024 and 1/2/3/4 '.repeat(10_000)}`),
  'numbers without end': () =>
    Buffer.from(`Putin promised ${'1,000,000,000 '.repeat(20_000)} dollars, ${'9'.repeat(50_000)} in all.`),
  'capital letters without end': () => Buffer.from(TEXT.toUpperCase().repeat(3000)),
  'a hundred thousand empty lines': () => Buffer.from(`${TEXT}${'\n'.repeat(100_000)}${TEXT}`),
  'a hundred thousand short lines': () => Buffer.from(`${TEXT}${'\na'.repeat(100_000)}`),
  'Chinese without an end of a sentence': () => Buffer.from('中国国家主席习近平同俄罗斯总统普京通电话'.repeat(5000)),
  'Vietnamese without a space between sentences': () =>
    Buffer.from('Tổng thống Nga điện đàm với Tổng thống Thổ Nhĩ Kỳ.'.repeat(3000)),
  'scripts mixed letter by letter': () => Buffer.from('PутинПutin普丁 met Эrdoğan '.repeat(3000)),
};
