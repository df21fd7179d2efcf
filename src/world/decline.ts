import { endsInOneOf } from './endings.ts';

/** How a language declines its nouns, adjectives and names: data, `declension.json`. */
export interface DeclensionData {
  /** The names of the cases, the base form's first. */
  cases: string[];
  /** The Unicode script of the words that are declined. */
  script: string;
  /** By kind of word; the rule with the longest ending counts. */
  rules: Record<WordKind, DeclensionRule[]>;
  /** Nominatives of an adjective in all genders and the plural, by the ending of the masculine. */
  genders: Record<string, string[]>;
  adjectiveEndings: string[];
  /** Words that follow no rule, with their forms by case. */
  irregular: Record<string, string[]>;
  /** Parts of a person's name that stay as they are. */
  particles: string[];
  /** Actors whose people put the family name first: only the last part of the name is declined. */
  familyFirst: string[];
  /** Given names of men that end as those of women do, and of women that end as those of men do. */
  men: string[];
  women: string[];
  /** Adjectives that stand as nouns. */
  substantives: string[];
  /** First parts of compound adjectives that do not follow from the adjective. */
  combining: Record<string, string>;
  /** How the others make it: the ending of the adjective and what takes its place. */
  combiningEndings: Record<string, string>;
  /** Endings of given names that are mostly women's. */
  womenEndings: string[];
}

/** Words that end in `ends` drop `strip` letters and take a form by case; `/` separates alternatives, `*` is as the nominative or, of a living thing, the genitive. */
export interface DeclensionRule {
  ends: string;
  strip: number;
  forms: string[];
}

export type WordKind = 'noun' | 'plural' | 'name' | 'adjective' | 'given-m' | 'given-f' | 'family-m' | 'family-f';

/** A form of a phrase, word by word in small letters, with the cases it may have. */
export interface DeclinedForm {
  words: readonly string[];
  cases: readonly string[];
}

type Paradigm = readonly (readonly string[])[];

/** Whether a thing is living: its accusative is as its genitive; `either` when nothing says so. */
export type Animacy = 'living' | 'lifeless' | 'either';

/** Declines phrases. Words are as the tokeniser gives them, in small letters, marks included. */
export class Decliner {
  readonly #data: DeclensionData;
  readonly #rules: Record<string, Map<string, DeclensionRule>>;
  readonly #known = new Map<string, Paradigm>();
  /** Lists of cases by the bits of their indices. */
  readonly #lists: (readonly string[] | undefined)[] = [];
  readonly #men: ReadonlySet<string>;
  readonly #women: ReadonlySet<string>;
  readonly #particles: ReadonlySet<string>;
  readonly #substantives: ReadonlySet<string>;
  readonly #declines: RegExp;

