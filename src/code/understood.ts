import type { ActType } from '../model/index.ts';
import { isOpen } from '../recognise/argument.ts';
import type { Argument } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import type { Slot } from '../world/frames.ts';
import { BASE, CONVERB, GERUND, PARTICIPLE } from '../world/inflect.ts';
import { asksCase, hasCase, PartyFinder, penalised, unnamed } from './attempt.ts';

/** Cases in which somebody is dealt with, and so may be asked for something next. */
const DEALT_WITH = ['acc', 'dat', 'ins'];
/** Cases of what is judged, and how many words may stand between it and the verb. */
const OBJECTS = ['acc', 'dat'];
const DEED_REACH = 2;
/** Deeds of which whoever complains is the victim. */
const SUFFERED = new Set<ActType>(['ASSAULT', 'COERCE']);
const SHARED_COST = 0.5;
const UNDERSTOOD_COST = 0.9;

/** Finds whom a verb that ends its clause is done to, where that clause does not say it again. */
export class UnderstoodFinder extends PartyFinder {
  /** Whom the verb before it was done to, or whom the report is about. */
  party(slot: Slot, actor: Argument, partnerOf: (argument: Argument) => string | null): Argument | null {
    if (slot.role !== 'B' || slot.zone !== 'before' || slot.marks.length > 0 || slot.possessor || slot.speaker)
      return null;
    if (!asksCase(slot) || this.frame.pos !== 'verb' || (this.hit.is & (PARTICIPLE | GERUND)) !== 0) return null;
    const owns = SUFFERED.has(this.hit.trigger.type) && actor.cases.includes('gen');
    if (actor.to > this.attempt.head || !(isOpen(actor) || owns)) return null;
    return this.#shared(slot, actor) ?? this.#unnamed(slot, actor, partnerOf);
  }

  /** "Lula, Maduro'yu arayarak kaçınmasını istedi": what is done next is done to the same, if nobody else has come between. */
  #shared(slot: Slot, actor: Argument): Argument | null {
    const { head } = this.attempt;
    const asks = this.hit.trigger.type === 'REQUEST' && slot.cases.includes('gen');
    if (asks ? !this.#isWish() && !this.#inTalk() : slot.cases.includes('gen')) return null;
    if ((this.hit.is & BASE) !== 0 && (this.hit.is & CONVERB) === 0) return null;
    const between = this.view.arguments.filter(
      (argument) => argument.from >= actor.to && argument.to <= head && argument.actors.length > 0,
    );
    const last = between.at(-1);
    if (!last || asks || !this.view.clauseBetween(last.to, head))
      return this.#askedWithin(asks, last) ?? this.#before(asks, slot, actor, last);
    return this.#before(asks, slot, actor, last);
  }

