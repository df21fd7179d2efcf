import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeSentence } from '../src/check/examples.ts';
import { code } from '../src/code/index.ts';
import type { Article } from '../src/model/index.ts';
import { type Argument, recognise } from '../src/recognise/index.ts';
import { openWorld, ROOT } from '../src/world/index.ts';
import { type SuffixData, Suffixes } from '../src/world/suffixes.ts';
import { readTable } from '../src/world/table.ts';

const world = openWorld({ languages: ['tr'] });
const suffixes = new Suffixes(
  JSON.parse(readFileSync(join(ROOT, 'languages', 'tr', 'suffixes.json'), 'utf8')) as SuffixData,
);

function articleOf(text: string): Article {
  const day = { earliest: '2024-06-15', latest: '2024-06-15', basis: 'stated' as const, time: null, why: 'test' };
  return {
    language: 'tr',
    text,
    title: null,
    outlet: null,
    authors: [],
    published: day,
    url: null,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length, lines: [1, 1] }],
    credits: [],
    warnings: [],
  };
}

function argumentsOf(text: string): readonly Argument[] {
  return recognise(articleOf(text), world)?.sentences[0]?.arguments ?? [];
}

function acts(sentence: string): string[] {
  return codeSentence(world, 'tr', sentence).map(
    (act) => `${act.type} ${act.from.join('+')}>${act.to.join('+')} ${act.status}${act.mode ? ` ${act.mode}` : ''}`,
  );
}

describe('suffixes', () => {
  const forms = (verb: string): string[] => suffixes.verb(verb).map(({ form }) => form);

  it.each([
    ['görüşmek', 'görüştü'],
    ['görüşmek', 'görüşecek'],
    ['görüşmek', 'görüştüğünü'],
    ['suçlamak', 'suçluyor'],
    ['beklemek', 'bekliyor'],
    ['söylemek', 'söylüyor'],
    ['etmek', 'ediyor'],
    ['reddetmek', 'reddedecek'],
    ['vurmak', 'vurur'],
    ['uçmak', 'uçar'],
    ['uygulamak', 'uygulayan'],
    ['çekmek', 'çekebilir'],
  ])('makes of %s the form %s', (verb, form) => {
    expect(forms(verb)).toContain(form);
  });

  it('says of a form how far the deed got', () => {
    const statusOf = (form: string): string | null | undefined =>
      suffixes.verb('görüşmek').find((candidate) => candidate.form === form)?.status;
    expect(statusOf('görüştü')).toBeNull();
    expect(statusOf('görüşecek')).toBe('planned');
    expect(statusOf('görüşmedi')).toBe('denied');
    expect(statusOf('görüşebilir')).toBe('hypothetical');
  });

  it.each([
    ['bakanı', 'bakanının', 'gen'],
    ['bakanı', 'bakanına', 'dat'],
    ['bakanlığı', 'bakanlığından', 'abl'],
    ['lider', 'liderle', 'ins'],
    ['destek', 'desteğe', 'dat'],
    ['diyalog', 'diyaloğu', 'acc'],
    ['sözcüsü', 'sözcülerine', 'dat'],
  ])('inflects %s: %s is %s', (noun, form, name) => {
    expect(suffixes.noun(noun).find((candidate) => candidate.form === form)?.cases).toContain(name);
  });

  it.each([
    ['nin', 'gen'],
    ['ye', 'dat'],
    ['ı', 'acc'],
    ['ndaki', 'rel'],
    ['den', 'abl'],
    ['yla', 'ins'],
  ])('reads %s behind an apostrophe as %s', (ending, name) => {
    expect(suffixes.apart(ending)).toEqual([name]);
  });

  it('takes no other ending for a case', () => {
    expect(suffixes.apart('lı')).toBeNull();
    expect(suffixes.apart('s')).toBeNull();
  });
});

describe('noun phrases', () => {
  it.each([
    ["Rusya Devlet Başkanı Vladimir Putin'in ziyareti", 'RUS', 'gen'],
    ['Almanya Başbakanına', 'DEU', 'dat'],
    ["ABD Dışişleri Bakanı'ndan", 'USA', 'abl'],
    ["İran'la", 'IRN', 'ins'],
    ['Fransa ile', 'FRA', 'ins'],
    ['İran hükümetinin', 'IRN', 'gen'],
    ['Yunanistandan', 'GRC', 'abl'],
    ['Çin’de', 'CHN', 'loc'],
  ])('reads the ending of %s', (text, actor, name) => {
    const [found] = argumentsOf(`${text} bugün konuşuldu.`);
    expect(found?.actors).toEqual([actor]);
    expect(found?.cases).toContain(name);
  });

  it('gives a group the ending of its last member', () => {
    const [group] = argumentsOf("Rusya ve Çin'in tutumu biliniyor.");
    expect(group?.actors).toEqual(['RUS', 'CHN']);
    expect(group?.cases).toEqual(['gen']);
  });

  it('tells "and" from "with"', () => {
    expect(argumentsOf('Fransa ile Almanya arasında').map(({ actors }) => actors)).toEqual([['FRA', 'DEU']]);
    expect(argumentsOf("Fransa ile Berlin'de").map(({ actors }) => actors)).toEqual([['FRA'], ['DEU']]);
  });

  it('passes over where an envoy serves', () => {
    expect(argumentsOf("Türkiye'nin Moskova Büyükelçisi konuştu.")[0]?.actors).toEqual(['TUR']);
  });
});

