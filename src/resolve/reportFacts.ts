import type { Act, Coded, ReportRef } from '../model/index.ts';
import { type DayRange, dayRange } from './days.ts';

/** A report with what comparing needs, worked out once. */
export interface ReportFacts {
  id: string;
  /** Path or URL: how the record names the report. */
  name: string;
  language: string;
  published: DayRange | null;
  coded: Coded;
  /** What the report tells, in the order it tells it: acts, figures, voices; language plays no part in it. */
  facts: string[];
  /** Each of them with the weight it has as evidence that two reports tell one story. */
  weights: ReadonlyMap<string, number>;
  /** All weights together. */
  total: number;
}

const WEIGHT = { coreAct: 3, act: 1.5, person: 1, quantity: 1.5, place: 1, voice: 1 } as const;
/** A figure this small, or a year, is in any report. */
const SMALL_FIGURE = 10;

/** What two reports can be compared by. */
export function reportFacts(coded: Coded): ReportFacts {
  const ordered = orderedFacts(coded);
  const weights = new Map(ordered.map(({ fact, weight }) => [fact, weight]));
  return {
    id: coded.report.id,
    name: reportName(coded),
    language: coded.article.language,
    published: dayRange(coded.article.published),
    coded,
    facts: ordered.map(({ fact }) => fact),
    weights,
    total: ordered.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** How the record names a report. */
export function reportName(coded: Coded): string {
  return nameOf(coded.report);
}

/** The same, of a report that is not coded yet. */
export function nameOf({ path, url, id }: Pick<ReportRef, 'path' | 'url' | 'id'>): string {
  return path || url || id;
}

/** What an act says whatever the language: its type and its parties. */
export function actSignature(act: Act): string {
  return `act ${act.type} ${[...new Set([...act.from, ...act.to])].sort().join(' ')}`;
}

interface Placed {
  fact: string;
  weight: number;
  at: number;
}

function orderedFacts(coded: Coded): Placed[] {
  const placed = [...factsOfActs(coded), ...factsOfQuantities(coded), ...factsOfVoices(coded)];
  placed.sort((a, b) => a.at - b.at || (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0));
  // A fact told twice counts once, at its first place and with its greater weight.
  const facts = new Map<string, Placed>();
  for (const one of placed) {
    const known = facts.get(one.fact);
    if (!known) facts.set(one.fact, one);
    else known.weight = Math.max(known.weight, one.weight);
  }
  return [...facts.values()];
}

function factsOfActs(coded: Coded): Placed[] {
  return coded.acts.flatMap((act) => {
    const at = act.evidence.start;
    const facts: Placed[] = [{ fact: actSignature(act), weight: act.core ? WEIGHT.coreAct : WEIGHT.act, at }];
    for (const person of act.people) facts.push({ fact: `person ${person.id}`, weight: WEIGHT.person, at });
    if (act.place) facts.push({ fact: `place ${act.place.id}`, weight: WEIGHT.place, at });
    return facts;
  });
}

function factsOfQuantities(coded: Coded): Placed[] {
  return coded.quantities
    .filter(({ value }) => value > SMALL_FIGURE && !(Number.isInteger(value) && value > 1900 && value < 2100))
    .map(({ value, start }) => ({ fact: `figure ${value}`, weight: WEIGHT.quantity, at: start }));
}

function factsOfVoices(coded: Coded): Placed[] {
  const voices = coded.statements
    .filter(({ speaker }) => speaker.kind !== 'unnamed')
    .map(({ speaker, start }) => ({ fact: `voice ${speaker.id ?? speaker.name}`, weight: WEIGHT.voice, at: start }));
  const credits = coded.article.credits.map(({ id, outlet, start }) => ({
    fact: `voice ${id ?? outlet}`,
    weight: WEIGHT.voice,
    at: start,
  }));
  return [...voices, ...credits];
}
