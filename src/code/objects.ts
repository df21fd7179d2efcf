import type { Argument } from '../recognise/index.ts';
import type { Slot, SlotRole } from '../world/frames.ts';
import { asGroup, fits, hasCase, isBare, PartyFinder, reaches } from './attempt.ts';

const LIST_REACH = 8;
/** How many words may stand between a mark and the owner of the noun it marks. */
const WITHIN_REACH = 3;
/** How far behind a verb of saying the clause it leads to may begin. */
const THAT_REACH = 6;
/** How far behind a threat its condition may stand. */
const IF_REACH = 12;
/** What it costs to pass over the object right after the verb for a party that a later word brings in. */
const SKIPPED_COST = 0.8;

/** "massed troops on its border with Pakistan": what belongs to whoever acts is no other party. */
function isOwnOf({ resolved, possessor, mentions, actors }: Argument, taken: readonly Argument[]): boolean {
  const isPronoun = resolved && possessor && mentions[0]?.kind !== 'person';
  return isPronoun && taken.some((party) => party.actors.join() === actors.join());
}

/** Finds who stands after a trigger: its object, and whoever a mark brings in there. */
export class ObjectFinder extends PartyFinder {
  /** The bare object after the verb; failing that, whoever owns or is named within the object. */
  object(slot: Slot, taken: readonly Argument[]): Argument | null {
    const view = this.view;
    // "到访的俄罗斯总统": a verb with 的 behind it describes the noun that follows.
    if (view.isPossessive(this.hit.to)) return null;
    for (const argument of view.arguments) {
      if ((argument.from < this.attempt.reached && !this.#sharesNoun(argument)) || taken.includes(argument)) continue;
      if (!reaches(this.attempt, argument, false)) return null;
      const bare = argument.marks.length === 0 || argument.markFrom < this.hit.to;
      // "出席论坛的哈萨克斯坦总统": what stands before 的 only describes.
      const describes =
        argument.possessor &&
        !this.view.marked.pack.settings.spaces &&
        view.arguments.some((other) => other.from === argument.to);
      if (describes) continue;
      if (bare) {
        if (argument.possessor || argument.adjectival) this.attempt.score -= 0.2;
        return slot.role === 'A+B' ? asGroup(argument, this.attempt) : argument;
      }
      if (this.frame.pos === 'noun' || slot.role === 'A+B') return null;
      if (!argument.marks.some((mark) => view.marked.pack.settings.marks.object.includes(mark))) continue;
      this.attempt.score -= 0.4;
      return argument;
    }
    return null;
  }

  /** "trục xuất đại sứ | Thụy Điển Kristina Kuhnel": the last word of the phrase is the post of whom it is done to. */
  #sharesNoun({ from, to }: Argument): boolean {
    return from > this.hit.from && from < this.hit.to && to > this.hit.to && this.attempt.reached === this.hit.to;
  }

