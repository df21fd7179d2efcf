import type { Relation, Track } from '../model/index.ts';
import { relationOf } from '../resolve/relation.ts';
import type { Counts, Store } from '../store/store.ts';
import type { World } from '../world/index.ts';
import { Recall } from './recall.ts';

/** A relation without its events, which pages list apart. */
export type Scores = Omit<Relation, 'events'>;

/** What pages show that is worked out from many rows, kept until the record changes. */
export interface Worked {
  /** Long processes of which a stage is told. */
  tracks(): readonly Track[];
  /** How much the record holds: counting a large table takes a while. */
  counts(): Counts & { told: number };
  /** Two actors over time, by their codes. */
  relation(a: string, b: string): Scores;
}

const MOST_RELATIONS = 500;

/** Opens what is worked out from a record. */
export function openWorked(store: Store, world: World): Worked {
  const tracks = new Recall<readonly Track[]>(store, 1);
  const relations = new Recall<Scores>(store, MOST_RELATIONS);
  const counts = new Recall<Counts & { told: number }>(store, 1);
  const allTracks = () => tracks.get('', () => [...store.tracks()]);
  return {
    tracks: allTracks,
    counts: () => counts.get('', () => ({ ...store.counts(), told: store.browse.countStories() })),
    relation: (a, b) =>
      relations.get(`${a} ${b}`, () => {
        const ids = [...store.browse.choose({ values: { actor: [a, b] } }).all()].reverse();
        const { events, ...scores } = relationOf(a, b, {
          events: store.browse.events(ids),
          tracks: allTracks(),
          score: ({ type, mode, subtype, status }) => world.ontology.codes(type, mode, subtype, status).goldstein,
        });
        return scores;
      }),
  };
}
