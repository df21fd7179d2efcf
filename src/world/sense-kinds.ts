import type { Sense, SenseKind } from './senses.ts';

/** A bit for each kind that a word may be, so that a word is asked once what it may be and not sense by sense. */
export const KIND: Readonly<Record<SenseKind, number>> = {
  trigger: 1 << 0,
  speech: 1 << 1,
  status: 1 << 2,
  mark: 1 << 3,
  postposition: 1 << 4,
  clause: 1 << 5,
  passive: 1 << 6,
  pronoun: 1 << 7,
  corefer: 1 << 8,
  and: 1 << 9,
  or: 1 << 10,
  title: 1 << 11,
  former: 1 << 12,
  determiner: 1 << 13,
  modifier: 1 << 14,
  auxiliary: 1 << 15,
  infinitive: 1 << 16,
  suffix: 1 << 17,
  noun: 1 << 18,
  other: 1 << 19,
  domain: 1 << 20,
  copula: 1 << 21,
  light: 1 << 22,
  goods: 1 << 23,
  post: 1 << 24,
  office: 1 << 25,
  head: 1 << 26,
  deed: 1 << 27,
  namesake: 1 << 28,
  bearer: 1 << 29,
};

/** The bits of all that a word may be. */
export function kindsOf(senses: readonly Sense[]): number {
  // A table of a user's own may hold a kind that no rule asks for.
  return senses.reduce((kinds, { kind }) => kinds | (KIND[kind] ?? 0), 0);
}
