import type { Argument } from '../../recognise/index.ts';
import type { Place } from '../view.ts';

/** A track named in a sentence. Token positions, `to` exclusive. */
export interface NamedTrack extends Place {
  /** As in `TrackMention.track`. */
  key: string;
  /** A row of `track-kinds.tsv`. */
  kind: string;
  /** By its name, by a description, by a noun that stands for one named before, or by the word that makes it. */
  how: 'named' | 'described' | 'referred' | 'own';
  /** The applicant or the buyer, where that is part of the key. */
  owner: Argument | null;
  /** Where the organisation ends that an application is to, behind the word that makes it. */
  whole?: number;
}