  constructor(data: DeclensionData) {
    this.#data = data;
    this.#rules = Object.fromEntries(
      Object.entries(data.rules).map(([kind, rules]) => [kind, new Map(rules.map((rule) => [rule.ends, rule]))]),
    );
    this.#men = new Set(data.men);
    this.#women = new Set(data.women);
    this.#particles = new Set(data.particles);
    this.#substantives = new Set(data.substantives);
    this.#declines = new RegExp(`^\\p{Script=${data.script}}+$`, 'u');
  }

  isCase(name: string): boolean {
    return this.#data.cases.includes(name);
  }

  isIrregular(word: string): boolean {
    return this.#data.irregular[word] !== undefined;
  }

  /** A common noun or the name of a thing: adjectives up to the first noun and that noun are declined, what follows is not. */
  noun(words: readonly string[], kind: 'noun' | 'plural' | 'name', animacy: Animacy): DeclinedForm[] {
    const head = this.#headOf(words);
    const paradigms = words.map((word, index) => {
      if (this.#agreesBehind(words, head, index)) return this.#word(word, 'adjective', animacy);
      if (index > head || isDash(words[index + 1]) || word.length === 1) return this.#still(word);
      const isHead = index === head;
      return this.#word(word, isHead && !this.#isAdjective(word) ? kind : 'adjective', animacy);
    });
    return this.#merged([paradigms]);
  }

  /** "Республика Сербская": an adjective right behind the noun that ends the name. */
  #agreesBehind(words: readonly string[], head: number, index: number): boolean {
    return index === head + 1 && words.length === index + 1 && index === 1 && this.#isAdjective(words[index] as string);
  }

  /** All genders, numbers and cases of an adjective, or of a noun that says whose somebody is. */
  adjective(words: readonly string[]): DeclinedForm[] {
    const last = words.at(-1) as string;
    const ending = Object.keys(this.#data.genders)
      .filter((candidate) => last.endsWith(candidate))
      .sort((left, right) => right.length - left.length)[0];
    const before = words.slice(0, -1).map((word) => this.#still(word));
    if (ending === undefined) return this.#merged([[...before, this.#word(last, 'noun', 'living')]]);
    const nominatives = (this.#data.genders[ending] as string[]).map((form) => last.slice(0, -ending.length) + form);
    return this.#merged(nominatives.map((form) => [...before, this.#word(form, 'adjective', 'either')]));
  }

  /** The first part of a compound adjective: "российско" of "российский"; null when it makes none. */
  combining(adjective: string): string | null {
    const known = this.#data.combining[adjective];
    if (known) return known;
    for (const [ending, first] of Object.entries(this.#data.combiningEndings))
      if (adjective.endsWith(ending)) return adjective.slice(0, -ending.length) + first;
    return null;
  }

  /** A person's full name. `actors` are those the person holds posts for. */
  person(words: readonly string[], actors: readonly string[]): DeclinedForm[] {
    const first = words[0] as string;
    const last = words.length - 1;
    const still = words.map((word) => this.#still(word));
    const ends = (kind: WordKind): Paradigm => this.#nameWord(words, last, kind);
    if (actors.some((actor) => this.#data.familyFirst.includes(actor)))
      return this.#merged([[...still.slice(0, -1), ends('family-m')]]);
    const readings: Paradigm[][] = [];
    for (const gender of this.#gendersOf(first)) {
      const given = words.slice(0, -1).map((_, index) => this.#nameWord(words, index, `given-${gender}`));
      readings.push([...given, ends(`family-${gender}`)]);
      // "Реджеп Тайип Эрдогана": of a long foreign name often only the end is declined.
      if (words.length > 2 && gender === 'm') readings.push([...still.slice(0, -1), ends('family-m')]);
    }
    return this.#merged(readings);
  }

  /** A family name that stands alone, of a person with this full name. */
  family(words: readonly string[], fullName: readonly string[]): DeclinedForm[] {
    const still = words.slice(0, -1).map((word) => this.#still(word));
    const genders = this.#gendersOf(fullName[0] as string);
    return this.#merged(
      genders.map((gender) => [...still, this.#nameWord(words, words.length - 1, `family-${gender}`)]),
    );
  }

  #gendersOf(given: string): ('m' | 'f')[] {
    if (this.#women.has(given)) return ['f'];
    if (this.#men.has(given) || !endsInOneOf(given, this.#data.womenEndings)) return ['m'];
    return ['f', 'm'];
  }

  #nameWord(words: readonly string[], index: number, kind: WordKind): Paradigm {
    const word = words[index] as string;
    if (words[index + 1] === '-' || this.#particles.has(word) || word.length < 2) return this.#still(word);
    return this.#word(word, kind, 'living');
  }

  #headOf(words: readonly string[]): number {
    const head = words.findIndex(
      (word, index) =>
        !isDash(words[index + 1]) &&
        /^\p{L}{2}/u.test(word) &&
        (this.#substantives.has(word) || !this.#isAdjective(word)),
    );
    return head < 0 ? words.length - 1 : head;
  }

  #isAdjective(word: string): boolean {
    return (
      word.length > 4 && this.#data.irregular[word] === undefined && endsInOneOf(word, this.#data.adjectiveEndings)
    );
  }

  #still(word: string): Paradigm {
    const same = [word];
    return this.#data.cases.map(() => same);
  }

  #word(word: string, kind: WordKind, animacy: Animacy): Paradigm {
    const key = `${kind} ${animacy} ${word}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made = this.#decline(word, kind, animacy);
    this.#known.set(key, made);
    return made;
  }

  #decline(word: string, kind: WordKind, animacy: Animacy): Paradigm {
    const irregular = kind === 'plural' ? undefined : this.#data.irregular[word];
    if (irregular) return irregular.map((form) => form.split('/'));
    // Marks, numbers and words of another script have no cases.
    const rule = this.#declines.test(word) ? this.#ruleOf(word, kind) : undefined;
    if (!rule) return this.#still(word);
    const stem = rule.strip > 0 ? word.slice(0, -rule.strip) : word;
    const forms = rule.forms.map((form) => form.split('/').map((ending) => (ending === '*' ? '*' : stem + ending)));
    const [nominative, genitive] = forms as [string[], string[]];
    const accusative =
      animacy === 'living' ? genitive : animacy === 'lifeless' ? nominative : [...nominative, ...genitive];
    const all = forms.map((form) => (form[0] === '*' ? accusative : form));
    // The plural of living things is theirs alone: "министр" is no genitive of "министры".
    return animacy === 'living' && all.some((form) => form.includes(stem)) && all[0]?.[0] !== stem
      ? all.map((form) => form.slice(0, 1))
      : all;
  }

  #ruleOf(word: string, kind: WordKind): DeclensionRule | undefined {
    const rules = this.#rules[kind] as Map<string, DeclensionRule>;
    for (let length = Math.min(12, word.length); length >= 0; length--) {
      const rule = rules.get(word.slice(word.length - length));
      if (rule) return rule;
    }
    return undefined;
  }

  /** The forms of all readings of a phrase; those that look alike are one that may have either case. */
  #merged(readings: readonly (readonly Paradigm[])[]): DeclinedForm[] {
    const found: { words: string[]; mask: number }[] = [];
    const count = this.#data.cases.length;
    for (const paradigms of readings)
      for (let index = 0; index < count; index++) {
        let widest = 1;
        for (const paradigm of paradigms) widest = Math.max(widest, (paradigm[index] as readonly string[]).length);
        for (let choice = 0; choice < widest; choice++) collect(found, chosen(paradigms, index, choice), 1 << index);
      }
    return found.map(({ words, mask }) => ({ words, cases: this.#casesOf(mask) }));
  }

  /** The same list for the same cases, since many thousand forms have it; a word that is alike in all cases says nothing. */
  #casesOf(mask: number): readonly string[] {
    const known = this.#lists[mask];
    if (known) return known;
    const all = (1 << this.#data.cases.length) - 1;
    const list = mask === all ? [] : this.#data.cases.filter((_, index) => (mask & (1 << index)) !== 0);
    this.#lists[mask] = list;
    return list;
  }
}

/** "Папуа — Новая Гвинея": what stands before a dash stays as it is. */
function isDash(mark: string | undefined): boolean {
  return mark === '-' || mark === '–' || mark === '—';
}

/** The words of a phrase in a case; where one has several forms, the one chosen or its last. */
function chosen(paradigms: readonly Paradigm[], index: number, choice: number): string[] {
  const words: string[] = [];
  for (const paradigm of paradigms) {
    const forms = paradigm[index] as readonly string[];
    words.push(forms[choice < forms.length ? choice : forms.length - 1] as string);
  }
  return words;
}

/** Adds a form, or its case to one that looks the same. Forms of a phrase differ at the end, so that is compared first. */
function collect(found: { words: string[]; mask: number }[], words: string[], mask: number): void {
  for (const known of found) {
    let at = words.length - 1;
    while (at >= 0 && words[at] === known.words[at]) at--;
    if (at >= 0) continue;
    known.mask |= mask;
    return;
  }
  found.push({ words, mask });
}
