import type { Difference, DifferenceKind } from '../../model/index.ts';
import type { Told } from '../lineage/passages.ts';
import { latin } from './latin.ts';
import { changed, type Found, meet, type Pair, type Side, wordsAt } from './side.ts';

/** People, places, states and posts that stand at one place of the account and are not the same. */
export function nameDifferences(pair: Pair): Difference[] {
  return [
    ...speakerDifferences(pair),
    ...rivals(pair, 'person', () => 'name').filter(({ note }) => !isSpelling(note)),
    ...rivals(pair, 'actor', kindOfActor),
    ...loneActors(pair),
    ...rivals(pair, 'place', () => 'place'),
    ...postDifferences(pair),
    ...strangers(pair),
  ].filter((one, index, all) => all.findIndex((other) => overlap(one, other)) === index);
}

const NAME = /\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)*/gu;
const NAMED = [
  'actor',
  'person',
  'place',
  'outlet',
  'initiative',
  'time',
  'role',
  'topic',
  'contrast',
  'deed',
  'native',
];

/** Names that no table has: one is left on each side, and neither is a spelling of the other. */
function strangers(pair: Pair): Difference[] {
  const { a, b, bead } = pair;
  const [left, right] = [unknownNames(a, b), unknownNames(b, a)];
  const [one, other] = [left[0] ?? knownAlone(a, b), right[0] ?? knownAlone(b, a)];
  if (left.length + right.length === 0 || left.length > 1 || right.length > 1 || !one || !other) return [];
  if (bead.likeness < CLOSE || isSpelling(`${one.value}, against ${other.value}`)) return [];
  return [changed('name', { a, b }, one, other, `${one.value}, against ${other.value}`)];
}

/** The one person on a side whom the other report never names. */
function knownAlone(side: Side, other: Side): Found | null {
  const people = unmatched(side, other, 'person');
  return distinct(people) === 1 && isByName(people[0] as Found, side) ? (people[0] as Found) : null;
}

/** The mention has a part of the name, in a script that has capitals; a post or a pronoun may stand for somebody else. */
function isByName({ value, start, end }: Found, { told }: Side): boolean {
  const words = [...told.report.coded.article.text.slice(start, end).matchAll(NAME)].map(([word]) => skeleton(word));
  return words.some((word) => word.length > 1 && commonRun(word, skeleton(value)) / word.length > NAMESAKE);
}

const NAMESAKE = 0.7;

/** Capitalised words within a sentence that nothing known stands for and that the other report has in no spelling. */
function unknownNames(side: Side, other: Side): Found[] {
  const known = NAMED.flatMap((kind) => side.named(kind));
  const there = skeletonsOf(other.told);
  const found = side.passages.flatMap(({ start, text }) =>
    [...text.matchAll(NAME)]
      .filter(({ index }) => index > 0 && !/[.!?]\s*["“«]?$|^["“«]$/.test(text.slice(0, index)))
      .map(({ 0: word, index }) => ({ value: word, start: start + index, end: start + index + word.length })),
  );
  return found.filter(
    ({ value, start, end }) =>
      skeleton(value).length > 1 &&
      !known.some((one) => meet(one, { start, end })) &&
      !there.some((one) => isNear(skeleton(value), one)),
  );
}

/** The capitalised words of a report, each once, by their consonants; worked out once. */
function skeletonsOf(told: Told): readonly string[] {
  const known = SKELETONS.get(told);
  if (known) return known;
  const words = new Set([...told.report.coded.article.text.matchAll(NAME)].map(([word]) => word));
  const skeletons = [...new Set([...words].map(skeleton))];
  SKELETONS.set(told, skeletons);
  return skeletons;
}

const SKELETONS = new WeakMap<Told, readonly string[]>();

/** One name spelt by two scripts or declined: its consonants begin alike. */
function isNear(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const least = Math.min(one.length, other.length, 3);
  return (
    one.slice(0, least) === other.slice(0, least) || commonRun(one, other) / Math.max(one.length, other.length) > UNLIKE
  );
}

const NAME_START = /\p{Lu}/u;

