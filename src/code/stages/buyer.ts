import type { Argument } from '../../recognise/index.ts';
import type { Initiative } from '../../world/knowledge.ts';
import { organisationOf } from '../../world/organisations.ts';
import type { Place, SentenceView } from '../view.ts';

/** The state whose arms deal a sentence tells of: a known user of the weapon, or the only other state that is named; null when it cannot be told. */
export function buyerOf(
  view: SentenceView,
  place: Place,
  weapon: Initiative,
  makers: readonly string[],
): string | null {
  const states = statesIn(view).filter(({ actor }) => !makers.includes(actor));
  const users = new Set(weapon.parties);
  const known = [...new Set(states.map(({ actor }) => actor).filter((actor) => users.has(actor)))];
  if (known.length === 1) return known[0] as string;
  const candidates = states.filter(({ actor }) => known.length === 0 || known.includes(actor));
  const actors = new Set(candidates.map(({ actor }) => actor));
  if (actors.size === 1) return candidates[0]?.actor ?? null;
  return nearest(candidates, place);
}

/** "Turkey's S-400s", else the subject of the clause. */
function nearest(candidates: readonly { actor: string; argument: Argument }[], place: Place): string | null {
  const owner = candidates.find(({ argument }) => argument.to <= place.from && place.from - argument.to <= 2);
  const subject = candidates.findLast(
    ({ argument }) => argument.to <= place.from && argument.marks.length === 0 && !argument.adjectival,
  );
  return owner?.actor ?? subject?.actor ?? null;
}

function statesIn(view: SentenceView): { actor: string; argument: Argument }[] {
  const { knowledge } = view.marked.world;
  return view.arguments.flatMap((argument) => {
    const [actor] = argument.actors;
    const isState = argument.actors.length === 1 && !organisationOf(knowledge, actor);
    return actor && isState ? [{ actor, argument }] : [];
  });
}
