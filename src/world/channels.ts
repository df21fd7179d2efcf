/** The channels of a pack's trie: names, words of the grammar and lexicon, topics, occasions, stages. */
export const NAMES = 0;
export const WORDS = 1;
export const TOPICS = 2;
/** Names of summits and conferences: beside the names, since "BRICS summit" also names BRICS. */
export const OCCASIONS = 3;
/** Words that tell of a stage of a long process, and descriptions of one: beside all others, since "signed" is a word of its own. */
export const STAGES = 4;
