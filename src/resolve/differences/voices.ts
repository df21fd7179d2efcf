import type { Difference, Statement } from '../../model/index.ts';
import { type Pair, type Side, wholeOf } from './side.ts';

/** Who says it, how strongly, and whether anybody is said to say it. */
export function voiceDifferences(pair: Pair): Difference[] {
  return [...attributionDifferences(pair), ...accusationDifferences(pair), ...strengthDifferences(pair)].slice(0, 1);
}

/** What one lays to somebody, the other tells as a fact. */
function attributionDifferences({ a, b }: Pair): Difference[] {
  const said = a.statements.find((statement) => isReported(statement, a));
  if (!said || isHeard(b) || speaksThere(said, b)) return [];
  return [
    {
      kind: 'attribution',
      from: wholeOf(a),
      to: wholeOf(b),
      origin: 'introduced',
      note: `the word of ${said.speaker.name}, told as a fact`,
    },
  ];
}

/** What one side accuses another of, the other report tells as a fact. */
function accusationDifferences({ a, b }: Pair): Difference[] {
  const accusation = a.acts.find(({ type }) => type === 'ACCUSE');
  if (!accusation || isHeard(b) || !b.passages.some(({ features }) => features.has(`actor ${accusation.to[0]}`)))
    return [];
  return [
    {
      kind: 'attribution',
      from: wholeOf(a),
      to: wholeOf(b),
      origin: 'introduced',
      note: `what ${accusation.from.join(', ')} accuses ${accusation.to.join(', ')} of, told as a fact`,
    },
  ];
}

/** Somebody tells of it, and does not do it by saying it: "Sweden promised" is a deed. */
function isReported({ strength, speaker }: Statement, { acts }: Side): boolean {
  if (strength === undefined || strength === 'deny' || strength === 'call') return false;
  return (
    speaker.kind !== 'person' ||
    !acts.some(({ from, to }) => from.length === 1 && to.length > 0 && from[0] === speaker.actor)
  );
}

const MARKS = /["“”«»„「『]/;

/** Anything that may tell of saying; a gap in our tables must not look like a fact. */
function isHeard(side: Side): boolean {
  if (side.passages.some(({ text }) => MARKS.test(text))) return true;
  if (side.named('deed').some(({ value }) => value === 'ACCUSE')) return true;
  return side.statements.length > 0 || side.named('speech').length > 0 || side.named('outlet').length > 0;
}

/** Whoever said it is there in person: the other tells it of them in some other way. */
function speaksThere({ speaker }: Statement, side: Side): boolean {
  if (speaker.kind === 'person') return side.named('person').some(({ value }) => value === speaker.id);
  return side.acts.some(({ from }) => speaker.actor !== null && from.includes(speaker.actor));
}

/** Verbs of the record that change what a reader thinks of the speaker. */
const SLIGHTING = new Map(
  Object.entries({
    admit: ['admit', 'acknowledge', 'concede', 'confess'],
    claim: ['claim', 'allege', 'purport'],
  }).flatMap(([sense, verbs]) => verbs.map((verb): [string, string] => [verb, sense])),
);

function strengthDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  const pairs = speakersOf(a).flatMap((one) => {
    const other = speakersOf(b).find((two) => isSameSpeaker(one, two));
    return other ? [[one, other] as const] : [];
  });
  for (const [one, other] of pairs) {
    const [from, to] = [weightOf(one), weightOf(other)];
    if (from === to) continue;
    return [
      {
        kind: 'strength',
        from: wholeOf(a),
        to: wholeOf(b),
        origin: 'introduced',
        note: `${one.verb}, against ${other.verb}`,
      },
    ];
  }
  return [];
}

function weightOf({ verb, strength }: Statement): string {
  return SLIGHTING.get(verb) ?? (strength === 'deny' ? 'deny' : 'say');
}

function speakersOf({ statements }: Side): Statement[] {
  return statements.filter(({ strength }) => strength !== undefined);
}

function isSameSpeaker({ speaker: one }: Statement, { speaker: other }: Statement): boolean {
  if (one.id && other.id) return one.id === other.id;
  return one.actor !== null && one.actor === other.actor;
}
