import { join } from 'node:path';
import { alternatives, readTable } from '../../world/table.ts';
import { KNOWLEDGE } from './codes.ts';

/** What the knowledge says of an actor. */
export interface Actor {
  code: string;
  /** Canonical English name; the code itself for an actor that the knowledge does not know. */
  name: string;
  /** `state`, or the kind of organisation: igo, alliance, union, court, bank, armed-group, party, group, agency. */
  kind: string;
}

let known: Map<string, Actor> | null = null;

/** The actor of a code. The two tables are read once, at the first question. */
export function actorOf(code: string): Actor {
  known ??= readActors();
  return known.get(code) ?? { code, name: code, kind: 'unknown' };
}

function readActors(): Map<string, Actor> {
  const states = readTable(join(KNOWLEDGE, 'states.tsv')).rows;
  const organisations = readTable(join(KNOWLEDGE, 'organisations.tsv')).rows;
  return new Map(
    [...organisations, ...states].map(({ cells }) => {
      const code = cells.id ?? '';
      return [code, { code, name: alternatives(cells.en)[0] ?? code, kind: cells.kind ?? 'state' }];
    }),
  );
}
