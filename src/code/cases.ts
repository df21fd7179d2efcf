import type { Argument } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import type { Slot } from '../world/frames.ts';
import { asGroup, hasCase, isBare, PartyFinder, penalised, reaches } from './attempt.ts';

const QUOTES = '"“”«»';
/** How far, in tokens, a light verb may stand before the noun it carries. */
const LIGHT_REACH = 9;

/** Finds noun phrases that have no word before them and show by their case what part they play. */
export class CaseFinder extends PartyFinder {
  /** A noun phrase with no word before it, in the case that the slot asks for. */
  cased(slot: Slot, taken: readonly Argument[]): Argument | null {
    const usable = (argument: Argument): boolean =>
      !taken.includes(argument) &&
      isBare(argument) &&
      hasCase(slot, argument) &&
      (slot.role !== 'A+B' || argument.actors.length >= 2);
    if (slot.zone === 'inner')
      return (
        this.view.arguments.findLast(
          (argument) => argument.from >= this.attempt.head && argument.to <= this.hit.from && usable(argument),
        ) ?? null
      );
    if (slot.zone === 'before') {
      if (this.#isAskedOf(slot)) return this.#askedOf(taken, usable);
      const found = this.view.arguments.filter((argument) => argument.to <= this.attempt.head && usable(argument));
      const before = this.#ownerBehind(slot) ? found.at(-2) : this.#doer(slot, found);
      if (!before || this.#isParted(slot, before) || before.adjectival || this.#isOfOtherNoun(slot, before))
        return null;
      return this.#doerOfObject(slot, before, taken) ?? before;
    }
    for (const argument of this.view.arguments) {
      if (argument.from < this.attempt.reached || !isBare(argument) || taken.includes(argument)) continue;
      if (!reaches(this.attempt, argument, false)) return null;
      // A genitive belongs to the noun right before it, a dative stands near; further off they are some other word's.
      if (this.frame.pos === 'noun' && argument.from - this.attempt.reached > (slot.cases.includes('gen') ? 2 : 4))
        return null;
      if (this.#maybeOwner(slot, argument) || this.#isPastVerb(argument)) return null;
      // "обвинил соседей в применении турецких дронов": an adjective of another noun.
      if (argument.adjectival && this.frame.pos === 'verb' && this.#isBehindMark(argument)) return null;
      if (usable(argument)) return argument.adjectival ? penalised(this.attempt, argument, 0.2) : argument;
      // "поддержала усилия Польши": whoever the object belongs to.
      const owned =
        slot.cases.includes('acc') &&
        this.frame.pos === 'verb' &&
        argument.cases.includes('gen') &&
        !this.#isBehindMark(argument);
      if (owned) return penalised(this.attempt, argument, 0.4);
    }
    return null;
  }

  #ownsOther(at: number): boolean {
    if (at >= this.hit.from) return false;
    return this.view.marked.pack.suffixes?.isPossessed(surface(this.view.marked, at).toLowerCase()) ?? false;
  }

  /** "Fransa'nın Mali'ye müdahalesi için destek": the noun of action that stands first has taken it. */
  #isOfOtherNoun(slot: Slot, { to }: Argument): boolean {
    if (!this.view.marked.pack.settings.verbFinal || this.frame.pos !== 'noun') return false;
    // "Kıbrıs'ın baskısı altında … müzakereler": what stands right behind an owner is what it owns.
    if (slot.role === 'A+B') return this.#ownsOther(to);
    if (slot.role !== 'B') return false;
    return this.view.triggers.some(
      ({ trigger, from, to: end, cases }) =>
        trigger.pos === 'noun' &&
        from >= to &&
        end <= this.hit.from &&
        cases.length > 0 &&
        !cases.includes('loc') &&
        // "ateşkes çağrısı", with or without quotation marks: one noun describes the other.
        !(cases.includes('nom') && this.hit.cases.includes('pos') && this.hit.from - end <= 1),
    );
  }

  /** A clause ends between a noun phrase and the verb; one that only describes those who protest somewhere does not part the place from them. */
  #isParted(slot: Slot, before: Argument): boolean {
    const clause = this.view.clauseBetween(before.to, this.attempt.head);
    if (!clause) return false;
    const describes = clause.value === 'end' && clause.from < clause.to;
    return !(describes && this.hit.trigger.type === 'PROTEST' && slot.role === 'A' && slot.cases.includes('loc'));
  }

  /** "признание Палестины вызвало гнев Израиля": behind a verb nothing belongs to the noun before it. */
  #isPastVerb(argument: Argument): boolean {
    const isNoun = this.frame.pos === 'noun' && this.frame.light === null;
    return isNoun && this.view.finiteVerbBetween(this.hit.to, argument.from);
  }

