import type { Coded, Readout, ReadoutEvent, ReadoutStatement, Statement, TopicRow } from '../model/index.ts';
import { counterpartsOf } from './counterparts.ts';
import { wordsOf } from './lineage/words.ts';
import type { Teller } from './origins.ts';
import { sharedWords } from './sameWords.ts';
import { sortedTexts } from './sortedTexts.ts';
import { statementsAbout } from './statementsAbout.ts';

/** A statement on its way into a readout. */
export interface Said {
  side: string | null;
  statement: Statement;
  coded: Coded;
  shown: ReadoutStatement;
  /** Its words, worked out when they are first compared. */
  words: () => ReadonlySet<string>;
}

/** Each side's account of an event: the sides first, in the order of their codes, third parties last. */
export function readoutsOf(
  tellers: readonly Teller[],
  parties: readonly string[],
): Pick<ReadoutEvent, 'readouts' | 'topicMatrix' | 'counterparts'> {
  const said = once(tellers.flatMap((teller) => saidIn(teller, parties)));
  if (said.length === 0) return { readouts: [], topicMatrix: [], counterparts: [] };
  const counterparts = counterpartsOf(said);
  const sides = [...new Set(said.map(({ side }) => side))].sort(inOrder);
  const readouts = sides.map((side) => readout(side, said));
  return { readouts: withOnlyHere(readouts), topicMatrix: matrixOf(readouts), counterparts };
}

function inOrder(a: string | null, b: string | null): number {
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}

/** What a report says of the event, each thing once: a headline or a caption gives way to the text that says the same. */
function saidIn(teller: Teller, parties: readonly string[]): Said[] {
  const { coded } = teller;
  const all = statementsAbout(teller, parties).map((statement): Said => {
    const { actor } = statement.speaker;
    const shown = shownAs(statement, teller);
    const side = actor && parties.includes(actor) ? actor : null;
    return { side, statement, coded, shown, words: later(() => new Set(wordsOf(shown.text))) };
  });
  const distinct = all.filter(
    (one, place) => !all.some((other, at) => other !== one && saysBetter(other, one, at < place)),
  );
  return distinct.filter(
    (one) => !isHeadline(one) || !distinct.some((other) => !isHeadline(other) && tellsMore(other, one)),
  );
}

/** Of one sentence that a side says, its quotation is the account; else a person's word counts before an office's or a state's. */
function saysBetter(other: Said, one: Said, isFirst: boolean): boolean {
  const [a, b] = [other.statement, one.statement];
  if (other.side !== one.side || b.direct || a.start >= b.end || b.start >= a.end) return false;
  if (a.direct) return true;
  const [person, otherPerson] = [b.speaker.kind === 'person', a.speaker.kind === 'person'];
  return otherPerson === person ? isFirst : otherPerson;
}

function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isHeadline({ statement, coded }: Said): boolean {
  const block = coded.article.blocks.find(({ start, end }) => statement.start >= start && statement.start < end);
  return block?.kind === 'title' || block?.kind === 'heading';
}

/** From this share of its words on a statement is another one told again. */
const SAME_WORDS = 0.7;

/** Whether a statement of the same side says what a headline says: in its words, or on its topics. */
function tellsMore(other: Said, headline: Said): boolean {
  if (other.side !== headline.side) return false;
  const { topics } = headline.statement;
  return (
    topics.some((topic) => other.statement.topics.includes(topic)) ||
    sharedWords(other.words(), headline.words()) >= SAME_WORDS
  );
}

/** One statement in the same words in several places stands once, with all reports that carry it. */
function once(all: readonly Said[]): Said[] {
  const kept: Said[] = [];
  for (const one of all) {
    const same = kept.find((other) => isSame(other, one));
    if (!same) kept.push(one);
    else same.shown.reports = sortedTexts([...same.shown.reports, ...one.shown.reports]);
  }
  return kept;
}

function isSame(a: Said, b: Said): boolean {
  if (a.side !== b.side || a.shown.language !== b.shown.language || a.shown.direct !== b.shown.direct) return false;
  if (a.shown.speaker !== b.shown.speaker) return false;
  const [short, long] = [a.shown.text.length, b.shown.text.length].sort((x, y) => x - y) as [number, number];
  return short / long >= SAME_LENGTH && sharedWords(a.words(), b.words()) >= SAME_WORDS;
}

const SAME_LENGTH = 0.6;

function shownAs(statement: Statement, { report, coded }: Teller): ReadoutStatement {
  return {
    report: report.name,
    statement: statement.id,
    speaker: statement.speaker.name,
    actor: statement.speaker.actor,
    language: report.language,
    direct: statement.direct,
    text: statement.quote ?? coded.article.text.slice(statement.start, statement.end),
    span: [statement.start, statement.end],
    topics: sortedTexts(statement.topics),
    via: statement.via,
    reports: [report.name],
    alone: true,
  };
}

function readout(side: string | null, said: readonly Said[]): Readout {
  const statements = said.filter((one) => one.side === side).map(({ shown }) => shown);
  return {
    side,
    statements,
    topics: sortedTexts(statements.flatMap(({ topics }) => topics)),
    onlyHere: [],
    reports: sortedTexts(statements.flatMap(({ reports }) => reports)),
  };
}

function withOnlyHere(readouts: Readout[]): Readout[] {
  if (readouts.length === 1) return readouts.map((one) => ({ ...one, onlyHere: one.topics }));
  return readouts.map((one) => {
    const others = new Set(readouts.filter((other) => other !== one).flatMap(({ topics }) => topics));
    return { ...one, onlyHere: one.topics.filter((topic) => !others.has(topic)) };
  });
}

function matrixOf(readouts: readonly Readout[]): TopicRow[] {
  const topics = sortedTexts(readouts.flatMap((one) => one.topics));
  return topics.map((topic) => ({
    topic,
    sides: readouts.flatMap(({ side, statements }) => {
      const count = statements.filter((statement) => statement.topics.includes(topic)).length;
      return count > 0 ? [{ side, statements: count }] : [];
    }),
  }));
}