/** One name is left on each side, and at least one of the two the other report never names. */
function rivals({ a, b, bead }: Pair, kind: string, as: (one: Found, side: Side) => DifferenceKind): Difference[] {
  const [left, right] = [unmatched(a, b, kind), unmatched(b, a, kind)];
  const isClose = bead.likeness >= CLOSE;
  const here = left.length === 0 && isClose ? beside(a, b, kind) : left;
  const there = right.length === 0 && isClose ? beside(b, a, kind) : right;
  const [one, other] = [here[0], there[0]];
  // The same words in both, as "we", stand for whoever speaks.
  if (one && other && textOf(a, one) === textOf(b, other)) return [];
  const isSure = left.length + right.length > 0 || (kind === 'person' && bead.likeness >= SAME);
  if (!isSure || !one || !other || distinct(here) !== 1 || distinct(there) !== 1) return [];
  return [changed(as(one, a), { a, b }, one, other, `${one.value}, against ${other.value}`)];
}

function textOf({ told }: Side, { start, end }: Found): string {
  return told.report.coded.article.text.slice(start, end).toLowerCase();
}

/** So alike, two passages tell the same, name by name. */
const CLOSE = 0.45;
const SAME = 0.5;

/** What the other passage does not name, though its report may elsewhere. */
function beside(side: Side, other: Side, kind: string): Found[] {
  const there = new Set(other.named(kind).map(({ value }) => value));
  return side.named(kind).filter(({ value }) => !there.has(value));
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

/** What each report has one person say, another person says in the other. */
function speakerDifferences({ a, b }: Pair): Difference[] {
  const [one, other] = [speakerOf(a), speakerOf(b)];
  if (!one || !other || one.value === other.value) return [];
  if (isPersonIn(b, one.value) || isPersonIn(a, other.value)) return [];
  return [changed('actor', { a, b }, one, other, `said by ${one.value}, against ${other.value}`)];
}

function isPersonIn({ named }: Side, id: string): boolean {
  return named('person').some(({ value }) => value === id);
}

/** The one person who speaks on a side, where he is named. */
function speakerOf(side: Side): Found | null {
  const { statements, named } = side;
  const speakers = new Set(statements.map(({ speaker }) => (speaker.kind === 'person' ? speaker.id : null)));
  const [id] = speakers;
  const found = speakers.size === 1 && id ? named('person').find(({ value }) => value === id) : undefined;
  return found && (isByName(found, side) || !NAME_START.test(side.passages[0]?.text ?? '')) ? found : null;
}

/** Each names one capital alone, and not the same: "at the initiative of Moscow", "of Paris". */
function loneActors({ a, b, bead }: Pair): Difference[] {
  const [left, right] = [capitalsOf(a), capitalsOf(b)];
  const [one, other] = [left[0], right[0]];
  if (bead.likeness < SURE || !one || !other || distinct(left) !== 1 || distinct(right) !== 1) return [];
  if (one.value === other.value || distinct(a.named('actor')) > 1 || distinct(b.named('actor')) > 1) return [];
  return [changed('actor', { a, b }, null, null, `${one.value}, against ${other.value}`)];
}

const SURE = 0.3;

/** Capitals that stand for their states. */
function capitalsOf(side: Side): Found[] {
  const places = side.named('place');
  return side
    .named('actor')
    .filter(({ start, end }) => places.some((place) => place.start >= start && place.end <= end));
}

/** Two people of whom one may be the other as another language spells him. */
function isSpelling(note: string): boolean {
  const [one, other] = note.split(', against ').map(skeleton) as [string, string];
  if (one === '' || other === '') return true;
  return commonRun(one, other) / Math.max(one.length, other.length) > UNLIKE;
}

const UNLIKE = 0.5;

/** How many letters two words have in common in the same order. */
function commonRun(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const letter of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at++)
      next[at] =
        other[at - 1] === letter ? (row[at - 1] as number) + 1 : Math.max(row[at] as number, next[at - 1] as number);
    row = next;
  }
  return row[other.length] as number;
}

/** The consonants of a name in Latin letters; nothing for a script that has none. */
function skeleton(name: string): string {
  return latin(name).replace(/[^bcdfghjklmnpqrstvwxz]/g, '');
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
    if (!before || !after || before.value === after.value || VAGUE.has(before.value) || VAGUE.has(after.value))
      continue;
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

/** Posts that anybody may be called by. */
const VAGUE = new Set(['party-leader', 'official']);

/** The post within the words that name a person, where there is just one. */
function postAt(side: Side, { start, end }: Found): Found | null {
  const posts = side.named('role').filter((role) => role.start >= start && role.end <= end);
  return distinct(posts) === 1 ? (posts[0] as Found) : null;
}

function overlap(one: Difference, other: Difference): boolean {
  const [x, y] = [one.to.span, other.to.span];
  return x !== null && y !== null && x[0] < y[1] && y[0] < x[1];
}