  /** "письма США": a name of one form right behind a noun owns it, unless a verb carries the noun. */
  #maybeOwner(slot: Slot, argument: Argument): boolean {
    return (
      this.frame.pos === 'noun' &&
      this.frame.light === null &&
      slot.cases.includes('dat') &&
      argument.cases.length === 0 &&
      argument.from === this.hit.to
    );
  }

  /** "признал мигранта виновным в пересечении сербской границы": what a word brings in is not the object's. */
  #isBehindMark(argument: Argument): boolean {
    return this.view.marks.some((mark) => mark.from >= this.attempt.reached && mark.to <= argument.from);
  }

  /** Whom a participle describes, in whatever case: "Putin'le görüşen Erdoğan'a". */
  described(slot: Slot, taken: readonly Argument[]): Argument | null {
    const next = this.view.arguments.find((argument) => argument.from >= this.hit.to && !taken.includes(argument));
    if (!next || next.from - this.hit.to > LIGHT_REACH / 3 || this.view.hasMark(this.hit.to, next.from, ',;:'))
      return null;
    // "Eskişehir'i ziyaret eden Fransız turist": an adjective describes somebody else.
    if (next.mentions.every((mention) => mention.kind === 'adjective')) return null;
    return slot.role === 'A+B' ? asGroup(next, this.attempt) : next;
  }

  /** "Arjantin'in İngiltere'nin kontrolünde olan adaları işgal etmesi": a genitive right before what it owns does not act, if another can. */
  #doer(slot: Slot, found: readonly Argument[]): Argument | undefined {
    const { pack } = this.view.marked;
    const last = found.at(-1);
    if (!pack.suffixes || slot.role !== 'A' || !slot.cases.includes('gen') || this.frame.pos !== 'verb') return last;
    const owns = ({ to }: Argument): boolean =>
      to < this.attempt.head && (pack.suffixes?.isPossessed(surface(this.view.marked, to)) ?? false);
    // "Meşal'in, Türkiye'nin katkısından dolayı Erdoğan'a teşekkür ettiği": a comma parts the one who acts from the rest.
    const parted = found.findLast(
      ({ to }) => this.view.mark(to) === ',' && !this.view.hasMark(to, this.attempt.head, QUOTES),
    );
    return parted ?? found.findLast((argument) => !owns(argument)) ?? last;
  }

  /** "Gül'ün Kraliçe'nin konuğu olduğu": of two genitives the first acts. */
  #ownerBehind(slot: Slot): boolean {
    const isGenitive = (other: Slot): boolean => other.cases.includes('gen');
    return (
      slot.role === 'A' && isGenitive(slot) && this.frame.slots.some((other) => other !== slot && isGenitive(other))
    );
  }

  /** "Fransa, İsrail'in Gazze'yi vurmasını kınadı": what is done to the one belongs to the other, right before it, who owns the deed. */
  #doerOfObject(slot: Slot, found: Argument, taken: readonly Argument[]): Argument | null {
    const [subject] = taken;
    if (!this.view.marked.pack.settings.verbFinal || this.frame.pos !== 'verb' || slot.role !== 'B') return null;
    if (!subject || !(slot.cases.includes('acc') || slot.cases.includes('dat'))) return null;
    const at = this.view.arguments.indexOf(found);
    const owner = this.view.arguments[at - 1];
    if (!owner?.cases.includes('gen') || owner.from < subject.to || owner.actors.length === 0) return null;
    if (this.view.markBetween(owner.to, found.from) || this.view.hasMark(owner.to, found.from, ',;:')) return null;
    return this.#tellsOfDeed(found.to) ? owner : null;
  }

  /** Whether another verb or noun of action stands between a noun phrase and the verb. */
  #tellsOfDeed(from: number): boolean {
    const { head } = this.attempt;
    return (
      this.view.triggers.some((other) => other.from >= from && other.to <= head) ||
      this.view.light.some((verb) => verb.from >= from && verb.to <= head)
    );
  }

  /** "İsrail'in Gazze'den çekilmesini istedi": where the verb stands last, the first genitive after the subject is whose deed is meant. */
  #isAskedOf(slot: Slot): boolean {
    return (
      this.view.marked.pack.settings.verbFinal === true &&
      this.frame.pos === 'verb' &&
      slot.role === 'B' &&
      slot.cases.includes('gen')
    );
  }

  /** "elçiliğin önündeki saldırıyı kınadı": what is condemned is nobody's, and the genitive before it only says where. */
  #isUnownedObject(): boolean {
    const last = this.attempt.head - 1;
    const isMark = this.view.marks.some((mark) => mark.to === this.attempt.head);
    if (this.hit.trigger.type === 'REQUEST' || last < 0 || isMark) return false;
    return this.view.marked.pack.suffixes?.isUnowned(surface(this.view.marked, last).toLowerCase()) ?? false;
  }

  /** "Rus varlıklarının kullanılmasını istedi": of a passive it is what something is done to, unless its deed stands between. */
  #suffers(argument: Argument): boolean {
    const last = this.attempt.head - 1;
    if (!this.view.marked.pack.suffixes?.isPassiveNoun(surface(this.view.marked, last).toLowerCase())) return false;
    return argument.to === last || argument.people.length > 0 || argument.mentions[0]?.kind === 'nationals';
  }

  /** "Rusya'nın birliklerini çekmesi gerektiğini": the owner of what is to be done away with is asked to do it. */
  #ownsWished({ cases, mentions }: Argument, taken: readonly Argument[]): boolean {
    const isOwned = cases.includes('pos') && cases.includes('acc') && mentions[0]?.kind === 'state';
    return isOwned && taken.length > 0 && this.hit.trigger.type === 'REQUEST';
  }

  #askedOf(taken: readonly Argument[], usable: (argument: Argument) => boolean): Argument | null {
    if (this.#isUnownedObject()) return null;
    const from = taken[0]?.to ?? 0;
    return (
      this.view.arguments.find(
        (argument) =>
          argument.from >= from &&
          argument.to <= this.attempt.head &&
          argument.actors.length > 0 &&
          (usable(argument) || this.#ownsWished(argument, taken)) &&
          !this.#suffers(argument) &&
          !this.view.clauseBetween(argument.to, this.attempt.head),
      ) ?? null
    );
  }
}
