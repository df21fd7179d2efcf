// The same news in two languages should give the same acts: agreement over documents translated by people, and what differs.
//   node bench/parallel.ts [REPORTS.jsonl]    reports whose ids differ only in the language code before the ending: x.en.txt, x.ru.txt
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Coded } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { openWorld } from '../src/world/index.ts';

const file = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared', 'gold', 'dev-wmt.reports.jsonl');
if (!existsSync(file)) throw new Error(`${file} is not there: name a file of reports in two languages`);

const documents = new Map<string, Coded[]>();
const world = openWorld();
for await (const raw of openReports([file], {})) {
  if ('error' in raw) continue;
  const coded = codeReport(world, raw);
  const document = coded.report.path.replace(/\.[a-z]{2}(\.\w+)?$/, '');
  documents.set(document, [...(documents.get(document) ?? []), coded]);
}

const totals = new Map<string, { told: number; shared: number; strict: number }>();
for (const [document, [one, other]] of documents) {
  if (!one || !other) continue;
  const pair = [one, other]
    .map(({ article }) => article.language)
    .sort()
    .join('–');
  const total = totals.get(pair) ?? { told: 0, shared: 0, strict: 0 };
  totals.set(pair, total);
  const { pairs, alone } = matched(one.acts, other.acts);
  total.told += one.acts.length + other.acts.length;
  total.shared += 2 * pairs.length;
  total.strict += 2 * pairs.filter(([a, b]) => a.type === b.type && a.status === b.status).length;
  for (const [a, b] of pairs)
    if (a.type !== b.type || a.status !== b.status) console.log(`${document}: ${shown(a)} against ${shown(b)}`);
  for (const [act, language] of [
    ...alone[0].map((act) => [act, one.article.language] as const),
    ...alone[1].map((act) => [act, other.article.language] as const),
  ])
    console.log(`${document}: only in ${language}: ${shown(act)}, line ${act.lines[0]}`);
}
for (const [pair, { told, shared, strict }] of totals)
  console.log(
    `${pair.padEnd(8)} ${told} acts, told in both languages ${(shared / told).toFixed(3)}, with the same type and status ${(strict / told).toFixed(3)}`,
  );

/** Pairs acts with the same parties, those of one type first. */
function matched(one: readonly Act[], other: readonly Act[]): { pairs: [Act, Act][]; alone: [Act[], Act[]] } {
  const pairs: [Act, Act][] = [];
  const left = new Set(one);
  const right = new Set(other);
  for (const alike of [
    (a: Act, b: Act) => a.type === b.type && a.status === b.status,
    (a: Act, b: Act) => a.type === b.type,
  ])
    for (const act of left) {
      const found = [...right].find((candidate) => alike(act, candidate) && parties(act) === parties(candidate));
      if (!found) continue;
      pairs.push([act, found]);
      left.delete(act);
      right.delete(found);
    }
  return { pairs, alone: [[...left], [...right]] };
}

function parties(act: Act): string {
  return [...new Set([...act.from, ...act.to])].sort().join(' ');
}

function shown(act: Act): string {
  return `${act.type} ${act.status} ${act.from}>${act.to}`;
}
