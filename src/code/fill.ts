import type { ActType } from '../model/index.ts';
import type { Argument, Mention } from '../recognise/index.ts';
import type { Frame, Slot, SlotRole } from '../world/frames.ts';
import { BASE, GERUND, PARTICIPLE, PAST } from '../world/inflect.ts';
import type { SentenceView, TriggerHit } from './view.ts';

/** A frame whose slots have been filled around a trigger. */
export interface Filling {
  frame: Frame;
  slots: Partial<Record<SlotRole, Argument>>;
  /** How well it fits; between fillings of one trigger the best is taken. */
  score: number;
}

/** How far, in tokens, a light verb may stand before the noun it carries. */
const LIGHT_REACH = 9;
/** How far a possessor may stand before its noun: "Turkey's long-planned official visit". */
const OWNER_REACH = 4;
const CLAUSE_REACH = 40;
const LIST_REACH = 8;
/** How far after a noun of action what it is with or against may stand. */
const NOUN_REACH = 8;
/** What each token between a trigger and its object costs beyond the first few. */
const DISTANCE_COST = 0.08;
const LENGTH_BONUS = 0.4;
/** What it costs to pass over the object right after the verb for a party that a later word brings in. */
const SKIPPED_COST = 0.8;
const TAIL_REACH = 4;
/** How far after its verb a bare object may stand. */
const OBJECT_REACH = 9;
/** Acts of speech whose target may go without saying in a report that is about it. */
const UNDERSTOOD = new Set<ActType>(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'AGREE']);

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
  let best: Filling | null = null;
  for (const frame of hit.trigger.frames) {
    const filling = new FrameFiller(view, hit, frame).fill();
    if (filling && (!best || filling.score > best.score)) best = filling;
  }
  return best;
}

class FrameFiller {
  readonly #view: SentenceView;
  readonly #hit: TriggerHit;
  readonly #frame: Frame;
  #score: number;
  /** Where the verb group begins: the light verb, the passive marker, or the trigger. */
  #head: number;
  /** How far the slots after the trigger have been filled: they come in the order of the pattern. */
  #reached: number;

  constructor(view: SentenceView, hit: TriggerHit, frame: Frame) {
    this.#view = view;
    this.#hit = hit;
    this.#frame = frame;
    this.#head = hit.from;
    this.#reached = hit.to;
    // The longer phrase says more exactly what was done, and one of two parts more than its first part.
    this.#score = (hit.whole ? 0.3 : 0) + Math.min(0.8, LENGTH_BONUS * (hit.to - hit.from - 1));
  }

