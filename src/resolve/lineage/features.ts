import type { Coded, Sentence, Span } from '../../model/index.ts';
import { stripDiacritics } from '../../world/fold.ts';
import { actSignature } from '../reportFacts.ts';

/** What a sentence names, each once, in a form that no language plays a part in: `person ID`, `figure 1530`, `time …`. */
export function featuresOf(coded: Coded, sentence: Sentence): Set<string> {
  const features = new Set<string>();
  for (const [what] of sentence.marks) features.add(what);
  for (const { value, start } of coded.quantities) if (within(start, sentence)) features.add(`figure ${value}`);
  for (const act of coded.acts) if (within(act.evidence.start, sentence)) features.add(actSignature(act));
  for (const { direct, speaker, start, end } of coded.statements)
    if (start < sentence.end && end > sentence.start) {
      if (direct) features.add('quotation');
      features.add(`voice ${speaker.id ?? speaker.actor ?? speaker.kind}`);
    }
  for (const one of printedNames(coded, sentence)) features.add(one);
  return features;
}

function within(at: number, { start, end }: Sentence): boolean {
  return at >= start && at < end;
}

/** A capitalised word, with a number or without, and a number: the rest is not looked at. */
const PRINTED =
  /(?<![\p{L}\p{M}])(?=\p{Lu})(?:[\p{L}\p{M}]+-?\p{N}[\p{L}\p{N}]*|[\p{Script=Latin}\p{M}]{3,})|\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*/gu;

/** A number as a text prints it. */
export interface Figure extends Span {
  value: number;
}

/** The numbers that a sentence prints in digits and that are part of no time. */
export function printedFigures({ article }: Coded, { start, end, marks }: Sentence): Figure[] {
  const times = marks.filter(([what]) => what.startsWith('time '));
  return [...article.text.slice(start, end).matchAll(PRINTED)].flatMap((match) => {
    const at = start + match.index;
    if (!/^\p{N}/u.test(match[0]) || times.some(([, from, to]) => at >= from && at < to)) return [];
    return [{ value: numberOf(match[0]), start: at, end: at + match[0].length }];
  });
}

/** Names in Latin letters and numbers as they are printed: they cross most languages unchanged. */
function printedNames({ article }: Coded, { start, end, marks }: Sentence): string[] {
  const names: string[] = [];
  for (const match of article.text.slice(start, end).matchAll(PRINTED)) {
    const [word] = match;
    const at = start + match.index;
    if (/^\p{N}/u.test(word)) {
      if (!marks.some(([what, from, to]) => at >= from && at < to && what.startsWith('time ')))
        names.push(`figure ${numberOf(word)}`);
    } else if (/\p{N}/u.test(word)) names.push(`name ${word.toLowerCase()}`);
    else if (match.index > 0) names.push(`name ${(ASCII.test(word) ? word : stripDiacritics(word)).toLowerCase()}`);
  }
  return names;
}

const ASCII = /^[A-Za-z]+$/;

/**
 * A printed number by its value, whatever the language: of two marks the last is the decimal one; a mark before three digits
 * parts thousands, and any other is the decimal one. `1.530` and `1,530` are 1530.
 */
export function numberOf(printed: string): number {
  const plain = printed.replace(/[\u00a0\u202f ]/g, '');
  const marks = [...plain.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return Number(plain);
  const isDecimal = new Set(marks.map(([mark]) => mark)).size > 1 || (marks.length === 1 && !THOUSANDS.test(plain));
  const whole = (text: string) => text.replace(/[.,]/g, '');
  return Number(isDecimal ? `${whole(plain.slice(0, last.index))}.${plain.slice(last.index + 1)}` : whole(plain));
}

const THOUSANDS = /^[1-9]\d{0,2}[.,]\d{3}$/;
