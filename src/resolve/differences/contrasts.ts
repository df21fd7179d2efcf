import type { Difference } from '../../model/index.ts';
import { clauseAt, type Found, type Pair, type Side } from './side.ts';

/** Words of one set that stand at one place and are not the same: import and trade, voluntary and forced. */
export function contrastDifferences({ a, b }: Pair): Difference[] {
  const [left, right] = [bySet(a), bySet(b)];
  const differences: Difference[] = [];
  for (const [set, here] of left) {
    const there = right.get(set) ?? [];
    const only = unmatched(here, there);
    const other = unmatched(there, here);
    // One word against one: with more of a set in either, nothing says which stands for which.
    if (only.length !== 1 || other.length !== 1) continue;
    const [one, two] = [only[0] as Found, other[0] as Found];
    if (CONVERSE.has(set) && firstActor(a) !== firstActor(b)) continue;
    differences.push({
      kind: NUMBERS.has(set) ? 'number' : DATES.has(set) ? 'date' : 'mistranslation',
      from: clauseAt(a, one.start, one.end),
      to: clauseAt(b, two.start, two.end),
      origin: 'introduced',
      note: `${idOf(one)}, against ${idOf(two)}`,
    });
  }
  return differences;
}

/** Sets whose words are numbers: fourth, half, twice. */
const NUMBERS = new Set(['ordinal', 'fraction', 'times']);

/** Sets whose words are times of the year. */
const DATES = new Set(['season']);
/** Sets of two words that say the same from either end: one exports what the other imports. */
const CONVERSE = new Set(['trade', 'market']);

function firstActor({ named }: Side): string | undefined {
  return named('actor')[0]?.value;
}

function bySet(side: Side): Map<string, Found[]> {
  const sets = new Map<string, Found[]>();
  for (const found of side.named('contrast')) {
    const set = found.value.slice(0, found.value.indexOf('/'));
    sets.set(set, [...(sets.get(set) ?? []), found]);
  }
  return sets;
}

/** Those whose word the other side does not have, each word once. */
function unmatched(here: readonly Found[], there: readonly Found[]): Found[] {
  const alone = here.filter(({ value }) => !there.some((other) => other.value === value));
  return alone.filter(({ value }, index) => alone.findIndex((other) => other.value === value) === index);
}

function idOf({ value }: Found): string {
  return value.slice(value.indexOf('/') + 1).replaceAll('-', ' ');
}
