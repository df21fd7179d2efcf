import { join } from 'node:path';
import type { ReadoutEvent, Relation } from '../model/index.ts';
import { type RelationFilter, relationOf } from '../resolve/relation.ts';
import { actorNamed } from '../world/actor-names.ts';
import type { TrackKnowledge } from '../world/knowledge.ts';
import { Ontology } from '../world/ontology.ts';
import { ROOT } from '../world/root.ts';
import type { Driver } from './driver.ts';
import type { EventFilter } from './store.ts';
import { listTracks } from './tracks.ts';

/** The relation of two actors, each by code or by a name in any language; a text that names nobody is taken as a code. */
export function loadRelation(
  driver: Driver,
  knowledge: TrackKnowledge,
  events: (filter: EventFilter) => Iterable<ReadoutEvent>,
  names: readonly [string, string],
  filter: RelationFilter,
): Relation {
  const [a, b] = names.map((name) => actorNamed(knowledge, name) ?? name) as [string, string];
  const ontology = new Ontology(join(ROOT, 'knowledge'));
  return relationOf(
    a,
    b,
    {
      events: events({ between: [a, b], ...filter }),
      tracks: listTracks(driver, knowledge, false),
      score: ({ type, mode, subtype, status }) => ontology.codes(type, mode, subtype, status).goldstein,
    },
    filter,
  );
}
