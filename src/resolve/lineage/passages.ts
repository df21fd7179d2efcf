import type { Block, Coded, Sentence } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';
import { featuresOf } from './features.ts';
import { shingleLength, shinglesOf, wordsOf } from './words.ts';

/** A sentence of a report as comparing needs it. */
export interface Passage {
  /** Its place among the passages of the report. */
  place: number;
  start: number;
  end: number;
  text: string;
  /** It stands in the title or a heading. */
  heading: boolean;
  /** Its size in letters; a Chinese character counts as three. */
  size: number;
  /** The share of it that stands in quotation marks, 0…1. */
  quoted: number;
  /** What it names, each once, in a form that no language plays a part in. */
  features: ReadonlySet<string>;
  /** Its words, each once, for comparing within one language; split when they are first asked for. */
  readonly words: ReadonlySet<string>;
}

/** A report's own text as passages. */
export interface Told {
  report: ReportFacts;
  passages: readonly Passage[];
  /** In how many passages each feature stands. */
  frequency: ReadonlyMap<string, number>;
  /** The runs of words outside quotations: those of a speaker are in every report. */
  readonly shingles: ReadonlySet<number>;
  /** Size of the body, without title and headings. */
  size: number;
}

const TOLD = new WeakMap<ReportFacts, Told>();

/** A report as passages, worked out once. */
export function toldBy(report: ReportFacts): Told {
  const known = TOLD.get(report);
  if (known) return known;
  const told = tell(report);
  TOLD.set(report, told);
  return told;
}

function tell(report: ReportFacts): Told {
  const { coded, language } = report;
  const headings = coded.article.blocks.filter(({ kind }) => kind === 'title' || kind === 'heading');
  const isHeading = (start: number) => headings.some((block) => start >= block.start && start < block.end);
  const passages = sentencesOf(coded).map((sentence, place) => passageOf(coded, sentence, place, isHeading));
  const frequency = new Map<string, number>();
  for (const { features } of passages) for (const one of features) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  const body = passages.filter(({ heading }) => !heading);
  let shingles: Set<number> | null = null;
  return {
    report,
    passages,
    frequency,
    get shingles() {
      shingles ??= shinglesOf(
        body.flatMap((passage) => ownWords(coded, passage)),
        shingleLength(language),
      );
      return shingles;
    },
    size: totalSize(body),
  };
}

function passageOf(coded: Coded, sentence: Sentence, place: number, isHeading: (start: number) => boolean): Passage {
  const text = coded.article.text.slice(sentence.start, sentence.end);
  let words: Set<string> | null = null;
  return {
    place,
    start: sentence.start,
    end: sentence.end,
    text,
    heading: isHeading(sentence.start),
    size: sizeOf(text),
    quoted: quotedShare(coded, sentence),
    features: featuresOf(coded, sentence),
    get words() {
      words ??= new Set(wordsOf(text));
      return words;
    },
  };
}

function quotedShare({ statements }: Coded, { start, end }: Sentence): number {
  let letters = 0;
  for (const one of statements)
    if (one.direct) letters += Math.max(0, Math.min(one.end, end) - Math.max(one.start, start));
  return Math.min(1, letters / Math.max(1, end - start));
}

/** The words of a passage that no quotation holds. */
function ownWords(coded: Coded, { start, end, text }: Passage): readonly string[] {
  const quoted = coded.statements.filter((one) => one.direct && one.start < end && one.end > start);
  if (quoted.length === 0) return wordsOf(text);
  const letters = [...text].length === text.length ? text.split('') : Array.from(text);
  for (const one of quoted)
    letters.fill(' ', Math.max(0, one.start - start), Math.min(letters.length, one.end - start));
  return wordsOf(letters.join(''));
}

const HAN = /\p{Script=Han}/gu;
const LETTERS_A_CHARACTER = 3;

/** Letters of a text, so that languages can be compared roughly. */
export function sizeOf(text: string): number {
  return text.length + (LETTERS_A_CHARACTER - 1) * (text.match(HAN)?.length ?? 0);
}

/** The size of some passages together. */
export function totalSize(passages: readonly Pick<Passage, 'size'>[]): number {
  return passages.reduce((sum, { size }) => sum + size, 0);
}

const OWN = new Set<Block['kind']>(['title', 'lead', 'paragraph', 'heading']);
const SENTENCE = /[^.!?。！？\n]+[.!?。！？]*["”»」’)]*/g;

/** The coder's sentences of the article's telling blocks; cut by their stops in a language that is read but not coded. */
function sentencesOf({ article, sentences }: Coded): Sentence[] {
  const own = article.blocks.filter(({ kind }) => OWN.has(kind));
  if (sentences) return sentences.filter(({ start }) => own.some((block) => start >= block.start && start < block.end));
  return own.flatMap((block) =>
    [...article.text.slice(block.start, block.end).matchAll(SENTENCE)]
      .filter(([text]) => /[\p{L}\p{N}]/u.test(text))
      .map((match) => {
        const start = block.start + match.index + (match[0].length - match[0].trimStart().length);
        return { start, end: block.start + match.index + match[0].trimEnd().length, marks: [] };
      }),
  );
}