describe('Turkish clauses', () => {
  it.each([
    ['İspanya Başbakanı, Katar Emiri ile telefonda görüştü.', ['CONSULT ESP>QAT happened phone']],
    [
      "Japonya'yı ziyaret eden Hindistan Başbakanı, Tokyo'ya teşekkür etti.",
      ['CONSULT IND>JPN happened visit', 'SUPPORT IND>JPN happened'],
    ],
    ["Norveç, Fransa'nın Danimarka'yı kınadığını açıkladı.", ['ACCUSE FRA>DNK happened']],
    ["Kenya Dışişleri Bakanı, Mısır'ı ziyaret edecek.", ['AGREE KEN>EGY planned visit']],
    ["Belçika, Peru'ya yardım etmedi.", []],
    ['İran, Irak tarafından kınandı.', ['ACCUSE IRQ>IRN happened']],
    ["Brezilya'nın Arjantin'e yardım etmesi mümkün.", []],
    ["Litvanya Cumhurbaşkanı'nın Polonya ziyareti iptal edildi.", ['CONSULT LTU>POL denied visit']],
    ["Macaristan, İsveç'in NATO üyeliğini onayladı.", ['SUPPORT HUN>SWE happened']],
    ['Danimarka Rus diplomatları sınır dışı etti.', ['SANCTION DNK>RUS happened']],
  ] as [string, string[]][])('%s', (sentence, wanted) => {
    const told = acts(sentence);
    expect([...told].sort()).toEqual([...wanted].sort());
  });
});

describe('kinds of Turkish clauses', () => {
  const rows = readTable(join(import.meta.dirname, 'fixtures', 'turkish', 'clauses.tsv')).rows.map(
    ({ cells }) => cells,
  );

  it.each(rows.map((cells) => [cells['kind'], cells['sentence'], cells['acts']] as [string, string, string]))(
    '%s: %s',
    (_, sentence, wanted) => {
      expect(acts(sentence).sort().join('; ')).toBe(wanted);
    },
  );
});

describe('who says what in Turkish', () => {
  const said = (text: string): string[] => {
    const marked = recognise(articleOf(text), world);
    const found = marked
      ? code(marked, { id: '0000000000000000', path: 'tr', url: null, bytes: text.length }).statements
      : [];
    return found.map(({ speaker, quote, via }) => [speaker.actor ?? speaker.name, quote ?? '', ...via].join(' | '));
  };

  it.each([
    ['İzlanda Başbakanı, "Kararımız kesin" dedi.', ['ISL | Kararımız kesin']],
    ['"Kararımız kesin" diyen İzlanda Başbakanı salondan ayrıldı.', ['ISL | Kararımız kesin']],
    ['İzlanda Başbakanı, “Kararımız kesin” diye konuştu.', ['ISL | Kararımız kesin']],
    [
      'İzlanda Başbakanı şunları söyledi: "Kararımız kesin. Geri dönmeyeceğiz."',
      ['ISL | Kararımız kesin. Geri dönmeyeceğiz.'],
    ],
    ['İzlanda Başbakanı şu ifadeleri kullandı: ‘Kararımız kesin’', ['ISL | Kararımız kesin']],
    ['İzlanda Başbakanlığından yapılan açıklamada, "Karar kesin" denildi.', ['ISL | Karar kesin']],
    ["Kremlin'e göre görüşme bir saat sürdü.", ['RUS | ']],
    ['Görüşmenin iyi geçtiğini belirten Peru Dışişleri Bakanı ayrıldı.', ['PER | ']],
    ['Perulu bir yetkili, görüşmenin iyi geçtiğini söyledi.', ['PER | ']],
    ["Reuters'a konuşan Perulu bir yetkili, görüşmenin iyi geçtiğini söyledi.", ['PER |  | Reuters']],
    ['Macron ile Scholz barışın önemini vurguladı.', ['FRA | ', 'DEU | ']],
    ['Belediye binasında "Kararımız kesin" yazılı pankart açıldı.', []],
    ['Yönetmen yeni filmini anlattı.', []],
  ] as [string, string[]][])('%s', (text, wanted) => {
    expect(said(text)).toEqual(wanted);
  });
});
