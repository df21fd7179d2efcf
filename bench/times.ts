// How fast times and quantities are found in running text, and how many of the project's cases come out right.
//   node bench/times.ts [--peers DIR]
// DIR is a folder with chrono-node installed: it scans the same text and reads the same cases. Rates are of processor time.
import { join } from 'node:path';
import { findQuantities } from '../src/recognise/quantities/index.ts';
import { exampleOptions } from '../src/recognise/times/check.ts';
import { exampleTokens } from '../src/recognise/times/example-tokens.ts';
import { findTimes, resolveTime } from '../src/recognise/times/index.ts';
import { type Row, readTable } from '../src/world/table.ts';
import { compileTimes, type TimeGrammar } from '../src/world/times.ts';
import { tokenBuffer, tokenise, Vocabulary } from '../src/world/tokenise.ts';
import { loadChrono } from './times-peers.ts';

/** Sentences with few times, as running text has them, for each language. */
const SAMPLES: Readonly<Record<string, string>> = {
  en: 'The two ministers spoke at length about trade, energy and the safety of shipping in the strait, and agreed that their deputies should go on with the work. The larger questions were left open. They last met on 24 November, in a hotel by the sea. ',
  vi: 'Hai bộ trưởng trao đổi khá lâu về thương mại, năng lượng và an toàn hàng hải qua eo biển, và nhất trí để các cấp phó tiếp tục công việc. Những câu hỏi lớn hơn vẫn bỏ ngỏ. Lần gần nhất họ gặp nhau là ngày 24/11 ở ven biển. ',
  ru: 'Министры долго говорили о торговле, энергетике и безопасности судоходства в проливе и решили, что их заместители продолжат работу. Большие вопросы остались открытыми. Последний раз они виделись 24 ноября в гостинице у моря. ',
  tr: 'Bakanlar ticaret, enerji ve boğazdaki gemi güvenliği üzerine uzun uzun konuştu, yardımcılarının işi sürdürmesinde anlaştı. Daha büyük sorular açık kaldı. En son 24 Kasım’da deniz kıyısında bir otelde görüşmüşlerdi. ',
  zh: '两位部长就贸易、能源以及海峡航运安全作了长时间交谈，并同意由副手继续工作。更大的问题没有答案。他们上一次会面是11月24日在海边的一家旅馆。',
};
const REPEATS = 4000;
/** Of another reader, which may take far longer. */
const CHRONO_REPEATS = 8;
const ROOT = join(import.meta.dirname, '..');
const at = process.argv.indexOf('--peers');
const peers = at < 0 ? null : (process.argv[at + 1] ?? '');

for (const [language, sample] of Object.entries(SAMPLES)) {
  const started = performance.now();
  const grammar = compileTimes(join(ROOT, 'languages', language), language);
  const compiled = performance.now() - started;
  const vocabulary = new Vocabulary();
  grammar.vocabulary.bind((word) => vocabulary.add(word));
  const text = sample.repeat(20);
  const tokens = tokenBuffer(text.length);
  tokenise(text, 0, text.length, vocabulary, tokens);
  const times = rate(text.length, () => findTimes(text, tokens, grammar));
  const quantities = rate(text.length, () => findQuantities(text, tokens, grammar));
  console.log(
    `${language}: compile ${compiled.toFixed(0)} ms, times ${times.toFixed(1)} M characters/s, quantities ${quantities.toFixed(1)} M characters/s`,
  );
  // Cases come as tokens of their own, which the bound grammar would not know.
  const unbound = compileTimes(join(ROOT, 'languages', language), language);
  const cases = readTable(join(ROOT, 'test', 'fixtures', 'times', `${language}.tsv`)).rows;
  console.log(`    ${rightOf(cases, (row) => readCase(unbound, row))} of the cases right`);
  if (peers !== null) await benchChrono(language, text, cases, times);
}

async function benchChrono(language: string, text: string, cases: readonly Row[], ours: number): Promise<void> {
  const chrono = await loadChrono(peers ?? '', language);
  if (!chrono) return console.log('    chrono-node: has no such language');
  const theirs = rate(text.length, () => chrono.find(text), CHRONO_REPEATS);
  const right = rightOf(cases, ({ cells }) => chrono.read(cells['text'] ?? '', dayOf(cells['reference'] ?? '')));
  console.log(
    `    chrono-node: ${right} right, ${theirs.toFixed(2)} M characters/s; we are ${(ours / theirs).toFixed(0)} times as fast`,
  );
}

/** So many of the cases that give one time, or none, a reader reads as they say. */
function rightOf(cases: readonly Row[], read: (row: Row) => string): string {
  const whole = cases.filter(
    ({ cells }) => cells['expectedEarliest'] !== 'null' && !/[a-z]/.test(cells['reference'] ?? ''),
  );
  const right = whole.filter((row) => read(row) === expected(row)).length;
  return `${right} of ${whole.length}`;
}

function expected({ cells }: Row): string {
  const { expectedEarliest = '', expectedLatest = '' } = cells;
  return expectedEarliest === 'none' ? 'none' : `${expectedEarliest}..${expectedLatest}`;
}

function readCase(grammar: TimeGrammar, { cells }: Row): string {
  const [first] = findTimes(cells['text'] ?? '', exampleTokens(cells['text'] ?? ''), grammar);
  if (!first) return 'none';
  const time = resolveTime(first.value, exampleOptions(grammar.language, cells['reference'] ?? ''));
  return `${time?.earliest ?? ''}..${time?.latest ?? ''}`;
}

function dayOf(reference: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(reference)?.[0] ?? '2024-06-15';
}

/** Millions of characters a second of processor time, so that a busy machine does not count. */
function rate(length: number, run: () => unknown, repeats = REPEATS / 20): number {
  for (let index = 0; index < repeats / 3; index++) run();
  const started = process.cpuUsage();
  for (let index = 0; index < repeats; index++) run();
  return (length * repeats) / process.cpuUsage(started).user;
}
