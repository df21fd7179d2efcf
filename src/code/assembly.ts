import type { Argument, Marked } from '../recognise/index.ts';
import { classOf } from '../recognise/roles.ts';
import { membersOn, organisationOf } from '../world/organisations.ts';
import type { SentenceView, TriggerHit } from './view.ts';

/** A meeting of the ministers of so few members is one of all of them; of a larger body nobody knows who came. */
const MOST_MEMBERS = 8;
/** Officers of the members, not of the organisation itself as its secretary general is. */
const OF_MEMBERS = new Set([
  'head-of-state',
  'head-of-government',
  'foreign-minister',
  'defence-minister',
  'minister',
  'envoy',
  'leader',
]);

/** "G7 foreign ministers": the members of a small organisation meet each other, within it. Null for any other noun phrase. */
export function assemblyOf(argument: Argument, marked: Marked): Argument | null {
  const role = argument.mentions[0]?.role ?? null;
  if (argument.people.length > 0 || role === null) return null;
  if (!OF_MEMBERS.has(role) && !OF_MEMBERS.has(classOf(role, marked.world.knowledge))) return null;
  return membersOf(argument, marked);
}

/** A small organisation with those who belong to it on the day of the report. */
export function membersOf(argument: Argument, { world, reference }: Marked): Argument | null {
  const [actor] = argument.actors;
  if (argument.actors.length !== 1 || actor === undefined) return null;
  const organisation = organisationOf(world.knowledge, actor);
  if (!organisation) return null;
  const members = reference ? membersOn(organisation, reference.earliest) : organisation.members;
  return members.length > 2 && members.length <= MOST_MEMBERS ? { ...argument, actors: [actor, ...members] } : null;
}

/** The organisation whose summit it is: "the BRICS summit", "hội nghị thượng đỉnh BRICS". */
export function organisationBeside(view: SentenceView, hit: TriggerHit): Argument | null {
  return (
    view.arguments.find(
      (argument) =>
        argument.mentions[0]?.kind === 'organisation' && (argument.to === hit.from || argument.from === hit.to),
    ) ?? null
  );
}