  fill(): Filling | null {
    if (!this.#fitsVoice() || !this.#findLight()) return null;
    const slots: Partial<Record<SlotRole, Argument>> = {};
    const taken: Argument[] = [];
    for (const slot of this.#frame.slots) {
      const found = this.#spelledOut(this.#find(slot, taken)) ?? this.#understood(slot, slots);
      if (!found || !isOfKind(slot, found)) {
        if (slot.optional) continue;
        return null;
      }
      slots[slot.role] = found;
      taken.push(found);
      if (slot.zone === 'after') {
        this.#score -= DISTANCE_COST * Math.max(0, found.from - this.#reached - 4);
        this.#reached = Math.max(this.#reached, found.to);
      }
      this.#score += slot.marks.length > 0 ? 1.2 : 1;
    }
    if (!this.#hasTail()) return null;
    return { frame: this.#frame, slots, score: this.#score };
  }

  /** "wants Israel to …": the word after the last slot. */
  #hasTail(): boolean {
    const [tail] = this.#frame.tail;
    if (tail === undefined) return true;
    const view = this.#view;
    const near = (word: { from: number }): boolean =>
      word.from >= this.#reached && word.from - this.#reached <= TAIL_REACH;
    return view.infinitives.some(near) || view.marks.some((word) => near(word) && view.markNamed(word.from, tail));
  }

  #fitsVoice(): boolean {
    const { passive, pos } = this.#frame;
    if (this.#view.marked.pack.settings.caseMarks && pos === 'verb') return this.#fitsForm(passive);
    if (!passive) return pos === 'noun' || !this.#view.isPassive(this.#hit);
    const marker = this.#view.passiveBefore(this.#hit.from, passive);
    if (marker && pos === 'verb') {
      this.#head = marker.from;
      return (this.#hit.is & PARTICIPLE) !== 0;
    }
    if (pos === 'noun')
      return this.#view.passive.some(
        (candidate) =>
          candidate.from >= this.#hit.to && candidate.from <= this.#hit.to + 8 && passive.includes(candidate.value),
      );
    // "drones supplied by Turkey": a bare participle is passive when it is followed by its agent.
    if ((this.#hit.is & PARTICIPLE) === 0 || this.#hasOwnSubject()) return false;
    return this.#frame.slots.some(
      (slot) =>
        slot.zone === 'after' && slot.role === 'A' && slot.marks.length > 0 && this.#marked(slot.marks, []) !== null,
    );
  }

  /** In a language with cases a passive participle needs no other word: "осуждён", "введены". */
  #fitsForm(passive: Frame['passive']): boolean {
    const { is, from } = this.#hit;
    if (this.#view.marked.pack.settings.verbFinal && !this.#fitsClause()) return false;
    if (!passive) return is !== PARTICIPLE;
    if (is !== PARTICIPLE) return false;
    this.#head = this.#view.passiveBefore(from, passive)?.from ?? from;
    return true;
  }

  /** Where the verb stands last: only whom a participle describes stands after it ("Putin'le görüşen Erdoğan"), and a finite verb has no subject in the genitive. */
  #fitsClause(): boolean {
    const { is } = this.#hit;
    const { slots } = this.#frame;
    if (slots.some((slot) => slot.zone === 'after') !== (is === GERUND)) return false;
    return !slots.some((slot) => slot.role !== 'B' && slot.cases.includes('gen')) || (is & BASE) !== 0;
  }

  /** A noun phrase right before a form that may be the past tense is its subject: "North Korea condemned drills by …". */
  #hasOwnSubject(): boolean {
    if ((this.#hit.is & PAST) === 0) return false;
    return this.#view.arguments.some(
      (argument) =>
        argument.to <= this.#hit.from &&
        this.#hit.from - argument.to <= 3 &&
        argument.marks.length === 0 &&
        !argument.possessor &&
        !argument.adjectival,
    );
  }

  #findLight(): boolean {
    const { light } = this.#frame;
    if (!light) return true;
    const { from, to } = this.#hit;
    if (light === 'after') return this.#view.light.some((verb) => verb.from >= to && verb.from <= to + LIGHT_REACH);
    const verb = this.#view.light.findLast((candidate) => candidate.to <= from && candidate.to >= from - LIGHT_REACH);
    if (!verb || this.#view.clauseBetween(verb.to, from)) return false;
    this.#head = verb.from;
    this.#score += 0.5;
    return true;
  }

  #find(slot: Slot, taken: readonly Argument[]): Argument | null {
    if (slot.speaker) return this.#view.speaker;
    if (slot.anywhere) return this.#anywhere(taken);
    if (slot.inherited) return this.#penalised(this.#inherited(taken), 0.4);
    if (slot.marks.length === 0 && asksCase(slot)) return this.#cased(slot, taken);
    if (slot.zone === 'after')
      return slot.marks.length > 0 ? this.#marked(slot.marks, taken, slot.role, slot) : this.#object(slot, taken);
    if (slot.possessor) return this.#owner(slot, taken);
    if (slot.zone === 'inner') return this.#inner(slot, taken);
    if (slot.marks.length > 0) return this.#markedBefore(slot, taken);
    if (slot.role === 'A+B') return this.#group(this.#subject(taken));
    return this.#subject(taken);
  }

  /** "met foreign ministers from the region, South Korea and Japan": who they are is listed after them. */
  #spelledOut(found: Argument | null): Argument | null {
    if (!found || found.actors.length > 0 || found.from < this.#hit.to) return found;
    const next = this.#view.arguments.find((argument) => argument.from >= found.to && argument.actors.length > 0);
    if (!next || next.from - found.to > LIST_REACH || next.possessor || this.#view.clauseBetween(found.to, next.from))
      return found;
    return this.#view.finiteVerbBetween(found.to, next.from) ? found : next;
  }

  /** Whom the report is about, where the clause does not name whom it is said of. */
  #understood(slot: Slot, slots: Partial<Record<SlotRole, Argument>>): Argument | null {
    const { A } = slots;
    if (
      slot.role !== 'B' ||
      slot.zone !== 'after' ||
      (slot.marks.length > 0 && this.#hit.trigger.type !== 'AGREE') ||
      (asksCase(slot) && !slot.cases.includes('acc')) ||
      this.#frame.pos !== 'verb' ||
      !A ||
      !UNDERSTOOD.has(this.#hit.trigger.type)
    )
      return null;
    const others = this.#view.arguments.some(
      (argument) => argument !== A && argument.actors.length > 0 && argument.from >= this.#hit.to,
    );
    const partner = others || A.actors.length !== 1 || A.marks.length > 0 ? null : this.#partnerOf(A);
    if (!partner) return null;
    return this.#penalised(this.#unnamed(partner, A), 0.9);
  }

  /** "Putin said the United States was ready for talks": with him who says so. */
  #partnerOf(argument: Argument): string | null {
    const { speaker, protagonists } = this.#view;
    const said = speaker?.actors[0];
    if (this.#hit.trigger.type === 'AGREE') return said && !argument.actors.includes(said) ? said : null;
    return protagonists.partner(argument.actors);
  }

  /** An argument for an actor that the clause does not name. */
  #unnamed(actor: string, beside: Argument): Argument {
    const { from, to } = this.#hit;
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

  #penalised(found: Argument | null, penalty: number): Argument | null {
    if (found) this.#score -= penalty;
    return found;
  }

  #group(found: Argument | null): Argument | null {
    return found && found.actors.length >= 2 ? found : null;
  }

