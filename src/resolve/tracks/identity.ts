import { createHash } from 'node:crypto';
import type { TrackKnowledge } from '../../world/knowledge.ts';

/** What the knowledge says of a track. */
export interface TrackIdentity {
  name: string;
  kind: string;
  parties: string[];
  /** The stages of its kind, in their order. */
  stages: readonly { name: string; each: boolean; again: boolean }[];
}

/** The id of a track: of its key alone. */
export function trackId(key: string): string {
  return `t${createHash('sha256').update(`track ${key}`).digest('hex').slice(0, 15)}`;
}

/** Tells the name, kind and parties of a track from its key: `new-start`, `s-400:TUR`, `application:TUR:BRICS`. */
export function trackIdentity(knowledge: TrackKnowledge, key: string): TrackIdentity {
  const [first = key, second, third] = key.split(':');
  const applied = knowledge.trackKinds.get(first);
  if (applied && second && third)
    return {
      name: `${nameOfActor(knowledge, second)}: ${first} to ${nameOfActor(knowledge, third)}`,
      kind: first,
      parties: [second, third],
      stages: applied.stages,
    };
  const named = [...knowledge.initiatives, ...knowledge.tracks].find(({ id }) => id === first);
  const kind = [...knowledge.trackKinds.values()].find(
    ({ id, initiatives }) => id === named?.kind || initiatives.includes(named?.kind ?? ''),
  );
  const name = named?.names['en']?.[0] ?? first;
  const makers = knowledge.makers.get(first) ?? [];
  return {
    name: second ? `${name} for ${nameOfActor(knowledge, second)}` : name,
    kind: kind?.id ?? 'agreement',
    parties: second ? [...makers, second] : (named?.parties ?? []),
    stages: kind?.stages ?? [],
  };
}

function nameOfActor(knowledge: TrackKnowledge, code: string): string {
  const state = knowledge.states.find(({ id }) => id === code);
  return state?.names['en']?.[0] ?? code;
}
