import type { Difference, Statement } from '../../model/index.ts';
import { sizeOf } from '../lineage/passages.ts';
import { takenFrom } from '../lineage/sources.ts';
import { BY_PLACE } from './fill.ts';
import { changed, type Found, type Pair, QUOTED, type Side } from './side.ts';

/** Who says it, how strongly, and whether anybody is said to say it. */
export function voiceDifferences(pair: Pair): Difference[] {
  const attribution = [...attributionDifferences(pair), ...addedAttributions(pair), ...accusationDifferences(pair)];
  return [...attribution.slice(0, 1), ...(attribution.length > 0 ? [] : strengthDifferences(pair))];
}

/** What one lays to somebody, the other tells as a fact. */
function attributionDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  if (isHeard(b)) return [];
  const said = a.statements.find((statement) => isReported(statement, a) && !isCredit(statement, a));
  if (!said || speaksThere(said, b) || (said.speaker.kind === 'outlet' && b.named('outlet').length > 0)) return [];
  return [changed('attribution', pair, null, null, `the word of ${said.speaker.name}, told as a fact`)];
}

/** The one outlet that the whole was taken from, left out, is a credit left out: the news was never its word. */
function isCredit({ speaker }: Statement, { told }: Side): boolean {
  const sources = takenFrom(told.report);
  return speaker.kind === 'outlet' && sources.length === 1 && sources[0]?.key === (speaker.id ?? speaker.name);
}

/** What one tells as a fact, the other lays to somebody. */
function addedAttributions(pair: Pair): Difference[] {
  const { a, b, bead } = pair;
  if (isHeard(a) || bead.likeness <= BY_PLACE) return [];
  const said = b.statements.find((statement) => isReported(statement, b) && statement.speaker.kind !== 'outlet');
  if (!said || isNamedIn(said, a) || b.named('outlet').length > 0) return [];
  return [changed('attribution', pair, null, null, `a fact, told as the word of ${said.speaker.name}`)];
}

/** What one side accuses another of, the other report tells as a fact. */
function accusationDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  const accusation = a.acts.find(({ type }) => type === 'ACCUSE');
  if (!accusation || isHeard(b) || !b.passages.some(({ features }) => features.has(`actor ${accusation.to[0]}`)))
    return [];
  const [from, to] = [accusation.from.join(', '), accusation.to.join(', ')];
  return [changed('attribution', pair, null, null, `what ${from} accuses ${to} of, told as a fact`)];
}

/** Somebody tells of it, and does not do it by saying it: "Sweden promised" is a deed. */
function isReported({ strength, speaker, start, end }: Statement, { acts, named }: Side): boolean {
  if (strength === undefined || strength === 'deny' || strength === 'call') return false;
  if (named('force').some((force) => UNSAID.has(force.value) && force.start >= start && force.end <= end)) return false;
  return (
    speaker.kind !== 'person' ||
    !acts.some(({ from, to }) => from.length === 1 && to.length > 0 && from[0] === speaker.actor)
  );
}

/** Verbs that tell what somebody thinks or does, not what they say. */
const UNSAID = new Set(['think', 'perform', 'hope', 'fear', 'guess']);

/** A term in quotation marks is no quotation. */
const LEAST_QUOTED = 25;

/** Anything that may tell of saying; a gap in our tables must not look like a fact. */
function isHeard(side: Side): boolean {
  if (side.passages.some(({ text }) => [...text.matchAll(QUOTED)].some(([, words]) => isLong(words ?? ''))))
    return true;
  if (side.named('deed').some(({ value }) => value === 'ACCUSE') || side.named('status').length > 0) return true;
  // "According to TASS" says where the report has it from, not whose word it is.
  const credits = side.named('outlet');
  const said = side.statements.filter(({ speaker }) => speaker.kind !== 'outlet');
  return said.length > 0 || side.named('speech').some((speech) => !credits.some((credit) => isBeside(speech, credit)));
}

/** So near an outlet's name, a word for saying is about it. */
const BESIDE = 20;

function isBeside(one: Found, other: Found): boolean {
  return one.start - other.end < BESIDE && other.start - one.end < BESIDE;
}

function isLong(words: string): boolean {
  return sizeOf(words) >= LEAST_QUOTED;
}

/** Whoever said it is there in person: the other tells it of them in some other way. */
function speaksThere({ speaker }: Statement, side: Side): boolean {
  if (speaker.kind === 'person' && speaker.id) return side.named('person').some(({ value }) => value === speaker.id);
  return side.acts.some(({ from }) => speaker.actor !== null && from.includes(speaker.actor));
}

/** Whose word it is is named there, whatever it is doing. */
function isNamedIn(said: Statement, side: Side): boolean {
  const { actor } = said.speaker;
  return speaksThere(said, side) || (actor !== null && side.named('actor').some(({ value }) => value === actor));
}

/** Forces of which a plain "said" in the other report is no equal. */
const STRONG = new Set(['admit', 'claim', 'promise', 'threaten']);

/** What a verb of saying does beyond telling is another: admitted, against said; promised, against hoped. */
function strengthDifferences({ a, b, bead }: Pair): Difference[] {
  if (bead.a.length + bead.b.length > 2 && bead.likeness <= BY_PLACE) return [];
  const [here, there] = [forcesOf(a), forcesOf(b)];
  const [only, other] = [without(here, there), without(there, here)];
  if (only.length > 1 || other.length > 1) return [];
  const [one, two] = [only[0] ?? plainIn(a, other[0]), other[0] ?? plainIn(b, only[0])];
  if (!one || !two || one.value === two.value) return [];
  return [changed('strength', { a, b }, one, two, `${one.value}, against ${two.value}`)];
}

const COMPARED = new Set([...STRONG, 'deny', 'hope']);

function forcesOf(side: Side): Found[] {
  return side.named('force').filter(({ value }) => COMPARED.has(value));
}

/** The forces that the other side does not have, each once. */
function without(these: readonly Found[], those: readonly Found[]): Found[] {
  return these.filter(
    ({ value }, index) =>
      !those.some((other) => other.value === value) && these.findIndex((one) => one.value === value) === index,
  );
}

/** The one plain verb of saying that stands where the other side has a strong one. */
function plainIn(side: Side, rival: Found | undefined): Found | null {
  if (!rival || !STRONG.has(rival.value)) return null;
  const forces = side.named('force');
  const plain = side
    .named('speech')
    .filter(({ value, start }) => PLAIN.has(value) && !forces.some((force) => force.start === start));
  return plain.length === 1 ? { ...(plain[0] as Found), value: 'say' } : null;
}

const PLAIN = new Set(['neutral', 'insist']);
