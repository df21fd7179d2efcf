import { goesOnOwning, isOpen, sameMarks } from './argument.ts';
import { haveNoCaseInCommon, isMarkedByWord } from './cases.ts';
import { readChain } from './chain.ts';
import type { Cursor } from './cursor.ts';
import type { Argument } from './marked.ts';
import { isFiniteVerb } from './verbs.ts';

/** Tells whether noun phrases beside each other form one group: "Russia, China and Iran". */
export class Grouping {
  readonly #cursor: Cursor;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** Whether an argument belongs to the group that the one before it began. */
  joins(previous: Argument, next: Argument, from: number): boolean {
    if (this.#isCompound(previous, next)) return true;
    const gap = this.#gap(previous.to, next.from);
    if (gap === 'none') return false;
    // "Theo Điện Kremlin, Tổng thống Nga và …": the comma ends the phrase that opens the sentence.
    if (gap === 'comma' && previous.marks.length > 0 && previous.markFrom === from && !this.#cursor.settings.verbFinal)
      return false;
    if (gap === 'comma' && this.#isWhere(previous, next)) return false;
    if (gap === 'comma')
      return (
        this.#isHeadlineList(previous, next) ||
        this.#isEnumeration(next, previous) ||
        this.#isBareList(previous, next, from)
      );
    if (previous.actors.length === 0 && next.actors.length === 0) return false;
    if (this.#cursor.settings.verbFinal) return isOpen(previous) || sameMarks(previous, next);
    if (this.#isWhereWithWhom(previous, next)) return false;
    if (goesOnOwning(previous, next)) return true;
    if (haveNoCaseInCommon(previous, next)) return false;
    if (isMarkedByWord(next) && next.markFrom > previous.to && !sameMarks(previous, next) && !this.#sharesForm(next))
      return false;
    if (gap === 'hyphen') return true;
    return !this.#startsClause(previous, next, from);
  }

  /** "在河内与越南总理会谈": where it was, and with whom; the word between is both "and" and "with". */
  #isWhereWithWhom(previous: Argument, next: Argument): boolean {
    const { marks, spaces } = this.#cursor.settings;
    return (
      !spaces &&
      next.people.length > 0 &&
      previous.people.length === 0 &&
      previous.marks.some((mark) => marks.place.includes(mark))
    );
  }

  /** 中俄, 中美元首: characters that stand for states, with nothing between them. */
  #isCompound(previous: Argument, next: Argument): boolean {
    return (
      previous.to === next.from &&
      this.#cursor.entry(previous.to - 1, 'abbreviation') !== null &&
      this.#cursor.entry(next.from, 'abbreviation') !== null
    );
  }

  /** The mark of an argument is the very word that joins it ("cùng" is both "and" and "with"). */
  #sharesForm(next: Argument): boolean {
    return this.#cursor.has(next.markFrom, 'and');
  }

  #gap(from: number, to: number): 'none' | 'and' | 'comma' | 'hyphen' {
    if (from > to) return 'none';
    if (from === to) return 'none';
    let found: 'none' | 'and' | 'comma' | 'hyphen' = 'none';
    let at = from;
    while (at < to) {
      const and = this.#cursor.sense(at, 'and');
      const mark = this.#cursor.mark(at);
      const skip = this.#cursor.sense(at, 'determiner') ?? (found === 'none' ? null : this.#cursor.sense(at, 'mark'));
      if (and) {
        found = 'and';
        at = and.to;
      } else if (mark === ',' || mark === '、') {
        if (found === 'none') found = 'comma';
        at++;
      } else if ((mark === '-' || mark === '–' || mark === '/' || mark === '—') && found === 'none') {
        found = 'hyphen';
        at++;
      } else if (skip && skip.to <= to) at = skip.to;
      else return 'none';
    }
    return found;
  }

  /** "with Japanese, South Korean counterparts": a headline's comma between adjectives of one noun. */
  #isHeadlineList(previous: Argument, next: Argument): boolean {
    const [first] = previous.mentions;
    const [second] = next.mentions;
    return first?.kind === 'adjective' && second?.kind === 'person' && second.role !== null && next.marks.length === 0;
  }

  /** "Tại Bình Nhưỡng, ông Putin và ông Kim …": where it was done is none of those who did it. */
  #isWhere(previous: Argument, next: Argument): boolean {
    const { commaLists, marks } = this.#cursor.settings;
    return (
      commaLists === true &&
      previous.people.length === 0 &&
      next.marks.length === 0 &&
      previous.marks.some((mark) => marks.place.includes(mark))
    );
  }

