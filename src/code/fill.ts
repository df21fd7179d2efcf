import type { ActType } from '../model/index.ts';
import type { Argument } from '../recognise/index.ts';
import type { Frame, Slot, SlotRole } from '../world/frames.ts';
import { ANY_FORM, BASE, FIRST_PERSON, GERUND, OWNED, PARTICIPLE, PAST } from '../world/inflect.ts';
import { asGroup, asksCase, isOfKind, PartyFinder, penalised, unnamed } from './attempt.ts';
import { CaseFinder } from './cases.ts';
import { ObjectFinder } from './objects.ts';
import { SubjectFinder } from './subjects.ts';
import { UnderstoodFinder } from './understood.ts';
import type { SentenceView, TriggerHit } from './view.ts';
import { asks, fitsWish, isWished } from './wishes.ts';

/** How far, in tokens, a light verb may stand before the noun it carries. */
const LIGHT_REACH = 9;
/** What each token between a trigger and its object costs beyond the first few. */
const DISTANCE_COST = 0.08;
const LENGTH_BONUS = 0.4;
const WHERE_COST = 0.7;
/** How many words may describe a noun that a mark leads up to. */
const LEAD_REACH = 4;
const TAIL_REACH = 4;
/** Acts of speech whose target may go without saying in a report that is about it. */
const UNDERSTOOD = new Set<ActType>(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'AGREE']);

/** Deeds that a country suffers where they are done: "struck Kharkiv", "sent grain to Port Sudan". */
const TAKES_PLACE = new Set<ActType>(['ASSAULT', 'COERCE', 'AID', 'MOBILIZE', 'PROTEST', 'RETREAT', 'SANCTION']);

/** Acts done by deeds, which are told of others more than of whoever tells them. */
const MATERIAL = new Set<ActType>(['AID', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'RETREAT']);

/** A frame whose slots have been filled around a trigger. */
export interface Filling {
  frame: Frame;
  slots: Partial<Record<SlotRole, Argument>>;
  /** How well it fits; between fillings of one trigger the best is taken. */
  score: number;
}

/** Others of the same mark after the one found: "met Macron in Paris and later with NATO officials in Brussels". */
export function further(view: SentenceView, filling: Filling): Argument[] {
  const { B } = filling.slots;
  if (!B || B.marks.length === 0 || filling.frame.slots.some((slot) => slot.role === 'C')) return [];
  return view.arguments.filter(
    (argument) =>
      argument.from > B.to &&
      argument.actors.length > 0 &&
      argument.marks.some((mark) => B.marks.includes(mark)) &&
      view.ands.some((word) => word.from >= B.to && word.to <= argument.markFrom && argument.markFrom - word.to <= 2) &&
      !view.finiteVerbBetween(B.to, argument.from) &&
      view.clauseBetween(B.to, argument.from) === null,
  );
}

/** The best filling of a trigger's frames in its sentence, or null. */
export function fill(view: SentenceView, hit: TriggerHit): Filling | null {
  const found = bestOf(view, hit);
  if (found && Object.values(found.slots).every((argument) => argument.actors.length > 0)) return found;
  const { type, pos } = hit.trigger;
  const takesPlace = TAKES_PLACE.has(type) && (pos === 'verb' || type === 'ASSAULT' || type === 'PROTEST');
  return takesPlace && view.marked.pack.settings.spaces && view.sentence.places.length > 0
    ? (bestOf(view.withPlaces(), hit) ?? found)
    : found;
}

function bestOf(view: SentenceView, hit: TriggerHit): Filling | null {
  let best: Filling | null = null;
  for (const frame of hit.trigger.frames) {
    const filling = new FrameFiller(view, hit, frame).fill();
    if (filling && (!best || filling.score > best.score)) best = filling;
  }
  return best;
}

function isOwner(slot: Slot | undefined): boolean {
  return slot !== undefined && (slot.cases.includes('gen') || slot.possessor);
}

