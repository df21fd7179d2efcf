/** What the marks of a language are for, by their names in `words.tsv`. */
export interface RoleMarks {
  /** Before an owner: "President of Turkey". */
  owner: string[];
  /** Before where somebody comes from: "ministers from Japan". */
  origin: string[];
  /** Before where something takes place. */
  place: string[];
  /** Between a verb and whoever its object belongs to: "condemned the strike by Israel". */
  object: string[];
  /** Before whom something is done to: "viện trợ cho nước này" is for another than the one who gives. */
  towards?: string[];
  /** Before a list that says who "the four states" are: "gồm". */
  listing?: string[];
  /** Before two that an "and" joins: "between". */
  pair?: string[];
  /** Before what only says when or where: "during a visit". */
  adjunct?: string[];
  /** Behind what lies ahead of a deed: "ziyaretinden önce". */
  ahead?: string[];
  /** Those that make a noun of a word which may be a noun or a verb: "về cáo buộc". */
  nominal?: string[];
  /** Between an envoy's state and the one where he serves, where both stand before the post: 驻. */
  posted?: string[];
  /** Words after a noun phrase that are cases of it: `ins` for ile. */
  with?: string[];
  /** Those that stand before a whole clause which describes the noun phrase they mark. */
  reaching?: string[];
  /** The cases a mark asks for, in a language with cases; any where it is not named. */
  governs?: Readonly<Record<string, readonly string[]>>;
}

/** A character such as 美 stands for a state beside another one, before a noun of the state, or after a word such as 访. */
export interface AbbreviationRules {
  /** Characters after which it does. */
  after: string;
  /** Characters before which it does. */
  before: string;
  /** Those that do only beside another one, or before a character of `side`: 新 is mostly "new". */
  compoundOnly: string;
  /** Those that do only where the report names the state in full: 斯方 in a report on Sri Lanka. */
  named: string;
  /** The word for a side: 方. */
  side: string;
  /** Those that do only after a word of `after`: 华. */
  afterOnly: string;
  /** Those that do before a character of `before`, but before no longer noun: 加 is mostly "add". */
  beforeOnly: string;
  /** Those that mean "in" between a word and another abbreviation: 会谈中美方. */
  inside: string;
}

/** When the name of a state is only a part of a longer name: "Minh Đức", "chị Nga", "Real Madrid". */
export interface NamesakeRules {
  /** Words of people's names, with their capital: after one, a state of one syllable is a given name. */
  names: readonly string[];
  /** Words before a given name, in small letters: sister, teacher. */
  kin: readonly string[];
  /** What a syllable of the language looks like: a word with a capital that is none, and in no table, is a foreign name. */
  syllable: string;
}

/** `language.json` of a language. */
export interface LanguageSettings {
  code: string;
  name: string;
  script: 'Latn' | 'Cyrl' | 'Hans';
  /** Where outlets write in it. */
  states: readonly string[];
  /** A state's adjective or name stands before the post ("Turkish President") rather than after it ("Tổng thống Nga"). */
  adjectiveFirst: boolean;
  /** Its name follows the post all the same ("президент России"): in such a language an adjective comes first, a noun after. */
  stateAfterPost?: boolean;
  /** Cases, not words, say who acts: a bare noun phrase that cannot be the subject is marked by its case. */
  caseMarks: boolean;
  /** Endings of the adjectives that may stand between a mark and its noun. */
  plainEndings?: readonly string[];
  /** What an adjective of a state begins with when it says against whom something is: "антироссийские санкции". */
  against?: string;
  /** The same before a hyphen: "anti-Japanese protests". */
  againstPrefix?: string;
  /** Endings of infinitives: what stands before one owns nothing. */
  infinitiveEndings?: readonly string[];
  /** Endings of full participles: a phrase that one opens behind a comma has a time of its own. */
  participleEndings?: readonly string[];
  /** Endings of verbs in the plural: no single person is the subject, but the office named before or behind is ("В Кремле заявили"). */
  pluralVerbs?: readonly string[];
  /** Endings of plural objects, and of what several own; also as they are typed without the letters of the language: "suçlamaları". */
  pluralEndings?: readonly string[];
  /** Endings of the future, which right before a noun describes it: "üç gün sürecek tatbikat". */
  futureEndings?: readonly string[];
  /** Small words within the names of people: "Heleen van Dijk", "Raad el-Ubeydi". */
  nameParticles?: readonly string[];
  /** A line that begins with a dash is somebody's words: "— Мы готовы, — сказал Лавров." */
  dashQuotes?: boolean;
  /** Foreign names are spelt by syllables with hyphens between them: "Giôn-xơn", "Ph.Ô-lăng". */
  hyphenatedNames?: boolean;
  /** Initials stand before family names: "В.В.Путин". */
  initials?: boolean;
  /** Endings of family names with the cases they tell: a stranger's name is known again in another case. */
  surnameEndings?: Readonly<Record<string, readonly string[]>>;
  /** Ends of the adjectives of regions ("Харьковской области"), which stand between a post and its holder. */
  regionEndings?: readonly string[];
  /** Names of firms, papers and ships stand in quotation marks as a rule: «Роснефть». */
  quotedNames?: boolean;
  /** Words stand small unless they are names, so that marks and neighbours tell when a state's or a city's name is that of something else. */
  bearers?: boolean;
  /** Words that one name may be written with as well as with another: «бен» and «бин». */
  spellings?: readonly (readonly string[])[];
  /** Words for posts in the plural, in small letters: with one state or organisation they mean several people. */
  pluralPosts?: readonly string[];
  /** Ends of adverbs, which may stand between a subject and its verb: "firmly". */
  adverbEndings?: readonly string[];
  spaces: boolean;
  /** In a list a comma alone may join: "Nga, Trung Quốc phản đối". */
  commaLists?: boolean;
  /** Where the language's press is at home, and posts and offices that are that state's where no other is named, in small letters. */
  home?: {
    actor: string;
    posts: readonly string[];
    /** Words of its offices for themselves, in small letters: who says them in a page speaks for the state. */
    own?: readonly string[];
  };
  /** A verb may have no subject in its clause: it is that of the sentence before. */
  dropsSubject?: boolean;
  irregular?: Record<string, string[]>;
  marks: RoleMarks;
  /** A word after an owner, where one stands for the possessive: 的. */
  possessive?: string;
  /** Cases and tenses are endings of the last word, marks stand after their noun phrase, and a verb ends its clause. */
  verbFinal?: boolean;
  /** Where a stranger's name has no capitals: the characters it is written with. */
  nameCharacters?: string;
  /** Who leads a delegation: the marks before him ("do"), and the verbs behind, in small letters ("dẫn đầu"). */
  leading?: { by: readonly string[]; verbs: readonly string[] };
  /** Short names of states count beside another name that a dash joins them to: "Mỹ - Trung". */
  compounds?: boolean;
  /** When the name of a state is only a part of somebody's or something's name. */
  namesakes?: NamesakeRules;
  /** When a single character stands for a state. */
  abbreviations?: AbbreviationRules;
}
