import type { Difference, DifferenceKind } from '../../model/index.ts';
import { type Found, type Pair, type Side, wholeOf, wordsAt } from './side.ts';

/** People, places, states and posts that stand at one place of the account and are not the same. */
export function nameDifferences(pair: Pair): Difference[] {
  return [
    ...rivals(pair, 'person', () => 'name').filter(({ note }) => !isSpelling(note)),
    ...rivals(pair, 'actor', kindOfActor),
    ...loneActors(pair),
    ...rivals(pair, 'place', () => 'place'),
    ...postDifferences(pair),
  ].filter((one, index, all) => all.findIndex((other) => overlap(one, other)) === index);
}

/** One name is left on each side, and the other report never names it. */
function rivals({ a, b }: Pair, kind: string, as: (one: Found, side: Side) => DifferenceKind): Difference[] {
  const [left, right] = [unmatched(a, b, kind), unmatched(b, a, kind)];
  const [one, other] = [left[0], right[0]];
  if (!one || !other || distinct(left) !== 1 || distinct(right) !== 1) return [];
  return [
    {
      kind: as(one, a),
      from: wordsAt(a.told, one.start, one.end),
      to: wordsAt(b.told, other.start, other.end),
      origin: 'introduced',
      note: `${one.value}, against ${other.value}`,
    },
  ];
}

/** One among several of a list is a name; one that does nothing is where it passes; else it is who acts. */
function kindOfActor(one: Found, side: Side): DifferenceKind {
  const listed = new Set(
    side
      .named('actor')
      .filter(({ start }) => start === one.start)
      .map(({ value }) => value),
  );
  if (listed.size > 1) return 'name';
  const acts = side.acts.some(({ from, to }) => [...from, ...to].includes(one.value));
  const isFirst = side.named('actor')[0]?.start === one.start;
  return acts || isFirst ? 'actor' : 'place';
}

/** Each names one capital alone, and not the same: "at the initiative of Moscow", "of Paris". */
function loneActors({ a, b, bead }: Pair): Difference[] {
  const [left, right] = [capitalsOf(a), capitalsOf(b)];
  const [one, other] = [left[0], right[0]];
  if (bead.likeness < SURE || !one || !other || distinct(left) !== 1 || distinct(right) !== 1) return [];
  if (one.value === other.value || distinct(a.named('actor')) > 1 || distinct(b.named('actor')) > 1) return [];
  return [
    {
      kind: 'actor',
      from: wholeOf(a),
      to: wholeOf(b),
      origin: 'introduced',
      note: `${one.value}, against ${other.value}`,
    },
  ];
}

const SURE = 0.3;

/** Capitals that stand for their states. */
function capitalsOf(side: Side): Found[] {
  const places = side.named('place');
  return side
    .named('actor')
    .filter(({ start, end }) => places.some((place) => place.start >= start && place.end <= end));
}

/** Two unknown people of whom one may be the other as another language spells him. */
function isSpelling(note: string): boolean {
  const [one, other] = note.split(', against ') as [string, string];
  const last = (slug: string) => slug.split('-').at(-1) ?? slug;
  return (
    last(one) === last(other) || !/^[a-z-]+$/.test(one) || !/^[a-z-]+$/.test(other) || last(one)[0] === last(other)[0]
  );
}

function unmatched(side: Side, other: Side, kind: string): Found[] {
  return side.named(kind).filter(({ value }) => !other.told.frequency.has(`${kind} ${value}`));
}

function distinct(found: readonly Found[]): number {
  return new Set(found.map(({ value }) => value)).size;
}

/** The same person with another post. */
function postDifferences({ a, b }: Pair): Difference[] {
  for (const one of a.named('person')) {
    const other = b.named('person').find(({ value }) => value === one.value);
    const [before, after] = [postAt(a, one), other && postAt(b, other)];
    if (!before || !after || before.value === after.value) continue;
    return [
      {
        kind: 'actor',
        from: wordsAt(a.told, before.start, one.end),
        to: wordsAt(b.told, after.start, other?.end ?? after.end),
        origin: 'introduced',
        note: `${before.value}, against ${after.value}`,
      },
    ];
  }
  return [];
}

/** The post within the words that name a person, where there is just one. */
function postAt(side: Side, { start, end }: Found): Found | null {
  const posts = side.named('role').filter((role) => role.start >= start && role.end <= end);
  return distinct(posts) === 1 ? (posts[0] as Found) : null;
}

function overlap(one: Difference, other: Difference): boolean {
  const [x, y] = [one.to.span, other.to.span];
  return x !== null && y !== null && x[0] < y[1] && y[0] < x[1];
}
