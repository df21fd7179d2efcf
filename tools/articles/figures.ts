import type { Act, Coded, Statement } from '../../src/model/index.ts';
import { isLeftOut } from '../../src/read/left-out.ts';
import type { MarkedAct, MarkedArticle, MarkedStatement } from './marks.ts';
import { type Fit, fitOf, partiesOf } from './match.ts';

/** How many of how many. */
export interface Share {
  of: number;
  hit: number;
}

/** Counts over marked articles; `misses` says in words what was missed or is wrong. */
export class Figures {
  readonly published = share();
  readonly title = share();
  /** Lines of the article that were kept, and lines that are none and were dropped. */
  readonly lines = share();
  readonly found = share();
  readonly foundStrict = share();
  readonly core = share();
  readonly right = share();
  readonly rightStrict = share();
  readonly people = share();
  readonly quotes = share();
  readonly statements = share();
  readonly misses: string[] = [];

  /** Each figure between 0 and 1; null where nothing was marked to count. */
  summary(): Record<string, number | null> {
    return {
      published: ratio(this.published),
      title: ratio(this.title),
      lines: ratio(this.lines),
      actF1: harmonic(this.found, this.right),
      actF1Strict: harmonic(this.foundStrict, this.rightStrict),
      core: ratio(this.core),
      precision: ratio(this.right),
      people: ratio(this.people),
      quotes: ratio(this.quotes),
      statements: ratio(this.statements),
    };
  }
}

/** Counts what `coded` has of what a reader marked. `text` is the file's, as it stands. */
export function measureArticle(marked: MarkedArticle, coded: Coded, text: string, figures: Figures): void {
  const miss = (what: string) => figures.misses.push(`${marked.doc}: ${what}`);
  measureReading(marked, coded, text, figures, miss);
  measureActs(marked.events, coded.acts, figures, miss);
  for (const statement of marked.statements) measureStatement(statement, coded.statements, figures, miss);
}

type Miss = (what: string) => void;

function measureReading(marked: MarkedArticle, { article }: Coded, text: string, figures: Figures, miss: Miss): void {
  if (marked.published) {
    const { earliest, latest } = marked.published;
    const told = article.published;
    const right = told !== null && told.earliest >= earliest && told.latest <= latest;
    if (!count(figures.published, right))
      miss(`published ${told?.earliest}..${told?.latest}, not ${earliest}..${latest}`);
  }
  const title = folded(article.title) === folded(marked.title);
  if (!count(figures.title, title)) miss(`title ${article.title}, not ${marked.title}`);
  const dropped = droppedLines(article.blocks);
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || marked.either?.includes(index + 1)) return;
    const chrome = marked.chrome.includes(index + 1);
    if (!count(figures.lines, dropped(index + 1) === chrome)) miss(`line ${index + 1} ${chrome ? 'kept' : 'dropped'}`);
  });
}

/** A line that no block holds is dropped. */
function droppedLines(blocks: Coded['article']['blocks']): (line: number) => boolean {
  return (line) => {
    const holding = blocks.findLast(({ lines }) => lines && lines[0] <= line && line <= lines[1]);
    return holding === undefined || isLeftOut(holding.kind);
  };
}

interface Pair {
  mark: MarkedAct;
  act: Act;
  fit: Fit;
}

function measureActs(marks: readonly MarkedAct[], acts: readonly Act[], figures: Figures, miss: Miss): void {
  const pairs = marks
    .flatMap((mark) => acts.map((act): Pair => ({ mark, act, fit: fitOf(mark, act) })))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit);
  const { ofMark, ofAct, absorbed } = paired(pairs);
  for (const mark of marks) measureMark(mark, ofMark.get(mark), figures, miss);
  for (const act of acts.filter((one) => !absorbed.has(one))) {
    const pair = ofAct.get(act);
    count(figures.rightStrict, pair?.fit === 2);
    if (!count(figures.right, pair !== undefined)) miss(`not marked: ${shown(act)}, line ${act.lines[0]}`);
  }
}

/** Each mark with one act, the best fits first; the other halves of a deed told two by two are absorbed. */
function paired(pairs: readonly Pair[]) {
  const ofMark = new Map<MarkedAct, Pair>();
  const ofAct = new Map<Act, Pair>();
  for (const pair of pairs) {
    if (ofMark.has(pair.mark) || ofAct.has(pair.act)) continue;
    ofMark.set(pair.mark, pair);
    ofAct.set(pair.act, pair);
  }
  const absorbed = new Set<Act>();
  for (const { mark, act, fit } of pairs) {
    const wider = partiesOf(mark).length - partiesOf(act).length;
    if (wider > 0 && ofMark.has(mark) && !ofAct.has(act)) absorbed.add(act);
    if (wider < 0 && !ofMark.has(mark) && ofAct.has(act)) ofMark.set(mark, { mark, act, fit });
  }
  return { ofMark, ofAct, absorbed };
}

function measureMark(mark: MarkedAct, pair: Pair | undefined, figures: Figures, miss: Miss): void {
  if (!mark.optional) {
    count(figures.found, pair !== undefined);
    count(figures.foundStrict, pair?.fit === 2);
    if (mark.core) count(figures.core, pair !== undefined);
    if (!pair) miss(`missed, line ${mark.line}: ${shown(mark)} ${mark.start ?? ''}`);
    else if (pair.fit === 1) miss(`half right, line ${mark.line}: ${shown(mark)}; coded ${shown(pair.act)}`);
  }
  if (!pair) return;
  const names = pair.act.people.map(({ name }) => folded(name));
  for (const name of mark.people)
    if (!count(figures.people, names.includes(folded(name)))) miss(`${name} not on ${mark.type}, line ${mark.line}`);
}

function measureStatement(mark: MarkedStatement, told: readonly Statement[], figures: Figures, miss: Miss): void {
  const theirs = told.filter(
    ({ speaker }) =>
      folded(speaker.name) === folded(mark.speaker) || (mark.actor !== null && speaker.actor === mark.actor),
  );
  const there = theirs.some(({ lines: [first, last] }) => first <= mark.line && mark.line <= last);
  if (!count(figures.statements, there)) miss(`statement missed, line ${mark.line}: ${mark.speaker}`);
  if (mark.quote === null) return;
  const quote = folded(mark.quote);
  const found = theirs.some((one) => sameQuote(quote, folded(one.quote)));
  if (!count(figures.quotes, found)) miss(`quotation missed, line ${mark.line}: ${mark.speaker}`);
}

/** The whole of the marked words, or the better part of them. */
function sameQuote(marked: string, told: string): boolean {
  return told.includes(marked) || (marked.includes(told) && told.length >= 0.6 * marked.length);
}

function shown({ type, status, from, to }: Pick<Act, 'type' | 'status' | 'from' | 'to'>): string {
  return `${type} ${status} ${from.join('+')}>${to.join('+')}`;
}

/** Letters and digits alone, without marks and case. */
function folded(text: string | null): string {
  return (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıİ]/g, 'i')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function share(): Share {
  return { of: 0, hit: 0 };
}

function count(counted: Share, hit: boolean): boolean {
  counted.of++;
  if (hit) counted.hit++;
  return hit;
}

function ratio({ of, hit }: Share): number | null {
  return of === 0 ? null : hit / of;
}

function harmonic(one: Share, other: Share): number | null {
  const [a, b] = [ratio(one), ratio(other)];
  if (a === null || b === null) return null;
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
