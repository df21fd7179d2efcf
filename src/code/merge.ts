import type { Act, When } from '../model/index.ts';

/**
 * Acts of one report that tell of one deed become one: one act once, however often it is told.
 * @param headline where the headline ends, as an offset in the text; 0 for none
 */
export function mergeActs(acts: readonly Act[], headline = 0): Act[] {
  const kept: Act[] = [];
  for (const act of acts) {
    const index = kept.findIndex((other) => isSame(other, act, headline));
    if (index < 0) kept.push(act);
    else kept[index] = merged(kept[index] as Act, act);
  }
  return kept;
}

/** Within so many characters other words, or a wider group of parties is the same deed told more fully. */
const NEAR = 600;

function parties(act: Act): string[] {
  return [...act.from, ...act.to];
}

/** Dealings in which it makes no difference who is named first. */
export const SYMMETRIC: ReadonlySet<string> = new Set<Act['type']>(['CONSULT', 'COOPERATE']);
/** Frames in which a group deals with each other. */
const MUTUAL = /joint|between|pair/;

/** Frames in which the one who acts goes to the other, and in which the other comes. */
const VISIT = /#(visit|visit-bare|goes|guest|active|host-at)\./;
const HOST = /#(receive|host-of)\./;

/** Both sides agree, as against one that promises the other something. */
function isMutual(act: Act): boolean {
  return MUTUAL.test(act.why);
}

function isSame(left: Act, right: Act, headline: number): boolean {
  if (left.type !== right.type || left.status !== right.status) return false;
  if (areOthers(left, right) || isReturnVisit(left, right)) return false;
  if (!sameModes(left, right) || !(sameDays(left.when, right.when) || isSameCall(left, right))) return false;
  if (SYMMETRIC.has(left.type) || (left.type === 'AGREE' && (isMutual(left) || isMutual(right)))) {
    const [first, second] = [parties(left), parties(right)];
    // A later telling may name fewer; that it names more of them is credible only near the beginning.
    if (first.length === second.length) return second.every((party) => first.includes(party));
    // Whoever hosts two others takes part in a deed of his own.
    if (left.mode === 'visit' || right.mode === 'visit') return false;
    if (second.every((party) => first.includes(party))) return true;
    // Somebody else's call to the two who met is no fuller telling of their meeting.
    if (REMOTE.has(right.mode ?? '') && !REMOTE.has(left.mode ?? '')) return false;
    return right.evidence.start - left.evidence.end < NEAR && first.every((party) => second.includes(party));
  }
  return overlaps(left.from, right.from) && overlaps(left.to, right.to) && isToldAgain(left, right, headline);
}

/** A promise or a reproach in other words, far from the first, is another one. */
function isToldAgain(left: Act, right: Act, headline: number): boolean {
  if (right.evidence.start - left.evidence.end < NEAR) return true;
  // A headline reproaches in its own words.
  if (left.type === 'ACCUSE' && left.evidence.end <= headline) return true;
  const word = (act: Act): string => act.why.replace(/#.*/, '');
  return word(left) === word(right);
}

/** The ministers' talk is not the presidents': both sides are named, and nobody is in both. */
function areOthers(left: Act, right: Act): boolean {
  const bothNamed = [left, right].every(({ people }) =>
    (['from', 'to'] as const).every((side) => people.some((person) => person.side === side)),
  );
  return (
    left.type === 'CONSULT' &&
    bothNamed &&
    !left.people.some(({ id }) => right.people.some((person) => person.id === id))
  );
}

/** That one goes to the other is not that the other came. */
function isReturnVisit(left: Act, right: Act): boolean {
  const visits = [left, right].every((act) => act.mode === 'visit' && parties(act).length === 2);
  const [one, other] = [visitor(left), visitor(right)];
  return visits && one !== null && other !== null && one !== other;
}

/** Who came, where the frame tells: whoever receives is visited. */
function visitor(act: Act): string | null {
  if (HOST.test(act.why)) return act.to[0] ?? null;
  return VISIT.test(act.why) ? (act.from[0] ?? null) : null;
}

function overlaps(left: readonly string[], right: readonly string[]): boolean {
  return left.every((actor) => right.includes(actor)) || right.every((actor) => left.includes(actor));
}

const MONTH = 31 * 86_400_000;
const REMOTE = new Set(['phone', 'video', 'letter']);

function sameModes(left: Act, right: Act): boolean {
  if (!left.mode || !right.mode || left.mode === right.mode) return true;
  return !REMOTE.has(left.mode) && !REMOTE.has(right.mode);
}

/** "After the phone call both sides …": a call told of again without its day is the one whose day was told. */
function isSameCall(left: Act, right: Act): boolean {
  return (
    left.mode !== null && left.mode === right.mode && REMOTE.has(left.mode) && (!left.spans.when || !right.spans.when)
  );
}

function sameDays(left: When | null, right: When | null): boolean {
  if (!left || !right) return true;
  // "They have met many times since 2022" is not the one time in October.
  const [narrow, wide] = [width(left), width(right)].sort((one, other) => one - other) as [number, number];
  if (narrow <= MONTH && wide > 2 * MONTH && isSince(left) !== isSince(right)) return false;
  return (left.earliest ?? '') <= (right.latest ?? '9999') && (right.earliest ?? '') <= (left.latest ?? '9999');
}

/** "since October 2022", "closed since 1993": when something began that went on. */
function isSince({ why, earliest, latest }: When): boolean {
  return why.startsWith('since') || (earliest !== null && latest === null);
}

/** The first telling stays; a stated and narrower time, a mode, people and topics are added to it. */
function merged(first: Act, second: Act): Act {
  const more = parties(second).length > parties(first).length;
  const people = [...first.people];
  for (const person of asIn(first, second)) if (!people.some((other) => other.id === person.id)) people.push(person);
  return {
    ...first,
    from: more ? second.from : first.from,
    to: more ? second.to : first.to,
    mode: first.mode && !(first.mode === 'meeting' && second.mode) ? first.mode : (second.mode ?? first.mode),
    subtype: first.subtype ?? second.subtype,
    people,
    when: first.spans.when && !second.spans.when ? first.when : better(first.when, second.when),
    place: first.place ?? second.place,
    topics: [...new Set([...first.topics, ...second.topics])],
    according: first.according.length > 0 ? first.according : second.according,
    confidence: Math.min(0.99, Math.round((Math.max(first.confidence, second.confidence) + 0.03) * 100) / 100),
  };
}

/** The people of a second telling by the sides of the first, which may name the parties the other way round. */
function asIn(first: Act, { from, people }: Act): Act['people'] {
  const isTurned = from.some((actor) => first.to.includes(actor)) && !from.some((actor) => first.from.includes(actor));
  return isTurned ? people.map((person) => ({ ...person, side: person.side === 'from' ? 'to' : 'from' })) : people;
}

function better(first: When | null, second: When | null): When | null {
  if (!first || !second) return first ?? second;
  if (first.basis === second.basis) return width(second) < width(first) ? second : first;
  return first.basis === 'stated' ? first : second;
}

function width(when: When): number {
  if (!when.earliest || !when.latest) return Number.POSITIVE_INFINITY;
  return Date.parse(when.latest) - Date.parse(when.earliest);
}
