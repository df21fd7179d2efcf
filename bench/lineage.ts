// How fast stories are grouped and their lineage and differences found, for 1,000 and 10,000 synthetic reports: reports a second.
//   node bench/lineage.ts [COUNT…]
// Every story is one text with four retellings of it; all reports end with the same sentence, as an agency's do. If the
// search for pairs were not kept near linear, that sentence alone would make 50 million pairs of 10,000 reports.
import type { Coded, Mark, Sentence } from '../src/model/index.ts';
import { resolve } from '../src/resolve/index.ts';

const RETELLINGS = 5;
const SENTENCES = 12;
const BOILERPLATE = 'This article was first published by the News Cooperative and may not be altered without leave.';
const counts = process.argv.slice(2).map(Number);

for (const count of counts.length > 0 ? counts : [1_000, 10_000]) {
  const reports = Array.from({ length: count }, (_, index) => report(index));
  const before = process.cpuUsage();
  const { stories } = resolve(reports);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const edges = stories.reduce((sum, { lineage }) => sum + lineage.length, 0);
  console.log(
    `${count.toLocaleString('en')} reports: ${Math.round(count / seconds).toLocaleString('en')} reports/s of processor time, ${seconds.toFixed(1)} s; ${stories.length} stories, ${edges} edges`,
  );
}
console.log('lineage benchmark: done');

/** A fixed row of numbers from a seed. */
function row(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** One of the five retellings of a story: the same sentences, some left out, one figure changed. */
function report(index: number): Coded {
  const story = Math.floor(index / RETELLINGS);
  const retelling = index % RETELLINGS;
  const next = row(story + 1);
  const day = new Date(Date.UTC(2024, 0, 1 + (story % 300))).toISOString().slice(0, 10);
  const texts: string[] = [];
  const marks: [string, string][][] = [];
  for (let at = 0; at < SENTENCES; at++) {
    const [actor, person, topic, figure] = [
      Math.floor(next() * 60),
      Math.floor(next() * 900),
      Math.floor(next() * 40),
      20 + Math.floor(next() * 5_000),
    ];
    const words = Array.from({ length: 14 }, () => `w${Math.floor(next() * 4_000)}`).join(' ');
    if (retelling > 0 && (at + retelling) % 7 === 0) continue;
    texts.push(
      `State${actor} and Person${person} spoke of ${topic} with ${retelling === 3 ? figure + 1 : figure} others: ${words}.`,
    );
    marks.push([
      [`actor S${actor}`, `State${actor}`],
      [`person p${person}`, `Person${person}`],
      [`topic t${topic}`, ` ${topic} `],
    ]);
  }
  return coded(`${story}-${retelling}.txt`, day, [...texts, BOILERPLATE], marks);
}

function coded(path: string, day: string, texts: readonly string[], named: readonly [string, string][][]): Coded {
  const text = texts.join('\n');
  let start = 0;
  const sentences = texts.map((one, place): Sentence => {
    const end = start + one.length;
    const marks = (named[place] ?? []).map(([what, word]): Mark => {
      const at = start + one.indexOf(word);
      return [what, at, at + word.length];
    });
    const sentence = { start, end, marks };
    start = end + 1;
    return sentence;
  });
  const blocks = sentences.map((one, line) => ({
    kind: 'paragraph' as const,
    start: one.start,
    end: one.end,
    lines: [line + 1, line + 1] as [number, number],
  }));
  const published = { earliest: day, latest: day, basis: 'stated' as const, time: null, why: 'made up' };
  const article = {
    language: 'en',
    text,
    title: null,
    outlet: null,
    authors: [],
    published,
    url: null,
    blocks,
    credits: [],
    warnings: [],
  };
  return {
    report: { id: path, path, url: null, bytes: text.length },
    article,
    acts: [],
    statements: [],
    quantities: [],
    sentences,
  };
}
