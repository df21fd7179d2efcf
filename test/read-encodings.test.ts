import { describe, expect, test } from 'vitest';
import { declaredCharset, decodeText } from '../src/read/containers/decode.ts';

/** The bytes of a text in an encoding that Node can only read: each sign is looked up among all that the bytes can say. */
function encoder(encoding: string): (text: string) => Buffer {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytes = new Map<string, number[]>();
  const note = (...units: number[]): void => {
    try {
      const sign = decoder.decode(Uint8Array.from(units));
      if ([...sign].length === 1 && !bytes.has(sign)) bytes.set(sign, units);
    } catch {
      // no sign is written so
    }
  };
  for (let one = 0; one < 256; one++) note(one);
  if (/gb|big5/.test(encoding))
    for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) note(one, two);
  return (text) =>
    Buffer.from(
      [...text].flatMap((sign) => {
        const found = bytes.get(sign);
        if (!found) throw new Error(`${encoding} has no ${sign}`);
        return found;
      }),
    );
}

const RUSSIAN =
  'Министр иностранных дел Казахстана прибыл в Ташкент, где проведёт переговоры с узбекским коллегой. «Мы давно ждали этой встречи», — сказал он журналистам в аэропорту. Стороны обсудят границу и воду.';
const TURKISH =
  'Dışişleri Bakanı, Yunanistan’dan gelen heyetle Ankara’da görüştü. Görüşmede göç ve enerji konuları ele alındı; iki ülke yeni bir toplantı için anlaştı. Açıklamaya göre çalışmalar kışın da sürecek.';
const CHINESE =
  '外交部长在北京同来访的越南客人举行会谈。双方就边境贸易、铁路联通和海上问题交换了意见，同意继续保持高层往来。会谈后，两国签署了三项合作文件。这次访问是今年以来的第二次。';
const TRADITIONAL =
  '外交部長在北京同來訪的越南客人舉行會談。雙方就邊境貿易、鐵路聯通和海上問題交換了意見，同意繼續保持高層往來。會談後，兩國簽署了三項合作文件。這次訪問是今年以來的第二次。';
const VIETNAMESE =
  'Bộ trưởng Ngoại giao đã tiếp người đồng cấp Lào tại Hà Nội. Hai bên trao đổi về quan hệ giữa hai nước và những việc cần làm trong năm tới, trong đó có đường sắt và cửa khẩu.';

describe.each([
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN.replace(/[«»—]/g, '"')],
  ['iso-8859-5', RUSSIAN.replace(/[«»—]/g, '"')],
  ['ibm866', RUSSIAN.replace(/[«»—]/g, '"')],
  ['windows-1254', TURKISH],
  ['gb18030', CHINESE],
  ['big5', TRADITIONAL],
])('%s', (encoding, text) => {
  const bytes = encoder(encoding)(text);
  test('undeclared', () => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });
  test('declared by the page', () => {
    const page = Buffer.concat([
      Buffer.from(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head><body><p>`,
      ),
      bytes,
    ]);
    expect(decodeText(page, declaredCharset(page)).text).toContain(text);
  });
  test('declared as UTF-8, which it is not', () => {
    expect(decodeText(bytes, 'utf-8').text).toBe(text);
  });
});

test('windows-1258 writes tones after their vowels, and is read composed', () => {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const parts = VIETNAMESE.normalize('NFD').replace(/([aeouAEOU])(\p{M}+)/gu, (_, vowel: string, marks: string) => {
    const tone = marks.match(tones)?.join('') ?? '';
    return `${`${vowel}${marks.replace(tones, '')}`.normalize('NFC')}${tone}`;
  });
  const bytes = encoder('windows-1258')(parts.replace(/D\u0335/g, 'Đ'));
  expect(decodeText(bytes, 'windows-1258').text.normalize('NFC')).toBe(VIETNAMESE);
  expect(decodeText(bytes).text.normalize('NFC')).toBe(VIETNAMESE);
});

describe.each(['utf-16le', 'utf-16be'])('%s', (encoding) => {
  const bytes = (text: string): Buffer => {
    const little = Buffer.from(text, 'utf16le');
    return encoding === 'utf-16le' ? little : little.swap16();
  };
  test.each([RUSSIAN, TURKISH, CHINESE, VIETNAMESE])('with a mark: %s', (text) => {
    expect(decodeText(bytes(`\ufeff${text}`)).text.replace('\ufeff', '')).toBe(text);
  });
  test.each([TURKISH, VIETNAMESE, RUSSIAN])('without one: %s', (text) => {
    expect(decodeText(bytes(text)).text).toBe(text);
  });
});

test.each([RUSSIAN, TURKISH, CHINESE, TRADITIONAL, VIETNAMESE])(
  'UTF-8, with a mark, cut in a sign, with a bad byte: %s',
  (text) => {
    expect(decodeText(Buffer.from(`\ufeff${text}`)).text.replace('\ufeff', '')).toBe(text);
    const bytes = Buffer.from(text.repeat(4));
    expect(decodeText(bytes.subarray(0, bytes.length - 2)).encoding).toBe('utf-8');
    bytes[bytes.indexOf(0x20) < 0 ? 30 : bytes.indexOf(0x20)] = 0xff;
    expect(decodeText(bytes).encoding).toBe('utf-8');
  },
);
