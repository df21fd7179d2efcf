import type { Coded } from '../model/index.ts';
import { reportName } from '../resolve/reportFacts.ts';

/** A report as a link calls it: its outlet, else the last part of its path or address. */
export function reportLabel(coded: Coded): string {
  return coded.article.outlet?.name ?? shortName(reportName(coded));
}

/** The last part of a path or an address. */
export function shortName(name: string): string {
  return name.replace(/\/+$/, '').split('/').at(-1) || name;
}
