import type { Difference } from '../../model/index.ts';
import type { Bead } from '../lineage/align.ts';
import type { Lineage } from '../lineage/index.ts';
import { kindOf } from '../lineage/kind.ts';
import type { Kinship } from '../lineage/kinship.ts';
import { type Descent, turned } from '../lineage/parents.ts';
import type { Passage } from '../lineage/passages.ts';
import { actDifferences, mannerDifference } from './acts.ts';
import { addedClaims, droppedClaims, explanations } from './claims.ts';
import { clauseDifferences, lengthRatio, type Telling } from './clauses.ts';
import { contrastDifferences } from './contrasts.ts';
import { filled } from './fill.ts';
import { nameDifferences } from './names.ts';
import { numberDifferences } from './numbers.ts';
import { quotationDifferences } from './quotations.ts';
import { type Pair, pairOf } from './side.ts';
import { timeDifferences } from './times.ts';
import { voiceDifferences } from './voices.ts';
import { wordingDifferences } from './wording.ts';

/** Passages less alike may tell different things; what differs in them is no change. */
const LEAST_LIKENESS = 0.22;
/** Told anew, less alike passages have so many words of their own that who says or does it may stand elsewhere. */
const SURE_LIKENESS = 0.4;

/** What the retellings of a story changed: along each edge of its lineage, and between two of one source that is not at hand. */
export function differencesOf({ descents, outlets }: Lineage): Difference[] {
  const found = descents.flatMap((descent) => alongEdge(descent, descents));
  const siblings = [...new Set(outlets.flatMap(({ akin }) => akin))].map((kinship) =>
    kinship.a.report.name < kinship.b.report.name ? kinship : turned(kinship),
  );
  const between = siblings.flatMap((kinship) => {
    const beads = filled(kinship);
    return [...valueDifferences(kinship, beads, null), ...betweenSiblings(kinship, beads)];
  });
  return [...found, ...between].sort(inOrder);
}

/** Of two siblings either may have left out what only the other has. */
function betweenSiblings({ a, b }: Kinship, beads: readonly Bead[]): Difference[] {
  const back = beads.map((bead) => ({ ...bead, a: bead.b, b: bead.a }));
  const common = { isRetold: false, elsewhere: new Set<Passage>() };
  const [there, here] = [
    { a, b, beads, ...common },
    { a: b, b: a, beads: back, ...common },
  ];
  return [there, here].flatMap((aligned) => [...droppedClaims(aligned), ...explanations(aligned)]);
}

function alongEdge({ kinship, target, partly }: Descent, all: readonly Descent[]): Difference[] {
  const kind = kindOf(kinship);
  const others = all.filter((other) => other.target === target && other.kinship !== kinship);
  const beads = partly || others.length > 0 || kind === 'rewrite' ? kinship.beads : filled(kinship);
  const elsewhere = new Set(others.flatMap((other) => other.kinship.beads.flatMap(({ b }) => b)));
  const telling =
    partly || kind === 'excerpt' ? null : { ratio: lengthRatio(kinship.beads), isRetold: kind === 'rewrite' };
  const values = withoutRepeats([
    ...valueDifferences(kinship, beads, telling),
    ...mannerDifference(kinship.a, kinship.b),
  ]).map((one) => (isFrom(one, elsewhere) ? { ...one, origin: 'inherited' as const } : one));
  // An excerpt leaves out as a matter of course, also who said it.
  if (kind === 'excerpt') return values.filter((one) => one.kind !== 'attribution');
  if (partly) return values;
  const aligned = { a: kinship.a, b: kinship.b, beads, isRetold: kind === 'rewrite', elsewhere };
  return [...values, ...(others.length > 0 ? [] : droppedClaims(aligned)), ...addedClaims(aligned)];
}

/** The retelling has the words from its other source. */
function isFrom({ to }: Difference, elsewhere: ReadonlySet<Passage>): boolean {
  const at = to.span?.[0];
  return at !== undefined && [...elsewhere].some(({ start, end }) => at >= start && at < end);
}

/** One place is told of once. */
function withoutRepeats(differences: readonly Difference[]): Difference[] {
  const seen = new Set<string>();
  return differences.filter(({ kind, from, to }) => {
    const key = `${kind} ${from.span?.[0]} ${to.span?.[0]}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `telling`: how the retelling goes, where what its sentences leave out counts. */
function valueDifferences({ a, b }: Kinship, beads: readonly Bead[], telling: Telling | null): Difference[] {
  return beads
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .flatMap((bead) => pairDifferences(pairOf(bead, a, b), telling));
}

function pairDifferences(pair: Pair, telling: Telling | null): Difference[] {
  if (pair.bead.a.every(({ heading }) => heading) || pair.bead.b.every(({ heading }) => heading)) return [];
  const isLoose = telling?.isRetold && pair.bead.likeness < SURE_LIKENESS;
  const values = [
    ...numberDifferences(pair),
    ...timeDifferences(pair),
    ...nameDifferences(pair),
    ...actDifferences(pair).filter(({ kind }) => !(isLoose && kind === 'actor')),
    ...contrastDifferences(pair),
    ...(isLoose ? [] : voiceDifferences(pair)),
    ...quotationDifferences(pair),
  ];
  const clauses = telling ? [...clauseDifferences(pair, telling), ...wordingDifferences(pair)] : [];
  // Whoever is said to say the added clause is not said to say the rest.
  const isAdded = clauses.some(({ kind }) => kind === 'claim-added');
  const kept = isAdded ? values.filter(({ kind }) => kind !== 'attribution') : values;
  const found = [...kept];
  for (const clause of clauses)
    if (!found.some((one) => isWithin(one, clause) || (one.kind === clause.kind && isWithin(clause, one))))
      found.push(clause);
  return found;
}

/** A clause whose value is told to differ is not left out. */
function isWithin(value: Difference, { kind, from, to }: Difference): boolean {
  const [inner, outer] = kind === 'claim-added' ? [value.to.span, to.span] : [value.from.span, from.span];
  return inner !== null && outer !== null && inner[0] >= outer[0] && inner[1] <= outer[1];
}

function inOrder(x: Difference, y: Difference): number {
  return (
    compare(x.from.report, y.from.report) ||
    compare(x.to.report, y.to.report) ||
    placeOf(x) - placeOf(y) ||
    compare(x.kind, y.kind) ||
    compare(x.note, y.note)
  );
}

function placeOf({ from, to }: Difference): number {
  return from.span?.[0] ?? to.span?.[0] ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
