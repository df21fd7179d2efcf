import { join } from 'node:path';
import { DataError, readTable } from './table.ts';

/**
 * How sure an act is, as the share of such acts that careful readers accepted: a logistic model over the kind of act and
 * how well its sentence fits the frame, fitted to pages marked by hand (`tools/accuracy.ts`) and kept in `confidence.tsv`.
 */
export interface Confidence {
  /** @param fit how well a frame is filled, 0…1 @returns 0…1, two digits */
  of(type: string, fit: number): number;
}

/** The row that holds the weight of the fit. */
const FIT = 'fit';

/** @throws DataError when a weight is no number, or the weight of the fit is missing */
export function loadConfidence(folder: string): Confidence {
  const table = readTable(join(folder, 'confidence.tsv'));
  const weights = new Map<string, number>();
  for (const { cells, line } of table.rows) {
    const weight = Number(cells['weight']);
    if (!Number.isFinite(weight) || cells['weight'] === '')
      throw new DataError(table.file, line, `the weight "${cells['weight']}" is no number`);
    weights.set(cells['what'] ?? '', weight);
  }
  const slope = weights.get(FIT);
  if (slope === undefined) throw new DataError(table.file, 1, `the row "${FIT}" is missing`);
  const usual = weights.get('other') ?? 0;
  return { of: (type, fit) => round(1 / (1 + Math.exp(-(slope * fit + (weights.get(type) ?? usual))))) };
}

function round(value: number): number {
  return Math.round(Math.min(0.99, value) * 100) / 100;
}