  /** "Indonesia, Malaysia phản đối Mỹ": states that open a clause, with nothing but commas between them, act together. */
  #isBareList(previous: Argument, next: Argument, from: number): boolean {
    if (this.#cursor.settings.commaLists !== true || !isBareState(previous) || !isBareState(next)) return false;
    if (next.actors.some((actor) => previous.actors.includes(actor))) return false;
    return previous.from === from || ',:)'.includes(this.#cursor.mark(previous.from - 1) || '-');
  }

  /** "Russia, China and Iran": a comma joins where an "and" follows after more of the same. */
  #isEnumeration(next: Argument, previous: Argument): boolean {
    if (this.#cursor.settings.verbFinal && isOpen(previous) && isOpen(next))
      return this.#isListOfOneCase(previous, next);
    if (next.actors.length === 0 || previous.actors.length === 0 || next.possessor !== previous.possessor) return false;
    const owns = goesOnOwning(previous, next);
    if (!owns && ((isMarkedByWord(next) && !sameMarks(previous, next)) || haveNoCaseInCommon(previous, next)))
      return false;
    let at = next.to;
    for (let steps = 0; steps < 12; steps++) {
      const comma = this.#cursor.mark(at) === ',' || this.#cursor.mark(at) === '、' ? at + 1 : 0;
      const and = this.#cursor.sense(comma || at, 'and');
      const after = and ? and.to : comma;
      const start = after === 0 ? 0 : (this.#cursor.sense(after, 'determiner')?.to ?? after);
      if (start === 0 || start >= this.#cursor.tokens.count) return false;
      const chain = readChain(this.#cursor, start, this.#cursor.tokens.count);
      if (!chain || (chain.actors.length === 0 && !chain.person)) return false;
      if (and) return true;
      at = chain.to;
    }
    return false;
  }

  /** "Rusya, Çin ve İran'ın": the last has the case of all. "Erdoğan, Putin ve Ruhani'yle": the comma parts the subject from whom he deals with. */
  #isListOfOneCase(previous: Argument, next: Argument): boolean {
    if (next.actors.length === 0 || previous.actors.length === 0) return false;
    if (previous.people.length > 0 !== next.people.length > 0) return false;
    let at = next.to;
    for (let steps = 0; steps < 12; steps++) {
      const and = this.#cursor.sense(at, 'and');
      const start = and ? and.to : this.#cursor.mark(at) === ',' ? at + 1 : 0;
      const chain =
        start > 0 && start < this.#cursor.tokens.count
          ? readChain(this.#cursor, start, this.#cursor.tokens.count)
          : null;
      if (!chain || (chain.actors.length === 0 && !chain.person)) return false;
      // "Türkiye, Rusya ile Ukrayna arasında": ile joins no more than two.
      if (and && this.#cursor.has(at, 'mark')) return false;
      if (!and) {
        at = chain.to;
        continue;
      }
      const mayBeObject = previous.people.length > 0 || this.#opensSentence(previous);
      return !mayBeObject || chain.cases.includes('nom') || chain.cases.includes('gen');
    }
    return false;
  }

  /** "Brezilya, Irak ve Ürdün'den açıklama istedi": what opens a sentence and stands before an object is its subject. */
  #opensSentence(argument: Argument): boolean {
    return argument.from === 0 || '.!?'.includes(this.#cursor.mark(argument.from - 1) || '-');
  }

  /** "… condemned Israel and Turkey rejected …": after an object, "and" with a verb behind the name begins a new clause. */
  #startsClause(previous: Argument, next: Argument, from: number): boolean {
    if (!this.#cursor.settings.spaces) return false;
    if (!isFiniteVerb(this.#cursor, next.to) || next.possessor || previous.marks.length > 0) return false;
    let before = this.#cursor.wordBefore(previous.from);
    while (before && before.from > from && before.senses.some((sense) => sense.kind === 'determiner'))
      before = this.#cursor.wordBefore(before.from);
    return before?.senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'verb') ?? false;
  }
}

/** States named by nothing but their names. */
function isBareState({ mentions, marks, adjectival, resolved }: Argument): boolean {
  return marks.length === 0 && !adjectival && !resolved && mentions.every(({ kind }) => kind === 'state');
}
