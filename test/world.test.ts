import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, slug, stripDiacritics } from '../src/world/fold.ts';
import { compileFrames } from '../src/world/frames.ts';
import { BASE, GERUND, inflectVerb, PARTICIPLE, PAST, THIRD_PERSON } from '../src/world/inflect.ts';
import { alternatives, DataError, parseTable } from '../src/world/table.ts';
import { tokenBuffer, tokenise, Vocabulary } from '../src/world/tokenise.ts';
import { Trie } from '../src/world/trie.ts';
import { TrieBuilder } from '../src/world/trie-builder.ts';
import { testWorld } from './world-of-tests.ts';

describe('tables', () => {
  test('comments, source, header, rows', () => {
    const table = parseTable('t.tsv', '# a table\n# source: the test\nid\tforms\n\na\tx; y\n');
    expect(table.source).toBe('the test');
    expect(table.rows).toEqual([{ line: 5, cells: { id: 'a', forms: 'x; y' } }]);
    expect(alternatives(table.rows[0]?.cells['forms'])).toEqual(['x', 'y']);
  });

  test.each([
    [
      'id\tforms\na\tb\tc\n',
      't.tsv:2: 3 cells, but the header names 2 columns (id, forms): remove a tab or add a column',
    ],
    ['# nothing\n', 't.tsv:2: the table is empty: write a header line that names the columns'],
  ])('a table that cannot be used says where and what to write: %j', (text, message) => {
    expect(() => parseTable('t.tsv', text)).toThrow(new DataError('t.tsv', 2, message.replace('t.tsv:2: ', '')));
  });
});

describe('frames', () => {
  const frames = (pattern: string) =>
    compileFrames(
      parseTable('frames.tsv', `name\tpos\tpattern\nx\tverb\t${pattern}\n`),
      new Set(['be', 'bị', 'được']),
    ).get('x')?.[0];

  test.each([
    ['{A} V with|to {B}', ['A before', 'B after with|to']],
    ['{B} be V [by {A}]', ['B before', 'A after by ?']],
    ['{B} bị|được [{A}] V', ['B before', 'A inner ?']],
    ['{A} V đối với|chống {B}', ['A before', 'B after đối với|chống']],
    ['{A:person} V {B}', ['A before', 'B after']],
  ])('%s', (pattern, expected) => {
    expect(
      frames(pattern)?.slots.map((slot) =>
        [slot.role, slot.zone, slot.marks.join('|'), slot.optional ? '?' : ''].filter(Boolean).join(' '),
      ),
    ).toEqual(expected);
  });

  test.each([
    ['{A} met {B}', 'has no V: write V where the trigger stands'],
    ['V', 'has no slot: write {A}, {B} or {A+B} where an actor stands'],
  ])('a bad pattern names the line and what to write: %s', (pattern, message) => {
    expect(() => frames(pattern)).toThrow(`frames.tsv:2: the pattern "${pattern}" ${message}`);
  });
});

describe('words', () => {
  test.each([
    ['İstanbul', 'istanbul'],
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['quý', 'quý'],
    ['’', "'"],
  ])('%s is looked up as %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  test('without diacritics, and as an id', () => {
    expect(stripDiacritics('Thổ Nhĩ Kỳ, Erdoğan')).toBe('Tho Nhi Ky, Erdogan');
    expect(slug('José Antonio Meade')).toBe('jose-antonio-meade');
  });

  test('English verbs are inflected by rule and by list', () => {
    const pack = testWorld().pack('en');
    const forms = (verb: string): Record<string, number> =>
      Object.fromEntries(
        inflectVerb(
          verb,
          {
            thirdPerson: [{ pattern: '.', strip: 0, add: 's' }],
            past: [
              { pattern: 'e$', strip: 0, add: 'd' },
              { pattern: '.', strip: 0, add: 'ed' },
            ],
            gerund: [{ pattern: '.', strip: 0, add: 'ing' }],
          },
          pack?.settings.irregular ?? {},
        ).map(({ form, is }) => [form, is]),
      );
    expect(forms('meet with')).toEqual({
      'meet with': BASE,
      'meets with': THIRD_PERSON,
      'met with': PAST | PARTICIPLE,
      'meeting with': GERUND,
    });
  });
});

describe('the matcher', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const phrases = fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 4 }), {
    selector: (phrase) => phrase.join(' '),
    maxLength: 30,
  });

  test('finds every phrase that was put in, and nothing else', () => {
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 30 }), (entered, text) => {
        const ids = new Map(['a', 'b', 'c', 'd', 'e'].map((letter, index) => [letter, index]));
        const builder = new TrieBuilder();
        entered.forEach((phrase, entry) => {
          builder.insert(
            phrase.map((letter) => ids.get(letter) as number),
            0,
            { entry, letters: 'any' },
          );
        });
        const trie = new Trie(builder.build());
        for (let at = 0; at < text.length; at++) {
          let node = trie.begin(ids.get(text[at] as string) as number);
          for (let end = at + 1; node !== 0; end++) {
            const list = trie.list(node, 0);
            const found = list === 0 ? [] : [entered[trie.entry(list, 0)]?.join(' ')];
            expect(found).toEqual(
              entered.map((phrase) => phrase.join(' ')).filter((phrase) => phrase === text.slice(at, end).join(' ')),
            );
            node = end < text.length ? trie.step(node, ids.get(text[end] as string) as number) : 0;
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('tokens cover every character that is no white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = tokenBuffer(text.length);
        tokenise(text, 0, text.length, new Vocabulary(), tokens);
        let at = 0;
        for (let index = 0; index < tokens.count; index++) {
          expect(tokens.start[index]).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, tokens.start[index]).replace(/[\s\u00ad\u200b\ufeff\p{Cc}]/gu, '')).toBe('');
          at = tokens.end[index] as number;
        }
      }),
      { numRuns: 300 },
    );
  });
});
