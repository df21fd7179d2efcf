import { createHash } from 'node:crypto';
import type { Story } from '../model/index.ts';
import type { DayRange } from './days.ts';
import { NEWS_DAYS } from './days.ts';
import { differencesOf } from './differences/index.ts';
import { lineageOf } from './lineage/index.ts';
import { type Root, rootsIn } from './lineage/roots.ts';
import type { ReportFacts } from './reportFacts.ts';
import { areAkin, SAME_NEWS, storyLikeness, traitsOf } from './storyLikeness.ts';

/** Two reports of one story. */
export interface StoryLink {
  a: ReportFacts;
  b: ReportFacts;
  likeness: number;
}

/** The days within which the other reports of a story may have been published; all days when it is not known. */
export function publishedRange({ published }: ReportFacts): DayRange {
  const { first, last } = published ?? { first: 0, last: ALL_DAYS };
  return { first: Number.isFinite(first) ? first : 0, last: Number.isFinite(last) ? last : ALL_DAYS };
}

const ALL_DAYS = 40_000;

/** The pairs of reports that carry the same news. */
export function storyLinks(pairs: Iterable<readonly [ReportFacts, ReportFacts]>): StoryLink[] {
  const links: StoryLink[] = [];
  for (const [one, other] of pairs) {
    const [a, b] = one.id < other.id ? [one, other] : [other, one];
    const likeness = storyLikeness(a, b);
    if (likeness >= SAME_NEWS) links.push({ a, b, likeness });
  }
  return links;
}

/**
 * Pairs of reports that share a trait and may have been published within the same days, each once.
 * @param traits of a report, where they are kept
 */
export function* storyPairs(
  reports: readonly ReportFacts[],
  traits: (report: ReportFacts) => readonly number[] = traitsOf,
): Generator<readonly [ReportFacts, ReportFacts]> {
  const holders = new Map<number, Map<number, ReportFacts[]>>();
  for (const report of reports) {
    const seen = new Set<ReportFacts>();
    const { first, last } = publishedRange(report);
    const spans = spansOf(first, last);
    const own = [...(spans ?? [UNDATED]), ALL];
    const near = [...(spansOf(first - NEWS_DAYS, last + NEWS_DAYS) ?? [ALL]), UNDATED];
    const looked = spans ? near : [ALL];
    for (const trait of traits(report)) {
      const known = holders.get(trait) ?? new Map<number, ReportFacts[]>();
      for (const span of looked)
        for (const other of known.get(span) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          yield [other, report];
        }
      for (const span of own) hold(known, span, report);
      holders.set(trait, known);
    }
  }
}

/** In place of a span: reports that may be of any time, and all reports. */
const UNDATED = -1e6;
const ALL = -2e6;

function hold(holders: Map<number, ReportFacts[]>, span: number, report: ReportFacts): void {
  const known = holders.get(span);
  if (known) known.push(report);
  else holders.set(span, [report]);
}

/** Spans of days by number; null for a report that may be of any time. */
function spansOf(first: number, last: number): number[] | null {
  const [from, to] = [first, last].map((day) => Math.floor(day / NEWS_DAYS)) as [number, number];
  return to - from > MOST_SPANS ? null : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const MOST_SPANS = 12;

/**
 * Groups reports into stories: the likest pairs first, and two groups join when the mean likeness across them is enough.
 * Pairs that are not linked count as unlike.
 * @returns groups in the order of their smallest report id
 */
export function storyGroups(reports: readonly ReportFacts[], links: readonly StoryLink[]): ReportFacts[][] {
  const group = new Map(reports.map((report) => [report.id, new StoryGroup(report)]));
  const of = ({ id }: ReportFacts) => group.get(id) as StoryGroup;
  const strongest = [...links].sort((x, y) => y.likeness - x.likeness || byId(x.a, y.a) || byId(x.b, y.b));
  for (const { a, b, likeness } of strongest) {
    of(a).addLikeness(of(b), likeness);
    of(b).addLikeness(of(a), likeness);
  }
  for (const { a, b } of strongest) {
    const [one, other] = [of(a), of(b)];
    if (one === other) continue;
    // What was made from a report belongs to its story, whatever else that story tells.
    if (one.meanLikeness(other) < SAME_NEWS * MEAN_SHARE && !areAkin(a, b)) continue;
    const [large, small] = one.reports.length >= other.reports.length ? [one, other] : [other, one];
    large.take(small);
    for (const { id } of small.reports) group.set(id, large);
  }
  const groups = [...new Set(group.values())].map(({ reports: found }) => found.sort(byId));
  return groups.sort((x, y) => byId(x[0] as ReportFacts, y[0] as ReportFacts));
}

const MEAN_SHARE = 0.5;

/** Reports on the way to a story, with the likeness to each other group added up. */
class StoryGroup {
  readonly reports: ReportFacts[];
  readonly #likeness = new Map<StoryGroup, number>();

  constructor(report: ReportFacts) {
    this.reports = [report];
  }

  addLikeness(other: StoryGroup, likeness: number): void {
    this.#likeness.set(other, (this.#likeness.get(other) ?? 0) + likeness);
  }

  meanLikeness(other: StoryGroup): number {
    return (this.#likeness.get(other) ?? 0) / (this.reports.length * other.reports.length);
  }

  take(other: StoryGroup): void {
    this.reports.push(...other.reports);
    this.#likeness.delete(other);
    for (const [third, likeness] of other.#likeness) {
      if (third === this) continue;
      this.addLikeness(third, likeness);
      third.#likeness.delete(other);
      third.addLikeness(this, likeness);
    }
  }
}

function byId(a: ReportFacts, b: ReportFacts): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** A story without its events, and what its reports go back to. */
export interface Traced {
  story: Story;
  /** By the id of the report. */
  roots: ReadonlyMap<string, readonly Root[]>;
}

/** A group of reports as a story, with who took it from whom, and what was changed. */
export function storyOf(reports: readonly ReportFacts[]): Traced {
  const names = new Set(reports.map(({ name }) => name));
  const first = [...reports].sort((a, b) => publishedDay(a) - publishedDay(b) || byId(a, b));
  const lineage = lineageOf(reports);
  const title = first.find(({ coded }) => coded.article.title)?.coded.article.title;
  const story = {
    id: storyId(reports),
    title: title ?? firstWords(first[0] as ReportFacts),
    reports: [...names].sort(),
    events: [],
    lineage: lineage.edges,
    differences: differencesOf(lineage),
  };
  return { story, roots: rootsIn(lineage) };
}

/** Depends on the reports alone, never on when they came. */
export function storyId(reports: readonly ReportFacts[]): string {
  const [smallest] = reports.map(({ id }) => id).sort();
  return `s${createHash('sha256').update(`story ${smallest}`).digest('hex').slice(0, 15)}`;
}

function publishedDay({ published }: ReportFacts): number {
  return published && Number.isFinite(published.first) ? published.first : Number.MAX_SAFE_INTEGER;
}

const TITLE_LENGTH = 100;

function firstWords({ coded, name }: ReportFacts): string {
  const { blocks, text } = coded.article;
  const own = blocks.find(({ kind }) => kind === 'lead' || kind === 'paragraph');
  const words = own ? text.slice(own.start, own.end).trim() : '';
  if (words === '') return name;
  return words.length <= TITLE_LENGTH ? words : `${words.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, '')}…`;
}