  /** Whom the verb that ended the clause before was done to. */
  #before(asks: boolean, slot: Slot, actor: Argument, last: Argument | undefined): Argument | null {
    const { head } = this.attempt;
    if (!last || !this.view.clauseBetween(last.to, head)) return null;
    // "Güney Kore'yi bombalayan askerin adasını": what a participle took is nobody else's.
    if (this.view.clauses.some(({ from, to }) => from < to && from >= last.to && to <= head)) return null;
    const fits = asks ? last.cases.some((name) => DEALT_WITH.includes(name)) : hasCase(slot, last);
    const isOther = !last.actors.some((one) => actor.actors.includes(one));
    return fits && isOther && last.cases.length > 0 ? penalised(this.attempt, last, SHARED_COST) : null;
  }

  /** "Sogavare ile görüştü ve … imzalamamasını istedi", where the verb before ends no clause: "arayarak". */
  #askedWithin(asks: boolean, last: Argument | undefined): Argument | null {
    if (!asks || !last?.cases.some((name) => DEALT_WITH.includes(name))) return null;
    const carried = this.view.triggers.some(
      ({ trigger, is, from, to }) =>
        trigger.type === 'CONSULT' && (is & CONVERB) !== 0 && from >= last.to && to <= this.attempt.head,
    );
    return carried || (last.cases.includes('ins') && this.#inTalk())
      ? penalised(this.attempt, last, SHARED_COST)
      : null;
  }

  /** "Rusya kararı kınadı", in a report of what another did. */
  #unnamed(slot: Slot, actor: Argument, partnerOf: (argument: Argument) => string | null): Argument | null {
    const { type } = this.hit.trigger;
    if (SUFFERED.has(type)) return this.#teller(actor);
    if (type === 'AGREE') return this.#promised(actor, partnerOf);
    if ((type !== 'ACCUSE' && type !== 'REJECT') || actor.actors.length !== 1) return null;
    if (!slot.cases.includes('acc') && !slot.cases.includes('dat')) return null;
    if (((this.hit.is & BASE) !== 0 && (this.hit.is & CONVERB) === 0) || !this.#hasObject() || this.#namesOther(actor))
      return null;
    const { protagonists, marked } = this.view;
    const start = marked.tokens.start[this.hit.from] as number;
    const partner = protagonists.latestPartner(actor.actors[0] as string, start) ?? partnerOf(actor);
    return partner && !actor.actors.includes(partner)
      ? penalised(this.attempt, unnamed(this.hit, partner, actor), UNDERSTOOD_COST)
      : null;
  }

  /** "Duşanbe, Kırgız güçlerinin yedi köye ateş açtığını öne sürdü": he who tells of it suffers it, where nobody else does. */
  #teller(actor: Argument): Argument | null {
    const { speaker } = this.view;
    const [state] = speaker?.actors ?? [];
    const isTold = (this.hit.is & BASE) !== 0 && (this.hit.is & CONVERB) === 0 && actor.cases.includes('gen');
    if (!speaker || !state || !isTold || speaker.to > actor.from || actor.actors.includes(state)) return null;
    const names = this.#namesOther(actor, state);
    return names ? null : penalised(this.attempt, unnamed(this.hit, state, actor), UNDERSTOOD_COST);
  }

  /** "ABD'nin söz verdiğini öne sürdü": what is promised is promised to him who tells it. */
  #promised(actor: Argument, partnerOf: (argument: Argument) => string | null): Argument | null {
    const partner = this.#namesOther(actor) ? null : partnerOf(actor);
    return partner ? penalised(this.attempt, unnamed(this.hit, partner, actor), UNDERSTOOD_COST) : null;
  }

  /** "kararı kınadı": right before the verb, or with an adverb between, stands what somebody else did. */
  #hasObject(): boolean {
    const { head } = this.attempt;
    return this.view.sentence.words.some(
      ({ to, senses }) =>
        to <= head &&
        head - to <= DEED_REACH &&
        senses.some((sense) => sense.kind === 'deed' && (sense.cases?.some((name) => OBJECTS.includes(name)) ?? false)),
    );
  }

  /** Somebody else has a part in the clause. */
  #namesOther(actor: Argument, but = ''): boolean {
    return this.view.arguments.some(
      (argument) =>
        argument !== actor &&
        argument.from >= actor.to &&
        argument.to <= this.attempt.head &&
        argument.actors.some((one) => one !== but && !actor.actors.includes(one)),
    );
  }

  /** "Putin ile görüşmesinde … uzatılmasını istedi": said in a talk, it is asked of whom the talk was with. */
  #inTalk(): boolean {
    return this.view.triggers.some(
      ({ trigger, cases, to }) => trigger.type === 'CONSULT' && cases.includes('loc') && to <= this.attempt.head,
    );
  }

  /** "kaçınmasını istedi": what is wished for stands right before. */
  #isWish(): boolean {
    const { pack } = this.view.marked;
    const word = surface(this.view.marked, this.attempt.head - 1).toLowerCase();
    return pack.suffixes?.isWish(word) === true && !pack.suffixes.isPassiveNoun(word);
  }
}