  marked(marks: readonly string[], taken: readonly Argument[], role: SlotRole = 'B', slot?: Slot): Argument | null {
    for (const argument of this.view.arguments) {
      if (argument.from < this.attempt.reached || taken.includes(argument)) continue;
      if (this.#opensClause(argument, marks)) return argument;
      if (isOwnOf(argument, taken)) continue;
      if (!reaches(this.attempt, argument, true)) return null;
      if (role === 'B' && slot && this.#isWithin(argument, marks)) return argument;
      if (!argument.marks.some((mark) => marks.includes(mark)) || this.#isRemoteOwner(argument)) continue;
      if (role === 'A+B' && argument.actors.length < 2) continue;
      if (slot && !hasCase(slot, argument)) continue;
      if (this.#isPastComma(argument)) return null;
      if (this.#skipsObject(argument)) this.attempt.score -= SKIPPED_COST;
      return argument;
    }
    return null;
  }

  /** "по позициям хуситов", "на пригород Бейрута", "на товары из Мексики": the mark stands before a noun that belongs to whoever follows. */
  #isWithin(argument: Argument, marks: readonly string[]): boolean {
    const { caseMarks, verbFinal } = this.view.marked.pack.settings;
    if (!caseMarks || verbFinal) return false;
    const comes = argument.marks.some((mark) => this.view.marked.pack.settings.marks.origin.includes(mark));
    if (!comes && !(isBare(argument) && (argument.cases.length === 0 || argument.cases.includes('gen')))) return false;
    const from = comes && argument.markFrom >= 0 ? argument.markFrom : argument.from;
    return this.view.marks.some(
      (word) =>
        marks.includes(word.value) &&
        word.from >= this.attempt.reached &&
        word.to < from &&
        from - word.to <= WITHIN_REACH &&
        !this.view.hasMark(word.to, from, ',;:.') &&
        !this.view.marks.some((other) => other.from >= word.to && other.to <= from) &&
        !this.view.arguments.some((other) => other.from >= word.to && other.to <= from),
    );
  }

  /** "demanded that Sweden …", "warned of sanctions if Iran …": the subject of the clause that follows. */
  #opensClause(argument: Argument, marks: readonly string[]): boolean {
    const { opener } = argument;
    if (marks.includes('that') && this.#isAfterComma(argument)) return true;
    if (opener === 'that' || opener === 'fact')
      return marks.includes('that') && argument.from - this.hit.to <= this.#thatReach;
    return (
      opener === 'if' &&
      marks.includes('if') &&
      argument.from - this.hit.to <= IF_REACH &&
      !this.view.finiteVerbBetween(this.hit.to, argument.from)
    );
  }

  /** How far behind a verb the clause it leads to may begin; where verbs are not inflected a word is written in syllables. */
  get #thatReach(): number {
    const { inflected, settings } = this.view.marked.pack;
    return inflected || !settings.spaces ? THAT_REACH : 1.5 * THAT_REACH;
  }

  /** "chỉ trích, động thái của Nhật Bản …": where verbs are not inflected, a comma may stand for "that" right behind them. */
  #isAfterComma(argument: Argument): boolean {
    const { inflected, settings } = this.view.marked.pack;
    if (inflected || !settings.spaces || this.frame.pos !== 'verb' || argument.marks.length > 0) return false;
    return argument.from - this.hit.to === 1 && this.view.mark(this.hit.to) === ',';
  }

  /** "urged the US to stop arming Taiwan": right after the verb stands its object, whoever a later word brings in. */
  #skipsObject(argument: Argument): boolean {
    if (this.frame.pos !== 'verb') return false;
    const object = this.view.arguments.find((other) => other.from >= this.hit.to);
    return (
      object !== undefined &&
      object !== argument &&
      object.from - this.hit.to <= 2 &&
      object.actors.length > 0 &&
      object.marks.length === 0 &&
      !object.possessor &&
      !object.adjectival &&
      !this.frame.slots.some((slot) => slot.zone === 'after' && slot.marks.length === 0)
    );
  }

  /** In a language with cases a noun's own complements follow it without a comma. */
  #isPastComma(argument: Argument): boolean {
    const view = this.view;
    return (
      this.frame.pos === 'noun' &&
      view.marked.pack.settings.caseMarks &&
      view.hasMark(this.hit.to, argument.markFrom, ',')
    );
  }

  /** "of" belongs to the noun right before it; further off it is some other noun's. */
  #isRemoteOwner(argument: Argument): boolean {
    const owner = this.view.marked.pack.settings.marks.owner;
    return (
      this.frame.pos === 'noun' &&
      argument.marks.some((mark) => owner.includes(mark)) &&
      argument.markFrom - this.attempt.reached > 2
    );
  }

  inner(slot: Slot, taken: readonly Argument[]): Argument | null {
    const found = this.view.arguments.findLast(
      (argument) =>
        argument.to <= this.hit.from &&
        argument.from >= this.attempt.head &&
        !taken.includes(argument) &&
        fits(slot, argument),
    );
    return found ?? null;
  }

  /** "met foreign ministers from the region, South Korea and Japan": who they are is listed after them. */
  spelledOut(found: Argument | null): Argument | null {
    if (!found || found.actors.length > 0 || found.from < this.hit.to) return found;
    const next = this.view.arguments.find((argument) => argument.from >= found.to && argument.actors.length > 0);
    if (!next || next.from - found.to > LIST_REACH || next.possessor || this.view.clauseBetween(found.to, next.from))
      return found;
    if (this.view.hasMark(found.to, next.from, ';；')) return found;
    return this.view.finiteVerbBetween(found.to, next.from) ? found : next;
  }
}
