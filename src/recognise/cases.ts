import type { NameEntry } from '../world/index.ts';
import type { Argument } from './marked.ts';

/** A word marks it, not its case alone. */
export function isMarkedByWord(argument: Argument): boolean {
  return argument.marks.length > 0 && argument.markFrom !== argument.from;
}

export function haveNoCaseInCommon(left: Argument, right: Argument): boolean {
  return left.cases.length > 0 && right.cases.length > 0 && !left.cases.some((name) => right.cases.includes(name));
}

export function commonCases(left: Argument, right: Argument): readonly string[] {
  if (left.cases.length === 0) return right.cases;
  return right.cases.length === 0 ? left.cases : left.cases.filter((name) => right.cases.includes(name));
}

/** The cases that a name may have by its form; none when one of its readings says nothing. */
export function casesOf(entries: readonly NameEntry[]): readonly string[] {
  if (entries.length === 1) return (entries[0] as NameEntry).cases;
  if (entries.some((entry) => entry.cases.length === 0)) return [];
  return [...new Set(entries.flatMap((entry) => entry.cases))];
}

export function isGenitive(cases: readonly string[]): boolean {
  return cases.length === 0 || cases.includes('gen');
}
