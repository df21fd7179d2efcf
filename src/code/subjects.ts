import { isOpen } from '../recognise/argument.ts';
import type { Argument } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import type { Slot } from '../world/frames.ts';
import { BASE, CONVERB, GERUND, PARTICIPLE } from '../world/inflect.ts';
import { CAPITAL } from '../world/tokenise.ts';
import { asGroup, PartyFinder, penalised, reaches, tokensAWord, unnamed } from './attempt.ts';
import { isObjectBefore } from './object-before.ts';
import { isPlural } from './speaker-behind.ts';

/** How far a possessor may stand before its noun: "Turkey's long-planned official visit". */
const OWNER_REACH = 4;
const CLAUSE_REACH = 40;
/** Marks before a form in -ing that is done by whom the verb before is done to. */
const CONTROLS = new Set(['of', 'for', 'against', 'from']);
const CONTROL_REACH = 4;
/** Deeds that somebody else may judge, and what judges them. */
const HOSTILE = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST']);
const JUDGING = new Set(['ACCUSE', 'REJECT', 'REQUEST']);
const JUDGED_REACH = 6;

/** Finds who stands before a trigger: its subject, its owner, and whoever a mark brings in there. */
export class SubjectFinder extends PartyFinder {
  /** The subject of the clause: the nearest bare noun phrase before the verb, else the main clause's after a comma. */
  subject(taken: readonly Argument[]): Argument | null {
    const view = this.view;
    const ofGerund =
      this.#subjectOfAside(taken) ??
      this.#controller(taken) ??
      this.#blamed(taken) ??
      this.#intends(taken) ??
      this.#ownerOfDeed(taken);
    if (ofGerund) return ofGerund;
    const limit = Math.min(this.#subjectLimit(), this.#beforePurpose());
    for (let index = view.arguments.length - 1; index >= 0; index--) {
      const argument = view.arguments[index] as Argument;
      if (argument.to > limit || taken.includes(argument)) continue;
      if (this.attempt.head - argument.to > CLAUSE_REACH * tokensAWord(this.view)) return null;
      const relative = view.clauseBetween(argument.to, this.attempt.head);
      if (relative?.value === 'relative' && relative.from - argument.to <= 2) return argument;
      // "became the first NATO member to apply": what a copula says of the subject is not another subject.
      if (argument.marks.length > 0 || argument.possessor || argument.adjectival || argument.opener === 'copula')
        continue;
      // "сказал телекомпании Yle, а затем созвонился": nobody whom a deed is told of.
      if (argument.mentions[0]?.kind === 'place' || (this.#isCased && argument.mentions[0]?.kind === 'outlet'))
        continue;
      if (isObjectBefore(view, argument, this.attempt.head) || this.#disagrees(argument) || this.#ownsTrigger(argument))
        continue;
      if (this.#isOfOtherClause(argument)) return this.#afterComma(taken) ?? argument;
      return argument;
    }
    return this.#mainSubjectAfter(taken) ?? this.#dropped();
  }

  /** Endings tell who acts, and verbs do not stand last. */
  get #isCased(): boolean {
    const { caseMarks, verbFinal } = this.view.marked.pack.settings;
    return caseMarks && verbFinal !== true;
  }

  /** "Nga từ chối chiếc ghế Liên Hợp Quốc để phản đối …": where verbs are not inflected, what is done for a purpose has the subject of the verb before. */
  #beforePurpose(): number {
    const { view, attempt } = this;
    const { inflected, settings } = view.marked.pack;
    const purpose = view.infinitives.find((word) => word.to === attempt.head);
    if (inflected || !settings.spaces || !purpose) return attempt.head;
    const verb = view.verbs.findLast((other) => other.to <= purpose.from);
    const isOpen = verb && !view.hasMark(verb.to, purpose.from, ',;:');
    const has = isOpen && this.#bareBefore([]).some((argument) => argument.to <= verb.from);
    return has ? verb.from : attempt.head;
  }

  /** "Sudan askerleri, Etiyopya sınırını aştı": right before what it owns it is not who acts, if somebody else can be. */
  #ownsTrigger(argument: Argument): boolean {
    const asks = this.frame.slots.some((slot) => slot.possessor && slot.role === 'B');
    return (
      asks &&
      this.view.marked.pack.settings.verbFinal === true &&
      argument.to === this.hit.from &&
      this.#bareBefore([argument]).length > 0
    );
  }

  /** "Putin döndü. Pekin'i ziyaret etmişti.": where a verb needs no subject, it is that of the sentence before. */
  #dropped(): Argument | null {
    const { is } = this.hit;
    const tells = this.frame.pos === 'verb' && ((is & CONVERB) !== 0 || (is & (BASE | GERUND)) === 0);
    return tells && !this.#namesOther() ? penalised(this.attempt, this.view.earlierSubject, 0.6) : null;
  }

  /** A capitalised word of no table stands before the verb: that may be its subject. */
  #namesOther(): boolean {
    const { marked, sentence } = this.view;
    const { tokens } = marked;
    const known = [...sentence.names, ...sentence.words, ...sentence.arguments];
    for (let at = sentence.from; at < this.attempt.head; at++) {
      const isCapital = ((tokens.flags[at] as number) & CAPITAL) !== 0;
      if (!isCapital || known.some((hit) => hit.from <= at && at < hit.to)) continue;
      // The first word has a capital whatever it is; in another case it is no subject.
      if (at === sentence.from && marked.pack.suffixes?.seemsOblique(surface(marked, at))) continue;
      if (
        !sentence.times.some(
          (time) => time.start <= (tokens.start[at] as number) && (tokens.start[at] as number) < time.end,
        )
      )
        return true;
    }
    return false;
  }

