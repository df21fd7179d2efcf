import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coded, Story } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { read } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { bandsOf } from '../src/resolve/lineage/minhash.ts';
import { containment, shinglesOf, wordsOf } from '../src/resolve/lineage/words.ts';
import { openStore } from '../src/store/store.ts';
import { readTable } from '../src/world/table.ts';
import { type CodedStory, Figures, measureStory } from '../tools/lineage/figures.ts';
import { type Half, storiesOf, type TrueStory } from '../tools/lineage/truth.ts';
import { codedOf, testWorld } from './world-of-tests.ts';

/** A report as its page stands; its name is its path. */
function coded(name: string, lines: string[]): Coded {
  const content = lines.join('\n\n');
  const raw = {
    report: { id: name, path: name, url: null, bytes: content.length },
    kind: 'text' as const,
    content,
    hints: {},
  };
  return codeReport(testWorld(), raw);
}

const wire = coded('wire.en.txt', [
  'Norway and Chile agree on fisheries patrols',
  'June 11, 2024 09:10 UTC',
  'OSLO, June 11 (Reuters) - Norway and Chile agreed on Tuesday to hold joint fisheries patrols, the Norwegian foreign ministry said.',
  'Foreign Minister Espen Barth Eide and his Chilean counterpart Alberto van Klaveren signed the agreement in Oslo. It covers 14 ships and about 3.2 million square kilometres of sea.',
  '"Whoever fishes by night must fear the light," Eide said.',
  'Chile accused foreign trawlers of taking 120,000 tons of squid without a licence in 2023.',
  'The patrols will begin on September 1, and will be paid for by both countries.',
]);
const translation = coded('translation.vi.txt', [
  'Na Uy và Chile nhất trí tuần tra nghề cá',
  '12/06/2024 07:30',
  'Theo hãng tin Reuters, Na Uy và Chile ngày 11/6 nhất trí tiến hành tuần tra nghề cá chung, Bộ Ngoại giao Na Uy cho biết.',
  'Ngoại trưởng Na Uy Espen Barth Eide và người đồng cấp Chile Alberto van Klaveren ký thỏa thuận tại Oslo. Thỏa thuận bao gồm 41 tàu và khoảng 3,2 triệu km2 biển.',
  '"Ai đánh cá ban đêm thì phải sợ ánh sáng", ông Eide nói.',
  'Chile cáo buộc các tàu nước ngoài đánh bắt 120.000 tấn mực không có giấy phép trong năm 2023.',
  'Hoạt động tuần tra sẽ bắt đầu vào ngày 1/9 và do hai nước cùng chi trả.',
]);
const excerpt = coded('excerpt.vi.txt', [
  'Na Uy, Chile cùng tuần tra trên biển',
  '12/06/2024 10:45',
  'Ngoại trưởng Na Uy Espen Barth Eide và người đồng cấp Chile Alberto van Klaveren ký thỏa thuận tại Oslo. Thỏa thuận bao gồm 41 tàu và khoảng 3,2 triệu km2 biển.',
  'Hoạt động tuần tra sẽ bắt đầu vào ngày 1/9 và do hai nước cùng chi trả.',
]);
const independent = coded('independent.en.txt', [
  'Chilean minister in Oslo for talks',
  'June 11, 2024',
  'Chilean Foreign Minister Alberto van Klaveren met Espen Barth Eide in Oslo on Tuesday. Fisheries were among the subjects, his office in Santiago said.',
  'Van Klaveren also opened a trade fair and spoke with students of the university about lithium mining in the Atacama desert.',
  'Exports of Norwegian salmon feed to Chile fell by 7 percent last year, according to customs data.',
]);
const all = [wire, translation, excerpt, independent];

