// How well resolution does when coding makes no mistake: the acts that careful readers marked take the place of the
// coded ones, and the events they are resolved to are compared with the identities the readers gave (B-cubed).
//   node tools/resolution.ts CODED.jsonl GOLD.jsonl… [--misses]

import { basename } from 'node:path';
import type { Act, ActPerson, Coded } from '../src/model/index.ts';
import { resolve } from '../src/resolve/index.ts';
import type { MarkedAct } from './articles/marks.ts';
import { jsonLines } from './json-lines.ts';

interface GoldEvent extends MarkedAct {
  id?: string;
  mode: Act['mode'];
  place: string | null;
}

interface Gold {
  doc: string;
  language: string;
  events: GoldEvent[];
}

/** One marked act, with the identity that readers gave it and the event it was resolved to. */
interface Item {
  gold: string;
  event: string;
  doc: string;
  language: string;
}

const [codedFile, ...goldFiles] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!codedFile || goldFiles.length === 0) throw new Error('usage: resolution.ts CODED.jsonl GOLD.jsonl… [--misses]');
const coded = new Map(jsonLines<Coded>(codedFile).map((one) => [basename(one.report.path), one]));
const partyOf = parties([...coded.values()]);
const gold = goldFiles.flatMap((file) => jsonLines<Gold>(file)).filter(({ doc }) => coded.has(basename(doc)));
const items = resolved(gold);
const byGold = grouped(items, ({ gold: id }) => id);
const docsOf = (id: string) => new Set(byGold.get(id)?.map(({ doc }) => doc)).size;
const languagesOf = (id: string) => new Set(byGold.get(id)?.map(({ language }) => language)).size;
print('all', items);
print(
  'of several reports',
  items.filter(({ gold: id }) => docsOf(id) > 1),
);
print(
  'of several languages',
  items.filter(({ gold: id }) => languagesOf(id) > 1),
);
if (process.argv.includes('--misses')) for (const line of misses()) console.log(line);

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** Gold does not say whose side a person is on; the coded acts do. */
function parties(reports: readonly Coded[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { acts } of reports)
    for (const act of acts)
      for (const { name, side } of act.people) if (act[side].length === 1) found.set(name, act[side][0] as string);
  return found;
}

function resolved(all: readonly Gold[]): Item[] {
  const reports: Coded[] = [];
  const waiting = new Map<string, Omit<Item, 'event'>>();
  for (const { doc, language, events } of all) {
    const report = coded.get(basename(doc)) as Coded;
    const acts = events.flatMap((event, index) => (event.optional || !event.id ? [] : actOf(event, index, report)));
    for (const act of acts)
      waiting.set(`${report.report.path} ${act.id}`, { gold: events[Number(act.id)]?.id as string, doc, language });
    reports.push({ ...report, acts, statements: report.statements.map((one) => ({ ...one, acts: [] })) });
  }
  return resolve(reports).events.flatMap((event) =>
    event.acts.map(({ report, act }) => ({
      ...(waiting.get(`${report} ${act}`) as Omit<Item, 'event'>),
      event: event.id,
    })),
  );
}

function actOf(event: GoldEvent, index: number, report: Coded): Act {
  const block = report.article.blocks.find(({ lines: [first, last] }) => event.line >= first && event.line <= last);
  const like = report.acts.find(({ type, lines: [first] }) => type === event.type && first === event.line);
  return {
    ...(report.acts[0] as Act),
    id: String(index),
    type: event.type,
    mode: event.mode,
    subtype: null,
    status: event.status,
    from: event.from,
    to: event.to,
    people: event.people.map((name) => personOf(name, event)),
    when:
      event.start || event.end
        ? { earliest: day(event.start, false), latest: day(event.end, true), basis: 'stated', why: 'marked' }
        : null,
    place: event.place ? { id: event.place, name: event.place, country: null } : null,
    topics: like?.topics ?? [],
    according: [],
    evidence: { start: block?.start ?? 0, end: block?.end ?? 0 },
    lines: [event.line, event.line],
    core: event.core,
    confidence: 1,
  };
}

function personOf(name: string, { to }: GoldEvent): ActPerson {
  return { id: name, name, post: null, side: to.includes(partyOf.get(name) ?? '') ? 'to' : 'from' };
}

function day(value: string | null, last: boolean): string | null {
  if (!value) return null;
  const [year, month, date] = value.split('-');
  if (date) return value;
  if (!last) return `${year}-${month ?? '01'}-01`;
  return month ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : `${year}-12-31`;
}

function print(name: string, list: readonly Item[]): void {
  const byEvent = grouped(list, ({ event }) => event);
  const same = grouped(list, ({ gold: id }) => id);
  const both = ({ gold: id, event }: Item) => (byEvent.get(event) ?? []).filter((one) => one.gold === id).length;
  const mean = (of: (item: Item) => number) => list.reduce((sum, item) => sum + of(item), 0) / (list.length || 1);
  const precision = mean((item) => both(item) / (byEvent.get(item.event)?.length ?? 1));
  const recall = mean((item) => both(item) / (same.get(item.gold)?.length ?? 1));
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  console.log(
    `${name.padEnd(21)} ${String(list.length).padStart(4)} acts  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  B3 ${f1.toFixed(3)}`,
  );
}

function misses(): string[] {
  const where = (list: readonly Item[]) => list.map(({ doc }) => doc).join(', ');
  const apart = [...byGold].flatMap(([id, list]) => {
    const events = grouped(list, ({ event }) => event);
    return events.size > 1 ? [`kept apart: ${id}: ${[...events.values()].map(where).join(' | ')}`] : [];
  });
  const merged = [...grouped(items, ({ event }) => event)].flatMap(([, list]) => {
    const ids = grouped(list, ({ gold: id }) => id);
    return ids.size > 1 ? [`merged: ${[...ids].map(([id, some]) => `${id} (${where(some)})`).join(' + ')}`] : [];
  });
  return [...apart, ...merged];
}
