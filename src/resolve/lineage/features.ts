import type { Coded, Sentence } from '../../model/index.ts';
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

const PRINTED =
  /\p{Lu}[\p{L}\p{M}]*-?\p{N}[\p{L}\p{N}]*|\p{Script=Latin}[\p{Script=Latin}\p{M}]{2,}|\p{N}+(?:[.,  ]\p{N}+)*/gu;

/** Names in Latin letters and numbers as they are printed: they cross most languages unchanged. */
function printedNames(coded: Coded, { start, end, marks }: Sentence): string[] {
  const names: string[] = [];
  const text = coded.article.text.slice(start, end);
  const times = marks.filter(([what]) => what.startsWith('time '));
  for (const match of text.matchAll(PRINTED)) {
    const at = start + match.index;
    const [word] = match;
    if (/^\p{N}/u.test(word)) {
      if (!times.some(([, from, to]) => at >= from && at < to))
        names.push(`figure ${numberOf(word, coded.article.language)}`);
    } else if (/\p{N}/u.test(word)) names.push(`name ${word.toLowerCase()}`);
    else if (match.index > 0 && /^\p{Lu}/u.test(word)) names.push(`name ${stripDiacritics(word).toLowerCase()}`);
  }
  return names;
}

/** Languages that part thousands with a comma; the others write decimals with it. */
const COMMA_PARTS = new Set(['en', 'zh', 'ja', 'ko', 'th', 'he']);

/** A printed number by its value: `1.530` is 1530 in Vietnamese, `1,530` in English. */
export function numberOf(printed: string, language: string): number {
  const comma = COMMA_PARTS.has(language.slice(0, 2));
  const parted = printed.replace(/[  ]/g, '').replaceAll(comma ? ',' : '.', '');
  return Number(parted.replace(',', '.'));
}
