import type { Speaker } from '../model/index.ts';
import type { Argument } from '../recognise/index.ts';
import { speakerOf } from './speaker-of.ts';
import type { SentenceView } from './view.ts';

/** Who is heard in a sentence, by which verb. */
export interface Attribution {
  speaker: Speaker;
  verb: string;
  strength?: string;
  via: string[];
  /** Token position of the verb, for the quotation nearest to it. */
  at: number;
}

/** Whom a report opens with. */
export function openingOf(views: readonly SentenceView[]): Attribution | null {
  for (const view of views.slice(0, 2)) {
    const subject = view.arguments.find(
      (argument) =>
        argument.marks.length === 0 && !argument.possessor && !argument.adjectival && argument.actors.length === 1,
    );
    const speaker = subject ? speakerOf(subject) : null;
    if (subject && speaker) return { speaker, verb: 'say', via: [], at: subject.to };
  }
  return null;
}

/** An outlet beside another speaker is the way the words came, not the speaker. */
export function withVia(attributions: readonly Attribution[]): Attribution[] {
  const speakers = attributions.filter((attribution) => attribution.speaker.kind !== 'outlet');
  if (speakers.length === 0) return [...attributions];
  const outlets = attributions.flatMap((attribution) =>
    attribution.speaker.kind === 'outlet' ? [attribution.speaker.name] : [],
  );
  return speakers.map((attribution) => ({ ...attribution, via: [...new Set([...attribution.via, ...outlets])] }));
}

/** The outlets that a noun phrase names. */
export function outletsOf(argument: Argument): string[] {
  return argument.mentions.flatMap((mention) => (mention.kind === 'outlet' && mention.name ? [mention.name] : []));
}
