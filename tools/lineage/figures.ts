import type { Coded, LineageEdge, Story } from '../../src/model/index.ts';
import { differencesBetween, isEqualWords, isPlanted } from './match.ts';
import type { PlantedDifference, Truth, TruthEdge } from './truth.ts';

/** What was found, counted against what is true; `misses` says in words what went wrong. */
export class Figures {
  trueEdges = 0;
  foundEdges = 0;
  rightEdges = 0;
  rightKinds = 0;
  planted = 0;
  plantedFound = 0;
  pairs = 0;
  falseDifferences = 0;
  equalWords = 0;
  equalTold = 0;
  readonly misses: string[] = [];
}

/** A story with its coded reports by file name. */
export interface CodedStory {
  truth: Truth;
  reports: Map<string, Coded>;
}

/** Tells whether two names, or a name and an id, are one outlet's. */
export type SameOutlet = (one: string, other: string) => boolean;

/** Counts one story's edges and differences. `found` are the resolved stories that hold any of its reports. */
export function measureStory(
  story: CodedStory,
  found: readonly Story[],
  sameOutlet: SameOutlet,
  figures: Figures,
): void {
  const edges = found.flatMap(({ lineage }) => lineage).filter((edge) => fileOf(edge.to, story) !== null);
  measureEdges(story, edges, sameOutlet, figures);
  const differences = found.flatMap((one) => one.differences);
  const right = new Set(
    story.truth.edges.filter((edge) => edges.some((one) => isEdge(one, edge, story, sameOutlet))).map(pairOfEdge),
  );
  for (const [pair, planted] of plantedByPair(story.truth)) {
    const [from, to] = pair.split('\n').map((file) => story.reports.get(file)) as [Coded?, Coded?];
    if (!from || !to) continue;
    const told = differencesBetween(differences, from, to);
    const rest = measurePlanted(story, told, planted, [from, to], figures);
    if (right.has(pair)) measureFalse(story, rest, figures);
  }
  measureEqualWords(story, differences, figures);
}

function measureEdges(story: CodedStory, edges: LineageEdge[], sameOutlet: SameOutlet, figures: Figures): void {
  const { truth } = story;
  const counted = edges.filter((edge) => !isOwn(edge, story, sameOutlet));
  figures.trueEdges += truth.edges.length;
  figures.foundEdges += counted.length;
  for (const edge of truth.edges) {
    const hit = counted.find((one) => isEdge(one, edge, story, sameOutlet));
    if (!hit) figures.misses.push(`${truth.story}: edge not found: ${edge.from} → ${edge.to} (${edge.kind})`);
    else if (isKind(hit, edge, story)) figures.rightKinds++;
    else figures.misses.push(`${truth.story}: ${edge.from} → ${edge.to} is a ${edge.kind}, not a ${hit.kind}`);
    if (hit) figures.rightEdges++;
  }
  for (const edge of counted)
    if (!truth.edges.some((one) => isEdge(edge, one, story, sameOutlet)))
      figures.misses.push(
        `${truth.story}: no such edge: ${fileOf(edge.from, story) ?? edge.from} → ${fileOf(edge.to, story)} (${edge.kind})`,
      );
}

function isEdge(found: LineageEdge, edge: TruthEdge, story: CodedStory, sameOutlet: SameOutlet): boolean {
  if (fileOf(found.to, story) !== edge.to) return false;
  const from = fileOf(found.from, story);
  if (story.reports.has(edge.from)) return from === edge.from;
  return from === null && sameOutlet(found.from, edge.from);
}

/** Without the source's text nobody can tell a free translation from a rewrite in another language. */
function isKind(found: LineageEdge, edge: TruthEdge, { reports }: CodedStory): boolean {
  const retold = new Set(['translation', 'rewrite']);
  return found.kind === edge.kind || (!reports.has(edge.from) && retold.has(found.kind) && retold.has(edge.kind));
}

