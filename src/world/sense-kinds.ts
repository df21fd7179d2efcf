import type { Sense, SenseKind } from './senses.ts';

const KINDS: readonly SenseKind[] = [
  ...(['trigger', 'speech', 'status', 'mark', 'postposition', 'clause', 'passive', 'pronoun', 'corefer'] as const),
  ...(['and', 'or', 'title', 'former', 'determiner', 'modifier', 'auxiliary', 'infinitive', 'suffix', 'noun'] as const),
  ...(['other', 'domain', 'copula', 'light', 'goods', 'post', 'office', 'head'] as const),
];

/** A bit for each kind that a word may be, so that a word is asked once what it may be and not sense by sense. */
export const KIND = Object.fromEntries(KINDS.map((kind, at) => [kind, 1 << at])) as Readonly<Record<SenseKind, number>>;

/** The bits of all that a word may be. */
export function kindsOf(senses: readonly Sense[]): number {
  return senses.reduce((kinds, { kind }) => kinds | KIND[kind], 0);
}
