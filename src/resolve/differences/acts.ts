import type { Act, ActMode, Difference } from '../../model/index.ts';
import type { Told } from '../lineage/passages.ts';
import { sameSet } from '../sameSet.ts';
import { BY_PLACE } from './fill.ts';
import { changed, type Found, type Pair, type Side, wordsAt } from './side.ts';

/** Acts that both tell, with another manner, another status or other sides. */
export function actDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  const differences: Difference[] = [...deedDifference(pair), ...turnedDifference(pair)];
  for (const one of a.acts) {
    const other = b.acts.find((two) => isSameDeed(one, two));
    if (other) differences.push(...modeDifference(pair, one, other), ...statusDifference(pair, one, other));
  }
  return differences.some(({ kind }) => kind === 'mode') ? differences : [...differences, ...wordedModes(pair)];
}

/** Who deals with whom may be unknown to the coder: the words for a call and a meeting are read all the same. */
function wordedModes({ a, b, bead }: Pair): Difference[] {
  const [here, there] = [modesOf(a), modesOf(b)];
  const [one, other] = [here[0], there[0]];
  if (!one || !other || new Set(here.map(({ value }) => value)).size > 1) return [];
  if (new Set(there.map(({ value }) => value)).size > 1 || bead.likeness <= BY_PLACE) return [];
  const [from, to] = [one.value as ActMode, other.value as ActMode];
  if (from === to || !(isApart(from, to) || bothRemote(from, to)) || hasMode(b, from) || hasMode(a, to)) return [];
  return [changed('mode', { a, b }, one, other, `${from}, against ${to}`)];
}

/** How two dealt with each other, by the words alone. */
function modesOf({ named }: Side): Found[] {
  return named('mode').filter(({ value }) => value !== 'visit' && value !== 'multilateral');
}

function isSameDeed(one: Act, other: Act): boolean {
  return one.type === other.type && sameSet([...one.from, ...one.to], [...other.from, ...other.to]);
}

const REMOTE = new Set<ActMode>(['phone', 'video']);

function modeDifference({ a, b }: Pair, one: Act, other: Act): Difference[] {
  const clash =
    one.mode &&
    other.mode &&
    one.mode !== other.mode &&
    (isApart(one.mode, other.mode) || bothRemote(one.mode, other.mode));
  if (!clash || hasMode(b, one.mode) || hasMode(a, other.mode)) return [];
  return [
    {
      kind: 'mode',
      from: wordsAt(a.told, ...one.spans.trigger),
      to: wordsAt(b.told, ...other.spans.trigger),
      origin: 'introduced',
      note: `${one.mode}, against ${other.mode}`,
    },
  ];
}

function isApart(one: ActMode, other: ActMode): boolean {
  return REMOTE.has(one) !== REMOTE.has(other) || one === 'letter' || other === 'letter';
}

function bothRemote(one: ActMode, other: ActMode): boolean {
  return REMOTE.has(one) && REMOTE.has(other);
}

function hasMode({ acts }: Side, mode: ActMode | null): boolean {
  return acts.some((act) => act.mode === mode);
}

/** A threat or a plan that the other tells as done: it claims more. */
function statusDifference({ a, b }: Pair, one: Act, other: Act): Difference[] {
  const lesser = new Set(['threatened', 'denied', 'hypothetical']);
  const isMore = lesser.has(one.status) && other.status === 'happened';
  const isLess = one.status === 'happened' && lesser.has(other.status);
  if (!isMore && !isLess) return [];
  return [
    changed(
      isMore ? 'claim-added' : 'claim-dropped',
      { a, b },
      one.evidence,
      other.evidence,
      `${one.status}, against ${other.status}`,
    ),
  ];
}

/** What one only threatens, the other has done. */
function deedDifference({ a, b }: Pair): Difference[] {
  const threat = a.acts.find(({ type }) => type === 'THREATEN');
  if (!threat || b.acts.some(({ type, status }) => type === 'THREATEN' || status === 'threatened')) return [];
  const deed = b.acts.find(
    ({ status, from, to }) => status === 'happened' && sameSet(from, threat.from) && sameSet(to, threat.to),
  );
  if (!deed || !DEEDS.has(deed.type)) return [];
  return [changed('claim-added', { a, b }, threat.evidence, deed.evidence, 'threatened, against happened')];
}

const DEEDS = new Set<Act['type']>(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'RETREAT', 'REJECT']);
/** Acts in which it matters who does it to whom. */
const MUTUAL = new Set<Act['type']>(['CONSULT', 'AGREE', 'COOPERATE']);

/** An agreement that one side only offers or plans. */
const ONE_SIDED = new Set<Act['status']>(['planned', 'proposed']);

/** All that the one side does in the one is done by the other in the other: "Hanoi asked Beijing", "Beijing offered". */
function turnedDifference({ a, b }: Pair): Difference[] {
  const [here, there] = [directed(a), directed(b)];
  const [one, other] = [here[0], there[0]];
  if (
    !one ||
    !other ||
    !here.every((act) => sameSet(act.from, one.from)) ||
    !there.every((act) => sameSet(act.from, other.from))
  )
    return [];
  // Whoever accuses is not whoever does what they are accused of.
  if ((one.type === 'ACCUSE') !== (other.type === 'ACCUSE')) return [];
  if (sameSet(one.from, other.from) || !sameSet(one.from, other.to) || !sameSet(one.to, other.from)) return [];
  return [
    changed(
      'actor',
      { a, b },
      one.evidence,
      other.evidence,
      `${one.from.join(', ')} does it, against ${other.from.join(', ')}`,
    ),
  ];
}

function directed({ acts }: Side): Act[] {
  return acts.filter(
    ({ type, status, from, to }) =>
      (!MUTUAL.has(type) || (type === 'AGREE' && ONE_SIDED.has(status))) && from.length > 0 && to.length > 0,
  );
}

/** The news itself with another manner throughout: one report has a call, the other a meeting. */
export function mannerDifference(a: Told, b: Told): Difference[] {
  const [here, there] = [a, b].map(({ report }) =>
    report.coded.acts.filter(({ type, mode, core }) => core && type === 'CONSULT' && mode !== null),
  ) as [Act[], Act[]];
  for (const one of here) {
    const others = there.filter((act) => isSameDeed(one, act));
    const [other] = others;
    if (!other || !others.every(({ mode }) => isApart(one.mode as ActMode, mode as ActMode))) continue;
    if (here.some((act) => isSameDeed(act, other) && !isApart(act.mode as ActMode, other.mode as ActMode))) continue;
    return [
      {
        kind: 'mode',
        from: wordsAt(a, ...one.spans.trigger),
        to: wordsAt(b, ...other.spans.trigger),
        origin: 'introduced',
        note: `${one.mode}, against ${other.mode}`,
      },
    ];
  }
  return [];
}
