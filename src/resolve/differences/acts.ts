import type { Act, ActMode, Difference } from '../../model/index.ts';
import { type Pair, type Side, wordsAt } from './side.ts';

/** Acts that both tell, with another manner, another status or other sides. */
export function actDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  const differences: Difference[] = [];
  for (const one of a.acts) {
    const other = b.acts.find((two) => isSameDeed(one, two));
    if (other) differences.push(...modeDifference(pair, one, other), ...statusDifference(pair, one, other));
  }
  return differences;
}

function isSameDeed(one: Act, other: Act): boolean {
  return one.type === other.type && sameSet([...one.from, ...one.to], [...other.from, ...other.to]);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((party) => other.includes(party)) && other.every((party) => one.includes(party));
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
    {
      kind: isMore ? 'claim-added' : 'claim-dropped',
      from: wordsAt(a.told, one.evidence.start, one.evidence.end),
      to: wordsAt(b.told, other.evidence.start, other.evidence.end),
      origin: 'introduced',
      note: `${one.status}, against ${other.status}`,
    },
  ];
}
