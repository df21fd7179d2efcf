import type { LineageKind } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';
import { isLiteral } from './kind.ts';
import type { Kinship } from './kinship.ts';
import { type Descent, strengthOf } from './parents.ts';
import type { Told } from './passages.ts';
import { isTextOf, type NamedSource, takenFrom } from './sources.ts';

/** A report that was made from an outlet's text which is not at hand. */
export interface OutletDescent {
  outlet: string;
  named: NamedSource;
  target: Told;
  kind: LineageKind;
  confidence: number;
  /** The other reports of the same outlet that tell the same. */
  akin: readonly Kinship[];
  /** It says so itself; else it is told by a sibling that does. */
  credits: boolean;
}

/** Outlets that reports of the story credit and whose own text is not among them, by report. */
export function absentSources(told: readonly Told[]): Map<Told, NamedSource> {
  const absent = new Map<Told, NamedSource>();
  for (const one of told) {
    const sources = takenFrom(one.report);
    if (sources.length === 0 || sources.some((source) => isAtHand(source, one, told))) continue;
    absent.set(one, sources.find(({ credited }) => credited) ?? (sources[0] as NamedSource));
  }
  return absent;
}

function isAtHand(source: NamedSource, one: Told, told: readonly Told[]): boolean {
  return told.some((other) => other !== one && isTextOf(other.report, source));
}

/** Two reports of one absent source are siblings, and none of them is made from the other, unless it is the same text. */
export function areSiblings(kinship: Kinship, absent: ReadonlyMap<Told, NamedSource>): boolean {
  const [a, b] = [absent.get(kinship.a), absent.get(kinship.b)];
  return a !== undefined && a.key === b?.key && !isLiteral(kinship);
}

/** A report that credits an absent source was not made from one that is nobody's and credits nobody, unless it is the same text. */
export function isBesideSource({ source, target, kinship }: Descent, absent: ReadonlyMap<Told, NamedSource>): boolean {
  const own = absent.get(target);
  return own !== undefined && !isLiteral(kinship) && absent.get(source)?.key !== own.key;
}

/** The edges from outlets whose text is not at hand, for reports that have no other source. */
export function outletDescents(
  told: readonly Told[],
  absent: ReadonlyMap<Told, NamedSource>,
  kinships: readonly Kinship[],
  descents: readonly Descent[],
): OutletDescent[] {
  const explained = new Set(descents.filter(({ partly }) => !partly).map(({ target }) => target));
  return told.flatMap((target) => {
    const own = absent.get(target);
    if (!own || explained.has(target)) return [];
    const akin = kinships.filter(
      (kinship) => areSiblings(kinship, absent) && (kinship.a === target || kinship.b === target),
    );
    return descentFrom(own, target, akin, true);
  });
}

/** How sure an edge is that rests on the credit alone, and with a sibling that tells the same. */
const CREDITED = 0.75;
const CONFIRMED = 0.93;
/** It credits nobody: told by its sibling alone. */
const TOLD_BY_SIBLING = 0.7;

/** An edge from an absent source. */
export function descentFrom(
  source: NamedSource,
  target: Told,
  akin: readonly Kinship[],
  credits: boolean,
): OutletDescent {
  const strongest = Math.max(0, ...akin.map(strengthOf));
  return {
    outlet: source.outlet,
    named: source,
    target,
    kind: kindFrom(source, target.report),
    confidence: credits ? (strongest > 0 ? CONFIRMED : CREDITED) : TOLD_BY_SIBLING,
    akin,
    credits,
  };
}

/** Its mark, or a line below that names it, stands on its own text. Agencies of all countries write English, so there it is told anew. */
function kindFrom({ dateline, line, native }: NamedSource, { language }: ReportFacts): LineageKind {
  if (dateline || (line && native)) return 'copy';
  return native || language.startsWith('en') ? 'rewrite' : 'translation';
}