describe('who took a story from whom', () => {
  const stories = resolve(all).stories;
  const edges = stories.flatMap(({ lineage }) => lineage.map(({ from, to, kind }) => `${from} > ${to}: ${kind}`));

  test('a chain goes to the nearest ancestor, and who reported for himself has none', () => {
    expect(edges.sort()).toEqual([
      'translation.vi.txt > excerpt.vi.txt: excerpt',
      'wire.en.txt > translation.vi.txt: translation',
    ]);
  });

  test('says what shows it', () => {
    const evidence = stories.flatMap(({ lineage }) => lineage).find(({ to }) => to === 'translation.vi.txt')?.evidence;
    expect(evidence).toContain('credits Reuters');
    expect(evidence?.join('\n')).toMatch(/\d+ of its \d+ sentences tell what the source tells, in the same order/);
  });

  test('two reports that credit one source which is not at hand have it as theirs, not each other', () => {
    const credited = coded('other.ru.txt', [
      'Норвегия и Чили договорились о патрулировании',
      '12 июня 2024, 08:00',
      'Как сообщает агентство Reuters, Норвегия и Чили договорились во вторник о совместном патрулировании районов рыболовства.',
      'Министр иностранных дел Норвегии Эспен Барт Эйде и его чилийский коллега Альберто ван Клаверен подписали соглашение в Осло. Оно охватывает 14 судов и около 3,2 млн квадратных километров моря.',
      'Чили обвинила иностранные траулеры в вылове 120 000 тонн кальмара без лицензии в 2023 году.',
      'Патрулирование начнется 1 сентября, его оплатят обе страны.',
    ]);
    const lineage = resolve([translation, credited]).stories.flatMap((story) => story.lineage);
    expect(lineage.map(({ from, source, to }) => [from, source, to])).toEqual([
      ['Reuters', 'outlet', 'other.ru.txt'],
      ['Reuters', 'outlet', 'translation.vi.txt'],
    ]);
  });
});

describe('the origins of an event', () => {
  test('are what the lineage of its reports goes back to, whether they credit it or not', () => {
    const several = resolve(all).events.filter(({ reports }) => reports.length > 1);
    expect(several.length).toBeGreaterThan(1);
    for (const { reports, originNames } of several)
      expect(originNames).toEqual(
        reports.includes('independent.en.txt') ? ['Reuters', 'independent.en.txt'] : ['Reuters'],
      );
  });

  test('stay the same when reports come one by one, and a source comes last', () => {
    const store = openStore(':memory:', { now: () => '2024-06-13T00:00:00Z' });
    for (const report of [excerpt, translation, wire]) {
      store.keep([report]);
      store.resolve();
    }
    const kept = [...store.events()].map(({ id, originNames }) => [id, originNames]);
    const atOnce = resolve([wire, translation, excerpt]).events.map(({ id, originNames }) => [id, originNames]);
    store.close();
    expect(kept.sort()).toEqual(atOnce.sort());
  });
});

describe('what a retelling changed', () => {
  const differences = resolve(all).stories.flatMap((story) => story.differences);

  test('is named with the words of both', () => {
    expect(differences.map(({ kind, from, to }) => [kind, from.text, to.text])).toContainEqual([
      'number',
      '14 ships',
      '41 tàu',
    ]);
  });

  test('is nothing that only looks different', () => {
    const texts = differences.flatMap(({ from, to }) => [from.text, to.text]).join('\n');
    for (const same of ['3.2 million', '120,000 tons', 'on Tuesday', 'September 1']) expect(texts).not.toContain(same);
  });

  test('points to the words in the texts', () => {
    const byName = new Map(all.map((one) => [one.report.path, one.article.text]));
    for (const { from, to } of differences)
      for (const side of [from, to])
        expect(side.span ? byName.get(side.report)?.slice(...side.span) : '').toBe(side.text);
  });
});

test('the order of reports does not show in lineage and differences, nor whether they came at once or one by one', () => {
  const atOnce = byId(resolve(all).stories);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(byId(resolve(shuffled).stories)).toEqual(atOnce);
      const store = openStore(':memory:', { now: () => '2024-06-13T00:00:00Z' });
      for (const report of shuffled) {
        store.keep([report]);
        store.resolve();
      }
      const kept = byId([...store.stories()]);
      store.close();
      expect(kept.map(({ lineage, differences }) => ({ lineage, differences }))).toEqual(
        atOnce.map(({ lineage, differences }) => ({ lineage, differences })),
      );
    }),
    { numRuns: 12 },
  );
});

