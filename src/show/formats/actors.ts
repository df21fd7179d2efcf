import { join } from 'node:path';
import type { Store } from '../../store/store.ts';
import { tableIn } from '../../world/own-tables.ts';
import { alternatives, readTable, type Table } from '../../world/table.ts';
import { KNOWLEDGE } from './codes.ts';

/** What the knowledge says of an actor. */
export interface Actor {
  code: string;
  /** Canonical English name; the code itself for an actor that the knowledge does not know. */
  name: string;
  /** `state`, or the kind of organisation: igo, alliance, union, court, bank, armed-group, party, group, agency. */
  kind: string;
}

/** Gives the actor of a code. */
export type ActorOf = (code: string) => Actor;

let known: Map<string, Actor> | null = null;

/** The actor of a code, as the built-in tables have it. The two are read once, at the first question. */
export function actorOf(code: string): Actor {
  known ??= readActors();
  return known.get(code) ?? { code, name: code, kind: 'unknown' };
}

/** The actors that a record knows: the built-in ones, and those of a user's own tables that it was made with. */
export function actorsOf(store: Pick<Store, 'ownKnowledge'>): ActorOf {
  const own = new Map(
    store
      .ownKnowledge()
      .flatMap((tables) => actorsIn(tableIn(tables, 'organisations.tsv'), tableIn(tables, 'states.tsv'))),
  );
  return own.size === 0 ? actorOf : (code) => own.get(code) ?? actorOf(code);
}

function readActors(): Map<string, Actor> {
  return new Map(actorsIn(readTable(join(KNOWLEDGE, 'organisations.tsv')), readTable(join(KNOWLEDGE, 'states.tsv'))));
}

function actorsIn(organisations: Table, states: Table): [string, Actor][] {
  return [...organisations.rows, ...states.rows].map(({ cells }) => {
    const code = cells.id ?? '';
    return [code, { code, name: alternatives(cells.en)[0] ?? code, kind: cells.kind ?? 'state' }];
  });
}