class FrameFiller extends PartyFinder {
  /** Made when first asked for: most frames are put aside before they look for anybody. */
  #subjectFinder: SubjectFinder | null = null;
  #objectFinder: ObjectFinder | null = null;
  #caseFinder: CaseFinder | null = null;
  /** The trigger is a participle with no passive marker. */
  #describes = false;

  constructor(view: SentenceView, hit: TriggerHit, frame: Frame) {
    // The longer phrase says more exactly what was done, and one of two parts more than its first part.
    const score = (hit.whole ? 0.3 : 0) + Math.min(0.8, LENGTH_BONUS * (hit.to - hit.from - 1));
    super({ view, hit, frame, head: hit.from, reached: hit.to, score });
  }

  get #subjects(): SubjectFinder {
    this.#subjectFinder ??= new SubjectFinder(this.attempt);
    return this.#subjectFinder;
  }

  get #objects(): ObjectFinder {
    this.#objectFinder ??= new ObjectFinder(this.attempt);
    return this.#objectFinder;
  }

  get #cases(): CaseFinder {
    this.#caseFinder ??= new CaseFinder(this.attempt);
    return this.#caseFinder;
  }

  /** "according to data provided by Liberia": a bare participle describes the noun right before it, and no other. */
  #isDescribedFarOff(slot: Slot, found: Argument): boolean {
    return this.#describes && slot.role === 'B' && slot.zone === 'before' && this.hit.from - found.to > 1;
  }

  fill(): Filling | null {
    if (!this.#fitsVoice() || !this.#findLight() || !this.#hasLead()) return null;
    const slots: Partial<Record<SlotRole, Argument>> = {};
    const taken: Argument[] = [];
    for (const slot of this.frame.slots) {
      const found = this.#objects.spelledOut(this.#find(slot, taken)) ?? this.#understood(slot, slots);
      if (!found || !isOfKind(slot, found) || this.#isDescribedFarOff(slot, found)) {
        if (slot.optional) continue;
        return null;
      }
      slots[slot.role] = found;
      taken.push(found);
      if (slot.zone === 'after') {
        this.attempt.score -= DISTANCE_COST * Math.max(0, found.from - this.attempt.reached - 4);
        this.attempt.reached = Math.max(this.attempt.reached, found.to);
      }
      this.attempt.score += slot.marks.length > 0 ? 1.2 : 1;
      if (this.#isOnlyWhere(slot)) this.attempt.score -= WHERE_COST;
    }
    if (!this.#hasTail() || !this.#fitsPeople(slots) || this.#areListed(slots) || this.#isSaidOf(slots)) return null;
    return { frame: this.frame, slots, score: this.attempt.score };
  }

  /** "in Rabat for a long-planned visit": the word that leads up to the noun, with what describes it between. */
  #hasLead(): boolean {
    const { lead } = this.frame;
    if (lead.length === 0) return true;
    const { view, hit } = this;
    const mark = view.marks.findLast((word) => word.from < hit.from && lead.includes(word.value));
    return mark !== undefined && hit.from - mark.to <= LEAD_REACH && !view.hasMark(mark.to, hit.from, ',;:');
  }

  /** "killed a leader of Hamas in Tehran": where it was done says less than to whom. */
  #isOnlyWhere(slot: Slot): boolean {
    const { place } = this.view.marked.pack.settings.marks;
    return (
      slot.role === 'B' &&
      (slot.cases.includes('pre') || this.frame.name === 'within') &&
      slot.marks.every((mark) => place.includes(mark)) &&
      TAKES_PLACE.has(this.hit.trigger.type)
    );
  }

  /** Where the verb stands last, "görüştük" is said by whoever speaks, and nobody does to himself what is told. */
  #fitsPeople({ A, B }: Partial<Record<SlotRole, Argument>>): boolean {
    if (this.view.marked.pack.settings.verbFinal !== true || !A) return true;
    const role = A.mentions[0]?.role;
    const isOwn =
      this.frame.slots.some((slot) => slot.speaker) || role === 'we' || role === 'I' || this.view.mark(A.to) === ':';
    if ((this.hit.is & FIRST_PERSON) !== 0 && !isOwn) return false;
    if (B && !this.#ownsInOrder(A, B)) return false;
    return !B || A.actors.length !== 1 || B.actors.length !== 1 || A.actors[0] !== B.actors[0];
  }

  /** "Türkiye'nin Gürcistan'ın bütünlüğünü desteklediğini": of two owners before a verb the first acts. */
  #ownsInOrder(actor: Argument, target: Argument): boolean {
    const owners = this.frame.slots.filter((slot) => slot.zone === 'before' && isOwner(slot));
    return this.frame.pos !== 'verb' || owners.length < 2 || actor.from <= target.from;
  }

  /** "проект критикуют США, Польша и …": what a comma alone parts behind a verb are members of one list. */
  #areListed({ A, B }: Partial<Record<SlotRole, Argument>>): boolean {
    const { caseMarks, verbFinal } = this.view.marked.pack.settings;
    if (!caseMarks || verbFinal || !A || !B || this.frame.pos !== 'verb' || this.hit.is === GERUND) return false;
    const [first, second] = A.from < B.from ? [A, B] : [B, A];
    return first.from >= this.hit.to && second.from - first.to === 1 && this.view.mark(first.to) === ',';
  }

  /** "called Putin a killer", "called Putin 'a killer'": what somebody is called is no call. */
  #isSaidOf({ B }: Partial<Record<SlotRole, Argument>>): boolean {
    const calls = this.hit.trigger.mode === 'phone' && this.frame.pos === 'verb' && B?.marks.length === 0;
    return (
      calls === true && (this.view.isThing(B?.to ?? 0) || this.view.hasMark(B?.to ?? 0, (B?.to ?? 0) + 1, '"“‘\''))
    );
  }

  /** "wants Israel to …": the word after the last slot. */
  #hasTail(): boolean {
    const [tail] = this.frame.tail;
    if (tail === undefined) return true;
    const view = this.view;
    const near = (word: { from: number }): boolean =>
      word.from >= this.attempt.reached && word.from - this.attempt.reached <= TAIL_REACH;
    return view.infinitives.some(near) || view.marks.some((word) => near(word) && view.markNamed(word.from, tail));
  }

  #fitsVoice(): boolean {
    const { passive, pos } = this.frame;
    if (this.view.marked.pack.settings.caseMarks && pos === 'verb') return this.#fitsForm(passive);
    const { verbFinal } = this.view.marked.pack.settings;
    if (verbFinal && pos === 'noun' && this.frame.slots.some((slot) => slot.speaker)) return this.hit.is === BASE;
    if (!passive)
      return (
        pos === 'noun' || (!this.view.isPassive(this.hit) && !this.#hasAgent() && this.view.canHeadClause(this.hit))
      );
    const marker = this.view.passiveBefore(this.hit.from, passive);
    if (marker && pos === 'verb') {
      this.attempt.head = marker.from;
      return (this.hit.is & PARTICIPLE) !== 0;
    }
    if (pos === 'noun')
      return this.view.passive.some(
        (candidate) =>
          candidate.from >= this.hit.to && candidate.from <= this.hit.to + 8 && passive.includes(candidate.value),
      );
    // "drones supplied by Turkey": a bare participle is passive when it is followed by its agent.
    if ((this.hit.is & PARTICIPLE) === 0 || this.#hasOwnSubject() || !this.view.canHeadClause(this.hit)) return false;
    this.#describes = true;
    return this.frame.slots.some(
      (slot) =>
        slot.zone === 'after' &&
        slot.role === 'A' &&
        slot.marks.length > 0 &&
        this.#objects.marked(slot.marks, []) !== null,
    );
  }

  /** "used missiles provided by Britain", "when asked by TASS": right after a participle "by" brings in who did it. */
  #hasAgent(): boolean {
    const { is, to } = this.hit;
    return (is & PARTICIPLE) !== 0 && is !== ANY_FORM && this.view.markNamed(to, 'by');
  }

  /** In a language with cases a passive participle needs no other word: "осуждён", "введены". */
  #fitsForm(passive: Frame['passive']): boolean {
    const { is, from } = this.hit;
    if (this.view.marked.pack.settings.verbFinal && !(this.#fitsClause() && fitsWish(this.view, this.hit, this.frame)))
      return false;
    const suffers = (is & PARTICIPLE) !== 0 && is !== ANY_FORM;
    if (suffers !== (passive !== null)) return false;
    if (!passive) return true;
    this.attempt.head = this.view.passiveBefore(from, passive)?.from ?? from;
    return true;
  }

  /** Where the verb stands last: only whom a participle describes stands after it ("Putin'le görüşen Erdoğan"), and a finite verb has no subject in the genitive. */
  #fitsClause(): boolean {
    const { is } = this.hit;
    const { slots } = this.frame;
    const isOfPlace = slots.some((slot) => slot.role === 'A' && slot.cases.includes('loc'));
    if (!isOfPlace && slots.some((slot) => slot.zone === 'after') !== (is === GERUND)) return false;
    // "Türkiye'nin üye olmak istediğini": of a verb made a noun the genitive is the subject.
    const [actor, target] = slots;
    if ((is & ~OWNED) === BASE && actor?.role === 'A' && !asksCase(actor) && !actor.speaker && isOwner(target))
      return false;
    if ((is & OWNED) !== 0 && actor?.role === 'A' && !asksCase(actor) && !actor.speaker) return false;
    if (
      actor?.speaker &&
      isOwner(target) &&
      ((is & OWNED) !== 0 || (asks(this.hit, this.frame) && !isWished(this.view, this.hit)))
    )
      return false;
    // "Kiev'in üssü bombaladığını savundu": it does what is told, and owns nothing that suffers it.
    if (actor?.speaker && isOwner(target) && MATERIAL.has(this.hit.trigger.type)) return false;
    return (
      this.frame.passive !== null ||
      !slots.some((slot) => slot.speaker || (slot.role !== 'B' && slot.cases.includes('gen'))) ||
      (is & BASE) !== 0
    );
  }

  /** A noun phrase right before a form that may be the past tense is its subject: "North Korea condemned drills by …". */
  #hasOwnSubject(): boolean {
    if ((this.hit.is & PAST) === 0) return false;
    return this.view.arguments.some(
      (argument) =>
        argument.to <= this.hit.from &&
        this.hit.from - argument.to <= 3 &&
        argument.marks.length === 0 &&
        !argument.possessor &&
        !argument.adjectival,
    );
  }

  #findLight(): boolean {
    const { light } = this.frame;
    if (!light) return true;
    const { from, to, cases, trigger } = this.hit;
    const { lightValue } = this.frame;
    // "принял участие в форуме сотрудничества": a genitive belongs to the noun before it.
    if (trigger.type === 'COOPERATE' && cases.length === 1 && cases[0] === 'gen') return false;
    if (light === 'after')
      return this.view.light.some(
        (verb) => verb.from >= to && verb.from <= to + LIGHT_REACH && (!lightValue || verb.value === lightValue),
      );
    const verb = this.view.light.findLast(
      (candidate) =>
        candidate.to <= from && candidate.to >= from - LIGHT_REACH && (!lightValue || candidate.value === lightValue),
    );
    if (!verb || this.view.clauseBetween(verb.to, from)) return false;
    this.attempt.head = verb.from;
    this.attempt.score += 0.5;
    return true;
  }

  /** "met the deadline": a verb that can have a party as its object has a thing. */
  #hasThing(): boolean {
    const { pos, frames, type } = this.hit.trigger;
    return (
      pos === 'verb' &&
      type === 'CONSULT' &&
      this.view.isThing(this.hit.to) &&
      frames.some(({ name }) => name === 'active')
    );
  }

  #find(slot: Slot, taken: readonly Argument[]): Argument | null {
    if (slot.speaker) return this.view.speaker;
    if (slot.anywhere) return this.#subjects.anywhere(taken);
    if (slot.inherited) return penalised(this.attempt, this.#subjects.inherited(taken), 0.4);
    if (slot.zone === 'after' && this.view.marked.pack.settings.verbFinal) return this.#cases.described(slot, taken);
    if (slot.marks.length === 0 && asksCase(slot)) return this.#cases.cased(slot, taken);
    if (slot.zone === 'after')
      return slot.marks.length > 0
        ? this.#objects.marked(slot.marks, taken, slot.role, slot)
        : this.#objects.object(slot, taken);
    if (slot.possessor) return this.#subjects.owner(slot, taken);
    if (slot.zone === 'inner') return this.#objects.inner(slot, taken);
    if (slot.marks.length > 0) return this.#subjects.markedBefore(slot, taken);
    if (slot.role === 'A+B' && this.#hasThing()) return null;
    if (slot.role === 'A+B') return asGroup(this.#subjects.subject(taken), this.attempt);
    return this.#subjects.subject(taken);
  }

  /** Whom the report is about, where the clause does not name whom it is said of. */
  #understood(slot: Slot, slots: Partial<Record<SlotRole, Argument>>): Argument | null {
    const { A } = slots;
    if (this.view.marked.pack.settings.verbFinal && A)
      return new UnderstoodFinder(this.attempt).party(slot, A, (argument) => this.#partnerOf(argument));
    if (
      slot.role !== 'B' ||
      slot.zone !== 'after' ||
      (slot.marks.length > 0 && this.hit.trigger.type !== 'AGREE') ||
      (asksCase(slot) && !slot.cases.includes('acc')) ||
      this.frame.pos !== 'verb' ||
      !A ||
      !UNDERSTOOD.has(this.hit.trigger.type) ||
      this.hit.trigger.subtype === 'investigation' ||
      (asksCase(slot) && !this.#goesOn())
    )
      return null;
    const { to } = this.hit;
    // "promised to review its programmes": what is one's own is no other party to a promise.
    const isOwn = (actor: string): boolean => this.hit.trigger.type === 'AGREE' && A.actors.includes(actor);
    const others =
      !this.#endsAtComma() &&
      this.view.arguments.some(
        (argument) =>
          argument !== A &&
          argument.actors.some((actor) => !isOwn(actor)) &&
          argument.from >= to &&
          !this.view.clauseBetween(to, argument.from) &&
          !this.view.finiteVerbBetween(to, argument.from),
      );
    const partner = others || A.actors.length !== 1 || A.marks.length > 0 ? null : this.#partnerOf(A);
    if (!partner) return null;
    return penalised(this.attempt, unnamed(this.hit, partner, A), 0.9);
  }

  /** "bác bỏ, đồng thời tố ngược Mali": where verbs are not inflected, one with a comma right behind it has no object of its own. */
  #endsAtComma(): boolean {
    const { inflected, settings } = this.view.marked.pack;
    return !inflected && settings.spaces && this.view.mark(this.hit.to) === ',';
  }

  /** "призвал прекратить огонь", "призвал к миру": a word of no table behind a verb is its object: "призвал союзников". */
  #goesOn(): boolean {
    const { to } = this.hit;
    const isAfter = (word: { from: number }): boolean => word.from === to;
    return this.view.mark(to) !== '' || this.view.verbs.some(isAfter) || this.view.marks.some(isAfter);
  }

  /** "Putin said the United States was ready for talks": with him who says so. */
  #partnerOf(argument: Argument): string | null {
    const { speaker, protagonists } = this.view;
    const said = speaker?.actors[0];
    if (this.hit.trigger.type === 'AGREE') return said && !argument.actors.includes(said) ? said : null;
    return protagonists.partner(argument.actors);
  }
}
