import type { Mark, Sentence } from '../model/index.ts';
import type { Marked, MarkedSentence } from '../recognise/index.ts';
import type { NameEntry, Sense } from '../world/index.ts';
import { KIND } from '../world/sense-kinds.ts';
import { TimePlacer } from './when.ts';

/** The sentences of an article with what each names, so that reports in any two languages can be compared. */
export function sentencesOf(marked: Marked): Sentence[] {
  const placer = new TimePlacer(marked);
  const { start, end } = marked.tokens;
  return marked.sentences.map((sentence) => ({
    start: start[sentence.from] as number,
    end: end[sentence.to - 1] as number,
    marks: marksOf(marked, sentence, placer),
  }));
}

function marksOf(marked: Marked, sentence: MarkedSentence, placer: TimePlacer): Mark[] {
  const marks: Mark[] = [];
  const { start, end } = marked.tokens;
  const add = (what: string, from: number, to: number): void => {
    marks.push([what, start[from] as number, end[to - 1] as number]);
  };
  for (const argument of sentence.arguments) {
    for (const actor of argument.actors) add(`actor ${actor}`, argument.from, Math.max(argument.to, argument.from + 1));
    for (const { id } of argument.people) add(`person ${id}`, argument.from, argument.to);
  }
  for (const hit of sentence.names) {
    for (const what of namesOf(marked, hit.entries)) add(what, hit.from, hit.to);
  }
  for (const { topic, from, to } of sentence.topics) add(`topic ${topic}`, from, to);
  for (const { contrast, from, to } of sentence.contrasts) add(`contrast ${contrast}`, from, to);
  for (const hit of sentence.words) {
    if ((hit.kinds & TOLD) === 0) continue;
    for (const what of new Set(hit.senses.flatMap((sense) => wordsOf(sense, marked)))) add(what, hit.from, hit.to);
  }
  for (const mention of sentence.times) {
    const when = placer.resolve(mention, false);
    if (when) marks.push([`time ${when.earliest ?? ''}..${when.latest ?? ''}`, mention.start, mention.end]);
  }
  return marks.sort((a, b) => a[1] - b[1] || a[2] - b[2] || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
}

/** A name that no mention stands for: states and people are read with the noun phrase around them. */
function namesOf({ world, pack }: Marked, entries: readonly NameEntry[]): string[] {
  const { knowledge } = world;
  for (const { kind, ref } of entries) {
    if (kind === 'place') return [`place ${knowledge.places[ref]?.id}`];
    if (kind === 'capital') return [`place ${slugOf(knowledge.capitals[ref]?.names['en']?.[0] ?? '')}`];
    if (kind === 'initiative') return [`initiative ${knowledge.initiatives[ref]?.id}`];
    const outlet = kind === 'outlet' ? knowledge.outlets[ref] : undefined;
    if (outlet)
      return [`outlet ${outlet.id}`, ...(pack.settings.states.includes(outlet.country) ? [`native ${outlet.id}`] : [])];
  }
  return [];
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** Kinds of words that the marks of a sentence tell of. */
const TOLD = KIND.trigger | KIND.speech | KIND.status | KIND.and | KIND.clause | KIND.post;

function wordsOf(sense: Sense, { world }: Marked): string[] {
  if (sense.kind === 'trigger') {
    const { type, mode } = sense.trigger;
    return [`deed ${type}`, ...(mode ? [`mode ${mode}`] : [])];
  }
  if (sense.kind === 'speech') {
    const force = world.knowledge.forces.get(sense.speech.verb);
    return [`speech ${sense.speech.strength}`, ...(force ? [`force ${force}`] : [])];
  }
  if (sense.kind === 'status' && sense.status.kind === 'verb') return [`status ${sense.status.status}`];
  if (sense.kind === 'and') return ['clause and'];
  if (sense.kind === 'clause') return [`clause ${sense.value}`];
  return sense.kind === 'post' ? [`role ${world.knowledge.roles.get(sense.role)?.class ?? sense.role}`] : [];
}
