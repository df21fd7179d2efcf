import { join } from 'node:path';
import type { ActMode, ActStatus, ActType } from '../model/index.ts';
import { readTable } from './table.ts';

/** Codes of other ontologies for a kind of act. */
export interface Codes {
  cameo: string;
  goldstein: number;
}

interface OntologyRow extends Codes {
  mode: string;
  subtype: string;
  status: string;
}

/** CAMEO codes and Goldstein scores by PLOVER type, `knowledge/ontology.tsv`. */
export class Ontology {
  readonly #rows = new Map<string, OntologyRow[]>();

  constructor(folder: string) {
    for (const { cells } of readTable(join(folder, 'ontology.tsv')).rows) {
      const row = {
        mode: cells['mode'] ?? '',
        subtype: cells['subtype'] ?? '',
        status: cells['status'] ?? '',
        cameo: cells['cameo'] ?? '',
        goldstein: Number(cells['goldstein']),
      };
      const list = this.#rows.get(cells['type'] ?? '');
      if (list) list.push(row);
      else this.#rows.set(cells['type'] ?? '', [row]);
    }
  }

  /** The codes of the most specific row that fits. */
  codes(type: ActType, mode: ActMode | null, subtype: string | null, status: ActStatus): Codes {
    let best: OntologyRow | null = null;
    let most = -1;
    for (const row of this.#rows.get(type) ?? []) {
      const fits =
        (row.mode === '' || row.mode === mode) &&
        (row.subtype === '' || row.subtype === subtype) &&
        (row.status === '' || row.status === status);
      const specific = (row.mode ? 1 : 0) + (row.subtype ? 2 : 0) + (row.status ? 4 : 0);
      if (fits && specific > most) {
        best = row;
        most = specific;
      }
    }
    return best ?? { cameo: '', goldstein: 0 };
  }
}