  /** "Захарова заявила, что, призвав стороны к миру, G7 …": a gerund right behind the word that opens a clause has its subject in that clause. */
  #isOfOtherClause(argument: Argument): boolean {
    const { caseMarks, verbFinal } = this.view.marked.pack.settings;
    if (!caseMarks || verbFinal || this.hit.is !== GERUND) return false;
    const opener = this.view.clauseBetween(argument.to, this.attempt.head);
    return opener !== null && this.attempt.head - opener.to <= 2;
  }

  /** "Orban angered EU lawmakers with his trips – meeting Putin in Moscow": after a comma or dash a form in -ing has the subject of the clause. */
  #subjectOfAside(taken: readonly Argument[]): Argument | null {
    const { view, hit } = this;
    if (hit.is !== GERUND || this.frame.pos !== 'verb' || !view.marked.pack.settings.spaces) return null;
    if (!view.hasMark(hit.from - 1, hit.from, ',–—')) return null;
    const bare = this.#bareBefore(taken);
    return bare.find((argument) => view.clauseBetween(argument.to, hit.from) === null) ?? null;
  }

  /** "accused Russia of invading Ukraine", "warned Iran against striking Israel": whoever the verb before is done to does it. */
  #controller(taken: readonly Argument[]): Argument | null {
    const { view, hit } = this;
    const mark = view.marks.find((word) => word.to === hit.from);
    if (hit.is !== GERUND || this.frame.pos !== 'verb' || !mark || !CONTROLS.has(mark.value)) return null;
    const near = this.#bareBefore(taken).at(-1);
    return near && hit.from - near.to <= CONTROL_REACH && view.clauseBetween(near.to, hit.from) === null ? near : null;
  }

  /** "стремление Англии покинуть ЕС", "позволит Сербии купить": right behind an infinitive's owner, in a language with cases, it is his deed. */
  #intends(taken: readonly Argument[]): Argument | null {
    const { caseMarks, verbFinal } = this.view.marked.pack.settings;
    if (!caseMarks || verbFinal || this.frame.pos !== 'verb' || this.hit.is !== BASE) return null;
    const near = this.view.arguments.find((argument) => argument.to === this.attempt.head && !taken.includes(argument));
    if (!near || (near.markFrom > 0 && near.markFrom < near.from)) return null;
    const { cases } = near;
    return cases.includes('gen') && !cases.includes('nom') && !cases.includes('acc') ? near : null;
  }

  /** "trừng phạt Nga vì mua tên lửa": where verbs are not inflected, a reason with no subject of its own is what the one before it did. */
  #blamed(taken: readonly Argument[]): Argument | null {
    const { view, hit } = this;
    const { spaces, verbFinal, caseMarks } = view.marked.pack.settings;
    if (view.marked.pack.inflected || !spaces || verbFinal || caseMarks || this.frame.pos !== 'verb') return null;
    const reason = view.clauses.find((clause) => clause.to === hit.from && clause.value === 'reason');
    if (!reason) return null;
    const before = view.arguments.filter((argument) => argument.to <= reason.from && !taken.includes(argument));
    return before.findLast(({ actors, to }) => actors.length > 0 && reason.from - to <= CONTROL_REACH) ?? null;
  }

  /** "A US drone strike killed four men in Yemen": a deed that kills is its owner's. */
  #ownerOfDeed(taken: readonly Argument[]): Argument | null {
    const { view, hit } = this;
    const { inflected, settings } = view.marked.pack;
    if (hit.trigger.type !== 'ASSAULT' || this.frame.pos !== 'verb' || !inflected || settings.caseMarks) return null;
    const deed = view.triggers.find(
      ({ trigger, to }) => trigger.pos === 'noun' && trigger.type === 'ASSAULT' && to === this.attempt.head,
    );
    const owner = deed && view.arguments.find((argument) => argument.to === deed.from && !taken.includes(argument));
    return owner && (owner.adjectival || owner.possessor || owner.mentions[0]?.kind === 'adjective') ? owner : null;
  }

  /** Where a marked noun phrase stands before the verb, the subject stands before that: "俄方对以方实施打击". */
  #subjectLimit(): number {
    if (this.view.marked.pack.settings.spaces) return this.attempt.head;
    const marked = this.frame.slots
      .filter((slot) => slot.zone === 'before' && slot.marks.length > 0)
      .flatMap((slot) => this.markedBefore(slot, []) ?? []);
    return Math.min(this.attempt.head, ...marked.map((argument) => argument.markFrom));
  }

  #bareBefore(taken: readonly Argument[]): Argument[] {
    return this.view.arguments.filter(
      (argument) =>
        argument.to <= this.attempt.head &&
        !taken.includes(argument) &&
        argument.marks.length === 0 &&
        argument.actors.length > 0 &&
        !argument.possessor &&
        !argument.adjectival &&
        argument.opener !== 'copula',
    );
  }

  /** The subject of the clause; where that stands for nobody, the one after the comma: "he said that in a call with Y, Z …". */
  inherited(taken: readonly Argument[]): Argument | null {
    if (this.#isJudged()) return null;
    const subject = this.subject(taken);
    // Of two that could have held the talks, the one who is somebody: "… a deal with Iran, she said after talks with Z".
    const person =
      subject?.people.length === 0
        ? this.#bareBefore(taken).findLast((argument) => argument.people.length > 0)
        : undefined;
    if (person) return person;
    if (subject && subject.actors.length > 0) return subject;
    return this.#afterComma(taken) ?? this.#nominativeAfter(taken) ?? subject ?? this.#teller();
  }

  /** "lên án các vụ tấn công nhằm vào Mali": where verbs are not inflected, who condemns a deed has not done it. */
  #isJudged(): boolean {
    const { inflected, settings } = this.view.marked.pack;
    const { type } = this.hit.trigger;
    if (inflected || !settings.spaces || !HOSTILE.has(type)) return false;
    const verb = this.view.triggers.findLast(
      ({ trigger, to }) => trigger.pos === 'verb' && JUDGING.has(trigger.type) && to <= this.hit.from,
    );
    return (
      verb !== undefined && this.hit.from - verb.to <= JUDGED_REACH && !this.view.hasMark(verb.to, this.hit.from, ',;:')
    );
  }

  /** "Telephone conversation with Angela Merkel": in a headline without a subject it is whoever tells. */
  #teller(): Argument | null {
    const { sentence, marked, protagonists, verbs } = this.view;
    const isTitle = marked.article.blocks[sentence.block]?.kind === 'title';
    return isTitle && verbs.every((verb) => verb.from >= this.hit.from) ? protagonists.teller : null;
  }

  /** "After a call with Putin, Erdogan said …" */
  #mainSubjectAfter(taken: readonly Argument[]): Argument | null {
    const view = this.view;
    if (this.#isWithinNoun()) return null;
    const before = view.arguments.some(
      (argument) =>
        argument.to <= this.attempt.head && argument.marks.length === 0 && !argument.possessor && !argument.adjectival,
    );
    return before ? null : this.#afterComma(taken);
  }

  /** "Trước các hoạt động quân sự hóa đảo, Mỹ …": where verbs are not inflected, a mark before a verb makes a noun of what stands between. */
  #isWithinNoun(): boolean {
    const { inflected, settings } = this.view.marked.pack;
    if (inflected || !settings.spaces || this.frame.pos !== 'verb') return false;
    const mark = this.view.marks.findLast((word) => word.to <= this.hit.from);
    return (
      mark !== undefined &&
      this.hit.from - mark.to <= CONTROL_REACH &&
      !this.view.clauseBetween(mark.from, this.hit.from)
    );
  }

  /** "По итогам переговоров с Путиным президент Сербии …": no comma parts what opens a sentence from its subject. */
  #nominativeAfter(taken: readonly Argument[]): Argument | null {
    const { caseMarks, verbFinal } = this.view.marked.pack.settings;
    const led = this.view.marks.some((mark) => mark.to <= this.hit.from && this.hit.from - mark.to <= 2);
    if (!caseMarks || verbFinal || this.hit.trigger.type !== 'CONSULT' || !led) return null;
    const found = this.view.arguments.find(
      ({ from, marks, cases }) => from >= this.hit.to && marks.length === 0 && cases.includes('nom'),
    );
    return found && !taken.includes(found) && !this.view.finiteVerbBetween(this.hit.to, found.from) ? found : null;
  }

  #afterComma(taken: readonly Argument[]): Argument | null {
    const view = this.view;
    for (const argument of view.arguments) {
      if (
        argument.from < this.hit.to ||
        taken.includes(argument) ||
        argument.marks.length > 0 ||
        argument.possessor ||
        argument.adjectival
      )
        continue;
      if (!view.hasMark(this.hit.to, argument.from, ',，')) continue;
      this.attempt.score -= 0.2;
      return argument;
    }
    return null;
  }

  /** Whom a judgement is about: the actor named last before it, else the report's other party. */
  anywhere(taken: readonly Argument[]): Argument | null {
    const [speaker] = taken;
    const others = this.view.arguments.filter(
      (argument) => argument.actors.length > 0 && !argument.actors.some((actor) => speaker?.actors.includes(actor)),
    );
    const { place } = this.view.marked.pack.settings.marks;
    const before = others.filter((argument) => argument.to <= this.hit.from);
    // "the embassy in Hanoi": where it is is blamed for nothing, if somebody else can be.
    const found =
      before.findLast((argument) => !argument.marks.some((mark) => place.includes(mark))) ??
      before.at(-1) ??
      others.find(
        (argument) =>
          argument.from >= this.hit.to && argument.marks.length > 0 && reaches(this.attempt, argument, true),
      );
    if (found || !speaker) return found ?? null;
    const partner = this.view.protagonists.partner(speaker.actors);
    return partner ? penalised(this.attempt, unnamed(this.hit, partner, speaker), 0.5) : null;
  }

  /** "…, которого обвиняли в измене": a single person is not the subject of a plural. */
  #disagrees(argument: Argument): boolean {
    if (
      this.hit.is === PARTICIPLE ||
      this.frame.pos !== 'verb' ||
      argument.people.length !== 1 ||
      argument.mentions.length !== 1
    )
      return false;
    return isPlural(this.view, this.hit) && argument.mentions[0]?.name !== null;
  }

  owner(slot: Slot, taken: readonly Argument[]): Argument | null {
    const found = this.view.arguments.findLast(
      (argument) =>
        argument.to <= this.hit.from &&
        argument.to >= this.hit.from - OWNER_REACH * tokensAWord(this.view) &&
        !taken.includes(argument),
    );
    // "anti-Japanese protests" are not Japan's.
    if (found?.marks.includes('against') && this.view.mark(found.from - 1) === '-') return null;
    if (!found || !(found.possessor || found.adjectival || found.to === this.hit.from)) return null;
    if (this.view.marked.pack.settings.verbFinal && !isOpen(found) && !found.possessor) return null;
    if (this.#isSubjectMatter(slot, found, taken)) return null;
    // "İsveç'in NATO üyeliğini onayladı": whoever stands in the genitive before it owns what the verb tells of, unless he does it ("Fransa'nın Peru teklifini reddettiği").
    if (
      this.view.marked.pack.settings.verbFinal &&
      this.hit.trigger.pos === 'verb' &&
      this.view.arguments.some((other) => other.to === found.from && other.possessor && !taken.includes(other))
    )
      return null;
    if (this.view.hasMark(found.to, this.hit.from, ',;:') || this.view.markBetween(found.to, this.hit.from))
      return null;
    this.attempt.score += 0.3;
    return slot.role === 'A+B' ? asGroup(found, this.attempt) : found;
  }

  /** "Çin'den ABD'ye Tayvan tepkisi": between him towards whom it is and the noun stands what it is about. */
  #isSubjectMatter(slot: Slot, found: Argument, taken: readonly Argument[]): boolean {
    const [actor] = taken;
    if (!this.view.marked.pack.settings.verbFinal || slot.role !== 'B' || this.frame.pos !== 'noun' || !actor)
      return false;
    return this.view.arguments.some(
      ({ cases, from, to }) => from >= actor.to && to <= found.from && cases.includes('dat') && !cases.includes('pos'),
    );
  }

  markedBefore(slot: Slot, taken: readonly Argument[]): Argument | null {
    const found = this.view.arguments.findLast(
      (argument) =>
        argument.to <= this.attempt.head &&
        !taken.includes(argument) &&
        !(argument.adjectival && slot.marks.includes('with')) &&
        argument.marks.some((mark) => slot.marks.includes(mark)),
    );
    if (!this.view.marked.pack.settings.spaces && found && this.view.hasMark(found.to, this.attempt.head, '，；：。'))
      return null;
    const clause = found ? this.view.clauseBetween(found.to, this.attempt.head) : null;
    return found && (!clause || this.#isWithin(clause)) ? found : null;
  }

  /** "Tayvan çevresinde üç gün süren tatbikat": a participle right before a noun of action parts nothing from it. */
  #isWithin(clause: { from: number; to: number; value: string }): boolean {
    const describes =
      this.view.marked.pack.settings.verbFinal === true && clause.value === 'end' && clause.from < clause.to;
    return describes && this.frame.pos === 'noun' && this.hit.from - clause.to <= 2;
  }
}