function byId(stories: readonly Story[]): Story[] {
  return [...stories].sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('runs of words', () => {
  const text = 'The two ministers signed the agreement on fisheries in Oslo on Tuesday after three years of talks.';
  const runs = (words: string) => shinglesOf(wordsOf(words), 4);

  test('an excerpt is contained in its source, not the other way round', () => {
    const part = runs('signed the agreement on fisheries in Oslo on Tuesday');
    expect(containment(part, runs(text))).toBe(1);
    expect(containment(runs(text), part)).toBeLessThan(0.7);
  });

  test('copies share bands, other texts do not', () => {
    const bands = { bands: 16, rows: 4 };
    const one = bandsOf(runs(text.repeat(3)), 'text', bands);
    expect(bandsOf(runs(`${text.repeat(3)} (Agencies)`), 'text', bands).some((band) => one.includes(band))).toBe(true);
    const other =
      'Rain is expected in most parts of the country until the weekend, the weather service said on Monday morning.';
    expect(bandsOf(runs(other), 'text', bands).some((band) => one.includes(band))).toBe(false);
  });

  test('Chinese is compared character by character', () => {
    expect(wordsOf('两国外长11日签署协议')).toEqual(['两', '国', '外', '长', '11', '日', '签', '署', '协', '议']);
  });
});

describe('on stories whose ancestry is known', () => {
  /** What was reached; see tools/lineage.ts for what is to be. */
  const least: Record<
    Exclude<Half, 'blind'>,
    { precision: number; recall: number; kinds: number; planted: number; falseEach: number }
  > = {
    dev: { precision: 0.95, recall: 0.95, kinds: 0.95, planted: 0.64, falseEach: 0.33 },
    held: { precision: 0.84, recall: 0.75, kinds: 0.88, planted: 0.26, falseEach: 0.95 },
  };

  test.each(['dev', 'held'] as const)('%s', (half) => {
    const figures = new Figures();
    for (const story of storiesOf(half).map(asCoded))
      measureStory(story, resolve([...story.reports.values()]).stories, (one, other) => one === other, figures);
    const { trueEdges, foundEdges, rightEdges, rightKinds, planted, plantedFound, pairs, falseDifferences } = figures;
    expect(rightEdges / foundEdges).toBeGreaterThanOrEqual(least[half].precision);
    expect(rightEdges / trueEdges).toBeGreaterThanOrEqual(least[half].recall);
    expect(rightKinds / rightEdges).toBeGreaterThanOrEqual(least[half].kinds);
    expect(plantedFound / planted).toBeGreaterThanOrEqual(least[half].planted);
    expect(falseDifferences / pairs).toBeLessThanOrEqual(least[half].falseEach);
  });
});

function asCoded({ files, truth }: TrueStory): CodedStory {
  const reports = new Map<string, Coded>();
  for (const [file, content] of files) {
    const report = { id: `${truth.story}/${file}`, path: `${truth.story}/${file}`, url: null, bytes: content.length };
    reports.set(file, codeReport(testWorld(), { report, kind: 'text', content, hints: {} }));
  }
  return { truth, reports };
}

test('a report in a language that is read but not coded is compared all the same', () => {
  const lines = [
    'Oslo og Santiago enige',
    'Norge og Chile ble tirsdag enige om felles patruljer. Avtalen gjelder 14 skip. Den ble undertegnet i Oslo av de to utenriksministrene. Patruljene begynner i september og betales av begge land.',
  ];
  const raw = (id: string, more: string[]) => {
    const content = [...lines, ...more].join('\n\n');
    const report = { id, path: id, url: null, bytes: content.length };
    const article = read({ report, kind: 'text', content, hints: { language: 'no' } }, testWorld().pages);
    return { report, article, acts: [], statements: [], quantities: [] };
  };
  const [story] = resolve([raw('a', []), raw('b', ['Les også om været.'])]).stories;
  expect(story?.reports).toEqual(['a', 'b']);
});

describe('words that a retelling may take for one another', () => {
  const { rows } = readTable(join(import.meta.dirname, '..', 'knowledge', 'contrasts.tsv'));

  test.each(rows.map(({ cells }) => [cells['set'], cells['id'], cells['example']]))('%s/%s: %s', (set, id, example) => {
    const { sentences } = codedOf(example as string, 'en');
    const marks = (sentences ?? []).flatMap((sentence) => sentence.marks.map(([what]) => what));
    expect(marks).toContain(`contrast ${set}/${id}`);
  });

  test('every set has two at least, and every word a form in every language', () => {
    for (const { cells } of rows) {
      expect(rows.filter((other) => other.cells['set'] === cells['set']).length, cells['set']).toBeGreaterThan(1);
      for (const language of ['en', 'vi', 'ru', 'tr', 'zh'])
        expect(cells[language], `${cells['id']} ${language}`).toBeTruthy();
    }
  });
});