  /** The subject of the clause: the nearest bare noun phrase before the verb, else the main clause's after a comma. */
  #subject(taken: readonly Argument[]): Argument | null {
    const view = this.#view;
    const limit = this.#subjectLimit();
    for (let index = view.arguments.length - 1; index >= 0; index--) {
      const argument = view.arguments[index] as Argument;
      if (argument.to > limit || taken.includes(argument)) continue;
      if (this.#head - argument.to > CLAUSE_REACH * this.#width) return null;
      const relative = view.clauseBetween(argument.to, this.#head);
      if (relative?.value === 'relative' && relative.from - argument.to <= 2) return argument;
      // "became the first NATO member to apply": what a copula says of the subject is not another subject.
      if (argument.marks.length > 0 || argument.possessor || argument.adjectival || argument.opener === 'copula')
        continue;
      if (view.isObjectBefore(argument, this.#head) || this.#disagrees(argument)) continue;
      return argument;
    }
    return this.#mainSubjectAfter(taken);
  }

  /** Where a marked noun phrase stands before the verb, the subject stands before that: "俄方对以方实施打击". */
  #subjectLimit(): number {
    if (this.#spaces) return this.#head;
    const marked = this.#frame.slots
      .filter((slot) => slot.zone === 'before' && slot.marks.length > 0)
      .flatMap((slot) => this.#markedBefore(slot, []) ?? []);
    return Math.min(this.#head, ...marked.map((argument) => argument.markFrom));
  }

  /** Whom a judgement is about: the actor named last before it, else the report's other party. */
  #anywhere(taken: readonly Argument[]): Argument | null {
    const [speaker] = taken;
    const others = this.#view.arguments.filter(
      (argument) => argument.actors.length > 0 && !argument.actors.some((actor) => speaker?.actors.includes(actor)),
    );
    const found =
      others.findLast((argument) => argument.to <= this.#hit.from) ??
      others.find(
        (argument) => argument.from >= this.#hit.to && argument.marks.length > 0 && this.#reaches(argument, true),
      );
    if (found || !speaker) return found ?? null;
    const partner = this.#view.protagonists.partner(speaker.actors);
    return partner ? this.#penalised(this.#unnamed(partner, speaker), 0.5) : null;
  }

  #bareBefore(taken: readonly Argument[]): Argument[] {
    return this.#view.arguments.filter(
      (argument) =>
        argument.to <= this.#head &&
        !taken.includes(argument) &&
        argument.marks.length === 0 &&
        argument.actors.length > 0 &&
        !argument.possessor &&
        !argument.adjectival &&
        argument.opener !== 'copula',
    );
  }

  /** The subject of the clause; where that stands for nobody, the one after the comma: "he said that in a call with Y, Z …". */
  #inherited(taken: readonly Argument[]): Argument | null {
    const subject = this.#subject(taken);
    // Of two that could have held the talks, the one who is somebody: "… a deal with Iran, she said after talks with Z".
    const person =
      subject?.people.length === 0
        ? this.#bareBefore(taken).findLast((argument) => argument.people.length > 0)
        : undefined;
    if (person) return person;
    if (subject && subject.actors.length > 0) return subject;
    return this.#afterComma(taken) ?? subject ?? this.#teller();
  }

  /** "Telephone conversation with Angela Merkel": in a headline without a subject it is whoever tells. */
  #teller(): Argument | null {
    const { sentence, marked, protagonists, verbs } = this.#view;
    const isTitle = marked.article.blocks[sentence.block]?.kind === 'title';
    return isTitle && verbs.every((verb) => verb.from >= this.#hit.from) ? protagonists.teller : null;
  }

  /** "After a call with Putin, Erdogan said …" */
  #mainSubjectAfter(taken: readonly Argument[]): Argument | null {
    const view = this.#view;
    const before = view.arguments.some(
      (argument) =>
        argument.to <= this.#head && argument.marks.length === 0 && !argument.possessor && !argument.adjectival,
    );
    return before ? null : this.#afterComma(taken);
  }

