import { NAME_PARTS } from './punctuation.ts';

/** Spellings of one sound in several languages' ways of writing foreign names; sounds that are often dropped stand for nothing. */
const SOUNDS: readonly [RegExp, string][] = [
  [/(.)\1/g, '$1'],
  [/tsch|tch|sch|dzh|zh|dj|ts|tz|sh|ch/g, 'S'],
  [/kh/g, ''],
  [/gh/g, 'K'],
  [/ph/g, 'F'],
  [/[szjşçšž]/g, 'S'],
  [/[kqgğx]/g, 'K'],
  [/[vw]/g, 'V'],
  [/[dt]/g, 'T'],
  [/f/g, 'F'],
];
const SHORTEST = 2;

/** Whether the family name of a printed name may be a spelling of a part of another: "Erakçi", "Araghchi". */
export function soundsAlike(printed: string, name: string): boolean {
  const [family] = parts(printed).slice(-1);
  if (!family) return false;
  return parts(name).some((part) => part === family || shareSkeleton(family, part));
}

function parts(name: string): string[] {
  return name.toLowerCase().split(NAME_PARTS).filter(Boolean);
}

function shareSkeleton(left: string, right: string): boolean {
  const known = skeletons(left);
  return skeletons(right).some((skeleton) => skeleton.length >= SHORTEST && known.includes(skeleton));
}

/** The consonants of a word; a `c` is a k in some languages and an s or a j in others. */
function skeletons(word: string): string[] {
  const sounds = SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word.replaceAll('č', 'ç'));
  const plain = sounds.normalize('NFD').replace(/[\p{M}aeıiouyöüæøhʼ'’]/gu, '');
  return plain.includes('c') ? [plain.replaceAll('c', 'K'), plain.replaceAll('c', 'S')] : [plain];
}
