import type { StageWord } from '../../world/stage-words.ts';
import { isObjectBefore } from '../object-before.ts';
import type { Place, SentenceView } from '../view.ts';
import type { NamedTrack } from './named.ts';

/** How far before a verb its subject may stand, and how far an owner may before a noun. */
const SUBJECT_REACH = 20;
const OWNER_REACH = 4;

/** Whose step a stage is: the subject of the verb, or the owner of the noun; nobody where the sentence does not say. */
export function byWhom(view: SentenceView, hit: Place, word: StageWord, track: NamedTrack): string[] {
  if (track.owner && word.place === 'own') return [...track.owner.actors];
  if (word.place === 'subject' || word.place === 'before' || word.place === 'after') return ownersOf(view, hit, word);
  // "do Ankara mua": right before the verb, whatever marks it.
  const beside = view.arguments.find(({ to, actors }) => to === hit.from && actors.length > 0);
  if (beside && !view.marked.pack.inflected && !view.marked.pack.suffixes) return [...beside.actors];
  const wide = view.marked.pack.settings.spaces ? 1 : 2;
  const subject = view.arguments.findLast(
    (argument) =>
      argument.to <= hit.from &&
      hit.from - argument.to <= SUBJECT_REACH * wide &&
      argument.actors.length > 0 &&
      (argument.marks.length === 0 || argument.marks.includes('nom')) &&
      !argument.adjectival &&
      !argument.possessor &&
      argument !== track.owner &&
      argument.mentions.some(({ kind }) => kind !== 'outlet' && kind !== 'nationals') &&
      !isObjectBefore(view, argument, hit.from) &&
      !view.finiteVerbBetween(argument.to, hit.from) &&
      !view.hasMark(argument.to, hit.from, ';:.。；：'),
  );
  return subject ? [...subject.actors] : [];
}

function ownersOf(view: SentenceView, hit: Place, word: StageWord): string[] {
  if (word.holds || word.pos !== 'noun') return [];
  const owner = view.arguments.findLast(
    (argument) =>
      argument.to <= hit.from &&
      hit.from - argument.to <= OWNER_REACH &&
      argument.actors.length > 0 &&
      (argument.possessor || argument.adjectival),
  );
  return owner ? [...owner.actors] : [];
}