  #afterComma(taken: readonly Argument[]): Argument | null {
    const view = this.#view;
    for (const argument of view.arguments) {
      if (
        argument.from < this.#hit.to ||
        taken.includes(argument) ||
        argument.marks.length > 0 ||
        argument.possessor ||
        argument.adjectival
      )
        continue;
      if (!view.hasMark(this.#hit.to, argument.from, ',，')) continue;
      this.#score -= 0.2;
      return argument;
    }
    return null;
  }

  #owner(slot: Slot, taken: readonly Argument[]): Argument | null {
    const found = this.#view.arguments.findLast(
      (argument) =>
        argument.to <= this.#hit.from &&
        argument.to >= this.#hit.from - OWNER_REACH * this.#width &&
        !taken.includes(argument),
    );
    if (!found || !(found.possessor || found.adjectival || found.to === this.#hit.from)) return null;
    if (this.#view.hasMark(found.to, this.#hit.from, ',;:') || this.#view.markBetween(found.to, this.#hit.from))
      return null;
    this.#score += 0.3;
    return slot.role === 'A+B' ? this.#group(found) : found;
  }

  #inner(slot: Slot, taken: readonly Argument[]): Argument | null {
    const found = this.#view.arguments.findLast(
      (argument) =>
        argument.to <= this.#hit.from &&
        argument.from >= this.#head &&
        !taken.includes(argument) &&
        fits(slot, argument),
    );
    return found ?? null;
  }

