import type { Act, Coded, ReportRef, Statement } from '../model/index.ts';
import type { Argument, Marked, MarkedSentence, Mention } from '../recognise/index.ts';
import { recogniseTeasers } from '../recognise/teasers.ts';
import { ActCoder } from './acts.ts';
import { mergeActs } from './merge.ts';
import { Protagonists } from './protagonists.ts';
import { sentencesOf } from './sentences.ts';
import { findStages, type Stages } from './stages/index.ts';
import { StatementFinder } from './statements.ts';
import { SentenceView } from './view.ts';
import { TimePlacer } from './when.ts';

export { SYMMETRIC } from './merge.ts';

/** How many sentences from the beginning are what the report is news about. */
const NEWS_SENTENCES = 3;

/**
 * Codes the acts and statements of a report. Pure; sees one report and nothing else.
 */
export function code(marked: Marked, report: ReportRef): Coded {
  const protagonists = new Protagonists(marked);
  const views = marked.sentences.map((sentence) => new SentenceView(marked, sentence, protagonists));
  const finder = new StatementFinder(marked, views);
  const statements = finder.find();
  speakForThemselves(marked, statements);
  for (const view of views) view.speaker = speakerIn(view, statements);
  const explicit = codeAll(marked, views, statements);
  protagonists.know(explicit);
  const told = explicit.length > 0 && protagonists.asked ? codeAll(marked, views, statements) : explicit;
  const headline = marked.article.blocks.find(({ kind }) => kind === 'title')?.end ?? 0;
  const acts = mergeActs(told, headline);
  markCore(marked, acts, conferencesAround(told));
  linkStatements(acts, statements);
  return {
    report,
    article: marked.article,
    acts,
    statements,
    quantities: marked.quantities,
    sentences: sentencesOf(marked),
    ...stagesOf(marked, views, statements),
  };
}

/** The stages of long processes that the article tells of, and after them those of the teasers on its page. */
function stagesOf(marked: Marked, views: readonly SentenceView[], statements: readonly Statement[]): Stages {
  const own = findStages(marked, views, statements);
  const teasers = recogniseTeasers(marked.article, marked.world);
  if (!teasers) return own;
  const protagonists = new Protagonists(teasers);
  const theirs = teasers.sentences.map((sentence) => new SentenceView(teasers, sentence, protagonists));
  const { tracks, stages } = findStages(teasers, theirs, [], true);
  return { tracks: [...own.tracks, ...tracks], stages: [...own.stages, ...stages] };
}

/** Codes every sentence. Run twice where a party is left to be understood: that depends on what is told in so many words. */
function codeAll(marked: Marked, views: readonly SentenceView[], statements: readonly Statement[]): Act[] {
  const coder = new ActCoder(marked, new TimePlacer(marked), statements);
  return views.flatMap((view, index) => coder.code(view, index));
}

/** The speaker of a sentence as an argument: the one named in it, else the one whose quotation it belongs to. */
function speakerIn(view: SentenceView, statements: readonly Statement[]): Argument | null {
  const { tokens } = view.marked;
  const start = tokens.start[view.sentence.from] as number;
  const end = tokens.end[view.sentence.to - 1] as number;
  const heard = statements.find(
    (statement) => statement.speaker.actor && statement.start < end && statement.end > start,
  );
  const actor = heard?.speaker.actor;
  if (!heard || !actor) return null;
  const named = view.arguments.find((argument) => argument.actors.includes(actor) && argument.actors.length === 1);
  if (named) return named;
  const { from } = view.sentence;
  const mention: Mention = {
    from,
    to: from,
    kind: 'state',
    actors: [actor],
    people: [],
    name: heard.speaker.name,
    id: heard.speaker.id,
    role: null,
    possessor: false,
  };
  return {
    from,
    to: from,
    mentions: [mention],
    actors: [actor],
    people: [],
    marks: [],
    markFrom: -1,
    cases: [],
    opener: null,
    possessor: false,
    adjectival: false,
    joint: false,
    resolved: true,
  };
}

/** "I" and "we" within a quotation are its speaker. */
function speakForThemselves(marked: Marked, statements: readonly Statement[]): void {
  const quoted = statements.filter((statement) => statement.direct && statement.speaker.actor);
  if (quoted.length === 0) return;
  for (const sentence of marked.sentences)
    for (const argument of sentence.arguments) speakFor(marked, argument, quoted);
}

function speakFor(marked: Marked, argument: Argument, quoted: readonly Statement[]): void {
  const role = argument.mentions[0]?.role;
  if (argument.actors.length > 0 || (role !== 'we' && role !== 'I')) return;
  const at = marked.tokens.start[argument.from] as number;
  const statement = quoted.find((candidate) => candidate.start <= at && at < candidate.end);
  if (!statement?.speaker.actor) return;
  argument.actors = [statement.speaker.actor];
  const mention = argument.mentions[0];
  if (mention) argument.mentions[0] = { ...mention, actors: [statement.speaker.actor], kind: 'state' };
}

/** Core: told at the beginning, of the day of the news, or between the parties that the beginning is about. */
function markCore(marked: Marked, acts: Act[], conferences: ReadonlySet<string>): void {
  const opening = marked.sentences[Math.min(NEWS_SENTENCES, marked.sentences.length) - 1] as MarkedSentence | undefined;
  const end = opening ? (marked.tokens.end[opening.to - 1] as number) : 0;
  const main = acts.filter((act) => act.evidence.start < end);
  const mainParties = new Set(main.flatMap((act) => [...act.from, ...act.to]));
  const newsDay = main.find((act) => act.when?.earliest)?.when?.earliest ?? null;
  const contact = acts.find(isContact);
  for (const act of acts) {
    const inOpening = act.evidence.start < end;
    const sameDay =
      newsDay !== null &&
      act.when?.earliest === newsDay &&
      [...act.from, ...act.to].some((party) => mainParties.has(party));
    act.core = (inOpening || sameDay) && !(contact && contact !== act && isTalkedOf(act)) && !conferences.has(act.id);
  }
}

function isContact(act: Act): boolean {
  return act.type === 'CONSULT' && act.status === 'happened';
}

/** In a report of one contact, another that gets no day of its own is what was talked about: "they reflected on the summit". */
function isTalkedOf(act: Act): boolean {
  return isContact(act) && act.when?.basis !== 'stated' && !/^"/.test(act.when?.why ?? '');
}

/** "during the BRICS summit Xi met …": conferences where the talk took place that their sentence tells of, by id. */
function conferencesAround(told: readonly Act[]): ReadonlySet<string> {
  const talks = told.filter((act) => isContact(act) && act.mode !== 'multilateral');
  const takesPlaceIn = ({ evidence, spans }: Act) =>
    talks.some((talk) => talk.evidence.start === evidence.start && talk.spans.trigger[0] > spans.trigger[0]);
  const conferences = told.filter((act) => isContact(act) && act.mode === 'multilateral' && takesPlaceIn(act));
  return new Set(conferences.map(({ id }) => id));
}

function linkStatements(acts: readonly Act[], statements: readonly Statement[]): void {
  for (const statement of statements)
    statement.acts = acts
      .filter((act) => act.evidence.start < statement.end && statement.start < act.evidence.end)
      .map((act) => act.id);
}
