import type { Speaker } from '../model/index.ts';
import type { Argument, MentionKind } from '../recognise/index.ts';

/** Kinds of noun phrases that say nothing. */
const UNHEARD = new Set<MentionKind>(['nationals', 'adjective', 'place']);

/** Whoever a noun phrase says is speaking; null when it can be nobody. */
export function speakerOf(argument: Argument): Speaker | null {
  const mention = argument.mentions[0];
  if (!mention || (UNHEARD.has(mention.kind) && argument.people.length === 0)) return null;
  // "G7 ministers and the EU high representative said": the first of a group is heard, though only another has a name.
  const isGroup = argument.mentions.length > 1 && mention.actors.length > 0 && mention.people.length === 0;
  const person = isGroup ? undefined : argument.people[0];
  const actor = argument.actors[0] ?? null;
  if (person)
    return {
      name: person.name,
      id: person.id,
      actor: person.actor ?? (mention.kind === 'nationals' ? null : actor),
      kind: 'person',
    };
  if (mention.kind === 'outlet') return { name: mention.name ?? '', id: mention.id, actor: null, kind: 'outlet' };
  if (actor)
    return {
      name: mention.name ?? actor,
      id: null,
      actor,
      kind: mention.kind === 'organisation' ? 'organisation' : 'office',
    };
  return null;
}
