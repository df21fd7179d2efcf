import type { Argument, Mention } from '../recognise/index.ts';
import type { Frame, Slot } from '../world/frames.ts';
import { assemblyOf } from './assembly.ts';
import type { SentenceView, TriggerHit } from './view.ts';

/** One frame being tried on one trigger, and how far that has come; the finders of its parties share it. */
export interface Attempt {
  readonly view: SentenceView;
  readonly hit: TriggerHit;
  readonly frame: Frame;
  /** Where the verb group begins: the light verb, the passive marker, or the trigger. */
  head: number;
  /** How far the slots after the trigger have been filled: they come in the order of the pattern. */
  reached: number;
  /** How well it fits so far. */
  score: number;
}

/** What all finders of one attempt have in common: they look at the same sentence, trigger and frame. */
export abstract class PartyFinder {
  protected readonly attempt: Attempt;
  protected readonly view: SentenceView;
  protected readonly hit: TriggerHit;
  protected readonly frame: Frame;

  constructor(attempt: Attempt) {
    this.attempt = attempt;
    this.view = attempt.view;
    this.hit = attempt.hit;
    this.frame = attempt.frame;
  }
}

const CLAUSE_REACH = 40;
/** How far after a noun of action what it is with or against may stand. */
const NOUN_REACH = 8;
/** How far after its verb a bare object may stand. */
const OBJECT_REACH = 9;

export function penalised(attempt: Attempt, found: Argument | null, penalty: number): Argument | null {
  if (found) attempt.score -= penalty;
  return found;
}

/** Only a noun phrase that names two parties or more can be both sides; those of a small organisation confer with each other. */
export function asGroup(found: Argument | null, { view, hit }: Attempt): Argument | null {
  if (!found || found.actors.length >= 2) return found;
  return hit.trigger.type === 'CONSULT' ? assemblyOf(found, view.marked) : null;
}

/** How many tokens make about a word. */
export function tokensAWord(view: SentenceView): number {
  return view.marked.pack.settings.spaces ? 1 : 2;
}

/** An argument for an actor that the clause does not name. */
export function unnamed(hit: TriggerHit, actor: string, beside: Argument): Argument {
  const { from, to } = hit;
  const mention: Mention = {
    from,
    to,
    kind: 'state',
    actors: [actor],
    people: [],
    name: null,
    id: null,
    role: null,
    possessor: false,
  };
  return { ...beside, from, to, mentions: [mention], actors: [actor], people: [], resolved: true };
}

/** Whether the clause goes on from the trigger to a noun phrase: no other clause begins and no other verb stands between. */
export function reaches(attempt: Attempt, argument: Argument, marked: boolean): boolean {
  const view = attempt.view;
  const from = attempt.hit.to;
  const to = argument.markFrom >= from ? argument.markFrom : argument.from;
  if (
    to - from > (marked ? CLAUSE_REACH : OBJECT_REACH) * tokensAWord(attempt.view) ||
    (marked && attempt.frame.pos === 'noun' && to - attempt.reached > NOUN_REACH * tokensAWord(attempt.view)) ||
    view.hasMark(from, to, marked ? ';:。；：' : ',;:，。；：')
  )
    return false;
  if (!marked && view.infinitiveBetween(from, to)) return false;
  const clause = view.clauseBetween(from, to);
  if (clause) return false;
  return !view.finiteVerbBetween(from, to);
}

/** `{A:person}` asks for somebody by name or post, `{B:state}` for a state or a city, `{B:land}` for a state or its capital. */
export function isOfKind(slot: Slot, argument: Argument): boolean {
  if (slot.cases.length === 0) return true;
  const kinds = argument.mentions.flatMap(({ kind }) =>
    kind === 'office'
      ? ['person', 'office']
      : kind === 'place'
        ? ['state']
        : kind === 'state'
          ? ['state', 'land']
          : [kind],
  );
  return (
    slot.cases.some((wanted) => kinds.includes(wanted as never)) || !slot.cases.some((wanted) => KINDS.has(wanted))
  );
}

/** Kinds of noun phrases that a slot may ask for. */
const KINDS = new Set(['person', 'state', 'land', 'office', 'organisation', 'nationals']);
const CASES = new Set(['nom', 'gen', 'dat', 'acc', 'ins', 'pre', 'loc', 'rel', 'abl']);

export function asksCase(slot: Slot): boolean {
  return slot.cases.some((name) => CASES.has(name));
}

/** Whether a noun phrase may have the case that a slot asks for. */
export function hasCase(slot: Slot, argument: Argument): boolean {
  if (!asksCase(slot) || argument.cases.length === 0) return true;
  return slot.cases.some((name) => argument.cases.includes(name));
}

export function isBare(argument: Argument): boolean {
  return argument.marks.length === 0 || argument.markFrom === argument.from;
}

export function fits(slot: Slot, argument: Argument): boolean {
  return slot.marks.length === 0 ? true : argument.marks.some((mark) => slot.marks.includes(mark));
}
