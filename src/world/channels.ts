/** The channels of a pack's trie: names, words of the grammar and lexicon, topics, occasions, contrasts. */
export const NAMES = 0;
export const WORDS = 1;
export const TOPICS = 2;
/** Names of summits and conferences: beside the names, since "BRICS summit" also names BRICS. */
export const OCCASIONS = 3;
/** Words that a retelling may take for one another: beside the topics, which share many of them. */
export const CONTRASTS = 4;
