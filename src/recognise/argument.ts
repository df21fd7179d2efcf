import type { LanguageSettings } from '../world/settings.ts';
import { commonCases } from './cases.ts';
import type { Argument, Mention } from './marked.ts';

export function sameMarks(left: Argument, right: Argument): boolean {
  return left.marks.some((mark) => right.marks.includes(mark));
}

export function argument(mention: Mention, resolved: boolean): Argument {
  return {
    from: mention.from,
    to: mention.to,
    mentions: [mention],
    actors: [...mention.actors],
    people: [...mention.people],
    marks: [],
    markFrom: -1,
    cases: mention.cases ?? [],
    opener: null,
    possessor: mention.possessor,
    adjectival: false,
    joint: mention.actors.length > 1,
    resolved,
  };
}

/** "главы МИД России и Индии": a further owner, in the genitive, of what the first phrase begins with. */
export function goesOnOwning(left: Argument, right: Argument): boolean {
  const [owned] = left.mentions;
  const [owner] = right.mentions;
  const isName = owner?.role === null && (owner.kind === 'state' || owner.kind === 'organisation') && !owner.owned;
  const isBare = right.marks.length === 0 || right.markFrom === right.from;
  return (
    owned?.owned === true &&
    right.mentions.length === 1 &&
    isName &&
    isBare &&
    right.cases.includes('gen') &&
    !right.cases.includes('nom')
  );
}

export function merge(left: Argument, right: Argument): Argument {
  const actors = [...new Set([...left.actors, ...right.actors])];
  return {
    ...left,
    to: right.to,
    mentions: [...left.mentions, ...right.mentions],
    actors,
    people: [...left.people, ...right.people],
    cases: goesOnOwning(left, right) ? left.cases : commonCases(left, right),
    possessor: right.possessor,
    adjectival: right.adjectival,
    joint: actors.length > 1,
    resolved: left.resolved && right.resolved,
  };
}

/** "Both sides agreed to deepen ties between Russia and China": who both are is told after them. */
export function resolvePairsAhead(list: Argument[]): void {
  for (const argument of list) {
    const role = argument.mentions[0]?.role;
    if (argument.actors.length > 0 || (role !== 'pair' && role !== 'leaders' && role !== 'they')) continue;
    const group = list.find((other) => other.from > argument.to && other.actors.length === 2);
    if (!group) continue;
    argument.actors = [...group.actors];
    argument.people = [...group.people];
    argument.mentions = argument.mentions.map((mention) => ({ ...mention, actors: [...group.actors], kind: 'state' }));
  }
}

/** A group has the ending, and the mark, of its last member. */
export function takeEnding(group: Argument, last: Argument): void {
  group.cases = last.cases;
  group.marks = last.marks;
  group.markFrom = last.markFrom === last.from ? group.from : last.markFrom;
}

/** It bears no ending and no mark of its own: it may have that of the last of its group. */
export function isOpen(argument: Argument): boolean {
  return argument.marks.length === 0 && (argument.cases.length === 0 || argument.cases.includes('nom'));
}

/** "các công ty Mỹ và Nga": where the noun comes first it is that of all who are joined behind it. */
export function shareHead(previous: Argument, next: Argument, settings: LanguageSettings): void {
  if (settings.adjectiveFirst || settings.stateAfterPost || !settings.spaces || settings.verbFinal) return;
  const last = previous.mentions.at(-1);
  const [mention] = next.mentions;
  if (last?.kind !== 'nationals' || mention?.kind !== 'state' || next.marks.length > 0) return;
  mention.kind = 'nationals';
}

/** "Bốn nước Ả Rập gồm Ai Cập, Bahrain …": where nobody stands before such a mark, those it lists are who acts. */
export function unmarkListed(next: Argument, previous: Argument | undefined, listing: readonly string[] = []): void {
  if (next.marks.length === 0 || !next.marks.every((mark) => listing.includes(mark))) return;
  if (previous && previous.actors.length > 0 && next.markFrom - previous.to <= 2) return;
  Object.assign(next, { marks: [], markFrom: -1 });
}