  #markedBefore(slot: Slot, taken: readonly Argument[]): Argument | null {
    const found = this.#view.arguments.findLast(
      (argument) =>
        argument.to <= this.#head &&
        !taken.includes(argument) &&
        !(argument.adjectival && slot.marks.includes('with')) &&
        argument.marks.some((mark) => slot.marks.includes(mark)),
    );
    if (!this.#spaces && found && this.#view.hasMark(found.to, this.#head, '，；：。')) return null;
    return found && !this.#view.clauseBetween(found.to, this.#head) ? found : null;
  }

  get #spaces(): boolean {
    return this.#view.marked.pack.settings.spaces;
  }

  /** How many tokens make about a word. */
  get #width(): number {
    return this.#spaces ? 1 : 2;
  }

  /** The bare object after the verb; failing that, whoever owns or is named within the object. */
  #object(slot: Slot, taken: readonly Argument[]): Argument | null {
    const view = this.#view;
    // "到访的俄罗斯总统": a verb with 的 behind it describes the noun that follows.
    if (view.isPossessive(this.#hit.to)) return null;
    for (const argument of view.arguments) {
      if (argument.from < this.#reached || taken.includes(argument)) continue;
      if (!this.#reaches(argument, false)) return null;
      const bare = argument.marks.length === 0 || argument.markFrom < this.#hit.to;
      // "出席论坛的哈萨克斯坦总统": what stands before 的 only describes.
      const describes =
        argument.possessor && !this.#spaces && view.arguments.some((other) => other.from === argument.to);
      if (describes) continue;
      if (bare) {
        if (argument.possessor || argument.adjectival) this.#score -= 0.2;
        return slot.role === 'A+B' ? this.#group(argument) : argument;
      }
      if (this.#frame.pos === 'noun' || slot.role === 'A+B') return null;
      if (!argument.marks.some((mark) => view.marked.pack.settings.marks.object.includes(mark))) continue;
      this.#score -= 0.4;
      return argument;
    }
    return null;
  }

  #marked(marks: readonly string[], taken: readonly Argument[], role: SlotRole = 'B', slot?: Slot): Argument | null {
    for (const argument of this.#view.arguments) {
      if (argument.from < this.#reached || taken.includes(argument)) continue;
      if (marks.includes('that') && argument.opener === 'that' && argument.from - this.#hit.to <= 6) return argument;
      if (!this.#reaches(argument, true)) return null;
      if (!argument.marks.some((mark) => marks.includes(mark)) || this.#isRemoteOwner(argument)) continue;
      if (role === 'A+B' && argument.actors.length < 2) continue;
      if (slot && !hasCase(slot, argument)) continue;
      if (this.#isPastComma(argument)) return null;
      if (this.#skipsObject(argument)) this.#score -= SKIPPED_COST;
      return argument;
    }
    return null;
  }

  /** "urged the US to stop arming Taiwan": right after the verb stands its object, whoever a later word brings in. */
  #skipsObject(argument: Argument): boolean {
    if (this.#frame.pos !== 'verb') return false;
    const object = this.#view.arguments.find((other) => other.from >= this.#hit.to);
    return (
      object !== undefined &&
      object !== argument &&
      object.from - this.#hit.to <= 2 &&
      object.actors.length > 0 &&
      object.marks.length === 0 &&
      !object.possessor &&
      !object.adjectival &&
      !this.#frame.slots.some((slot) => slot.zone === 'after' && slot.marks.length === 0)
    );
  }

  /** In a language with cases a noun's own complements follow it without a comma. */
  #isPastComma(argument: Argument): boolean {
    const view = this.#view;
    return (
      this.#frame.pos === 'noun' &&
      view.marked.pack.settings.caseMarks &&
      view.hasMark(this.#hit.to, argument.markFrom, ',')
    );
  }

  /** "of" belongs to the noun right before it; further off it is some other noun's. */
  #isRemoteOwner(argument: Argument): boolean {
    const owner = this.#view.marked.pack.settings.marks.owner;
    return (
      this.#frame.pos === 'noun' &&
      argument.marks.some((mark) => owner.includes(mark)) &&
      argument.markFrom - this.#reached > 2
    );
  }

  /** "…, которого обвиняли в измене": a single person is not the subject of a plural. */
  #disagrees(argument: Argument): boolean {
    const { pack, tokens, article } = this.#view.marked;
    if (
      !pack.settings.pluralPast ||
      this.#frame.pos !== 'verb' ||
      argument.people.length !== 1 ||
      argument.mentions.length !== 1
    )
      return false;
    const verb = article.text.slice(tokens.start[this.#hit.from], tokens.end[this.#hit.from]);
    return pack.settings.pluralPast.some((ending) => verb.endsWith(ending)) && argument.mentions[0]?.name !== null;
  }

  /** A noun phrase with no word before it, in the case that the slot asks for. */
  #cased(slot: Slot, taken: readonly Argument[]): Argument | null {
    const usable = (argument: Argument): boolean =>
      !taken.includes(argument) &&
      isBare(argument) &&
      hasCase(slot, argument) &&
      (slot.role !== 'A+B' || argument.actors.length >= 2);
    if (slot.zone === 'inner')
      return (
        this.#view.arguments.findLast(
          (argument) => argument.from >= this.#head && argument.to <= this.#hit.from && usable(argument),
        ) ?? null
      );
    if (slot.zone === 'before') {
      if (this.#isAskedOf(slot)) return this.#askedOf(taken, usable);
      const before = this.#view.arguments.findLast((argument) => argument.to <= this.#head && usable(argument));
      return before && !this.#view.clauseBetween(before.to, this.#head) && !before.adjectival ? before : null;
    }
    for (const argument of this.#view.arguments) {
      if (argument.from < this.#reached || !isBare(argument) || taken.includes(argument)) continue;
      if (!this.#reaches(argument, false)) return null;
      // A genitive belongs to the noun right before it, a dative stands near; further off they are some other word's.
      if (this.#frame.pos === 'noun' && argument.from - this.#reached > (slot.cases.includes('gen') ? 2 : 4))
        return null;
      if (usable(argument)) return argument.adjectival ? this.#penalised(argument, 0.2) : argument;
      // "поддержала усилия Польши": whoever the object belongs to.
      const owned = slot.cases.includes('acc') && this.#frame.pos === 'verb' && argument.cases.includes('gen');
      if (owned) return this.#penalised(argument, 0.4);
    }
    return null;
  }

  /** "İsrail'in Gazze'den çekilmesini istedi": where the verb stands last, the first genitive after the subject is whose deed is meant. */
  #isAskedOf(slot: Slot): boolean {
    return this.#view.marked.pack.settings.verbFinal === true && this.#frame.pos === 'verb' && slot.role === 'B' && slot.cases.includes('gen');
  }

  #askedOf(taken: readonly Argument[], usable: (argument: Argument) => boolean): Argument | null {
    const from = taken[0]?.to ?? 0;
    return (
      this.#view.arguments.find(
        (argument) =>
          argument.from >= from &&
          argument.to <= this.#head &&
          argument.actors.length > 0 &&
          usable(argument) &&
          !this.#view.clauseBetween(argument.to, this.#head),
      ) ?? null
    );
  }

  /** Whether the clause goes on from the trigger to a noun phrase: no other clause begins and no other verb stands between. */
  #reaches(argument: Argument, marked: boolean): boolean {
    const view = this.#view;
    const from = this.#hit.to;
    const to = argument.markFrom >= from ? argument.markFrom : argument.from;
    if (
      to - from > (marked ? CLAUSE_REACH : OBJECT_REACH) * this.#width ||
      (marked && this.#frame.pos === 'noun' && to - this.#reached > NOUN_REACH * this.#width) ||
      view.hasMark(from, to, marked ? ';:。；：' : ',;:，。；：')
    )
      return false;
    if (!marked && view.infinitiveBetween(from, to)) return false;
    const clause = view.clauseBetween(from, to);
    if (clause) return false;
    return !view.finiteVerbBetween(from, to);
  }
}

/** `{A:person}` asks for somebody by name or post, `{B:state}` for a state or its capital. */
function isOfKind(slot: Slot, argument: Argument): boolean {
  if (slot.cases.length === 0) return true;
  const kinds = argument.mentions.map((mention) => (mention.kind === 'office' ? 'person' : mention.kind));
  return (
    slot.cases.some((wanted) => kinds.includes(wanted as never)) ||
    !slot.cases.some((wanted) => wanted === 'person' || wanted === 'state')
  );
}

const CASES = new Set(['nom', 'gen', 'dat', 'acc', 'ins', 'pre', 'loc', 'abl']);

function asksCase(slot: Slot): boolean {
  return slot.cases.some((name) => CASES.has(name));
}

/** Whether a noun phrase may have the case that a slot asks for. */
function hasCase(slot: Slot, argument: Argument): boolean {
  if (!asksCase(slot) || argument.cases.length === 0) return true;
  return slot.cases.some((name) => argument.cases.includes(name));
}

function isBare(argument: Argument): boolean {
  return argument.marks.length === 0 || argument.markFrom === argument.from;
}

function fits(slot: Slot, argument: Argument): boolean {
  return slot.marks.length === 0 ? true : argument.marks.some((mark) => slot.marks.includes(mark));
}