/** An edge from an outlet to its own page says nothing, right or wrong. */
function isOwn(edge: LineageEdge, story: CodedStory, sameOutlet: SameOutlet): boolean {
  const outlet = story.truth.own[fileOf(edge.to, story) ?? ''];
  return outlet !== undefined && fileOf(edge.from, story) === null && sameOutlet(edge.from, outlet);
}

/** The file of the story that a report's path or id stands for, or null. */
function fileOf(name: string, { reports }: CodedStory): string | null {
  for (const [file, { report }] of reports) if (name === report.path || name === report.id) return file;
  return null;
}

function pairOfEdge({ from, to }: TruthEdge): string {
  return `${from}\n${to}`;
}

/** Planted differences by pair of files: those of the edges between reports, and those of siblings. */
function plantedByPair({ edges, siblingDifferences }: Truth): Map<string, PlantedDifference[]> {
  const pairs = new Map(edges.map((edge) => [pairOfEdge(edge), edge.differences]));
  for (const { between, differences } of siblingDifferences) pairs.set(between.join('\n'), differences);
  return pairs;
}

/** Counts the planted differences that were found, each by one of `told`; gives back what of `told` is left. */
function measurePlanted(
  { truth }: CodedStory,
  told: Story['differences'],
  planted: readonly PlantedDifference[],
  [from, to]: [Coded, Coded],
  figures: Figures,
): Story['differences'] {
  const left = new Set(told);
  for (const one of planted) {
    figures.planted++;
    const hit = [...left].find((found) => isPlanted(found, one, from, to));
    if (!hit) {
      const words = `${quoted(one.from)} / ${quoted(one.to)}`;
      figures.misses.push(`${truth.story}: ${one.kind} not found, ${nameOf(from)} → ${nameOf(to)}: ${words}`);
      continue;
    }
    figures.plantedFound++;
    left.delete(hit);
  }
  // What tells a planted difference a second time, in other words or as another kind of the family, is not false.
  return [...left].filter((found) => !planted.some((one) => isPlanted(found, one, from, to)));
}

function measureFalse({ truth }: CodedStory, rest: Story['differences'], figures: Figures): void {
  figures.pairs++;
  figures.falseDifferences += rest.length;
  for (const { kind, from, to } of rest)
    figures.misses.push(
      `${truth.story}: not planted, ${from.report} → ${to.report}: ${kind} ${quoted(from.text)} / ${quoted(to.text)}`,
    );
}

function measureEqualWords({ truth, reports }: CodedStory, differences: Story['differences'], figures: Figures): void {
  for (const { from, to, reports: files } of truth.notDifferences) {
    const [one, other] = files.map((file) => reports.get(file)) as [Coded?, Coded?];
    if (!one || !other) continue;
    figures.equalWords++;
    // A planted difference may be told with more words than changed, and hold equal ones beside them.
    const planted = plantedByPair(truth).get(files.join('\n')) ?? [];
    const told = differencesBetween(differences, one, other).find(
      (found) =>
        isEqualWords(found, { from, to }, one, other) && !planted.some((known) => isPlanted(found, known, one, other)),
    );
    if (!told) continue;
    figures.equalTold++;
    figures.misses.push(
      `${truth.story}: the same, but told as a difference of ${told.kind}: ${quoted(from)} / ${quoted(to)}`,
    );
  }
}

function nameOf({ report }: Coded): string {
  return report.path;
}

function quoted(words: string | null): string {
  return words === null || words === '' ? '–' : `"${words}"`;
}

/** B³ F1 of a grouping against the true one: both give each item the name of its group. */
export function bCubed(items: readonly { truth: string; found: string }[]): number {
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const together = items.filter(({ found }) => found === item.found);
    const belonging = items.filter(({ truth }) => truth === item.truth);
    const both = together.filter(({ truth }) => truth === item.truth).length;
    precision += both / together.length;
    recall += both / belonging.length;
  }
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) / items.length;
}
