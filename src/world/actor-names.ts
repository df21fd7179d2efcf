import { stripDiacritics } from './fold.ts';
import type { Names, TrackKnowledge } from './knowledge.ts';

type Actors = Pick<TrackKnowledge, 'states' | 'organisations' | 'capitals' | 'offices'>;

/** The code of the actor that a text names by its code or by a name in any language ("Nga", "Türkiye", "白宫"); null when none is. */
export function actorNamed(knowledge: Actors, text: string): string | null {
  const wanted = text.normalize('NFC').trim();
  const known = candidates(knowledge);
  const byName = (spell: (name: string) => string): string | undefined =>
    known.find(({ names }) => Object.values(names).some((forms) => forms.some((form) => spell(form) === spell(wanted))))
      ?.code;
  const byCode = (code: string): string | undefined => known.find((one) => one.code === code)?.code;
  // "Nga" is Russia, and only "NGA" the code of Nigeria.
  return (
    byCode(wanted) ??
    byName(small) ??
    byName((name) => stripDiacritics(small(name))) ??
    byCode(wanted.toUpperCase()) ??
    null
  );
}

function small(name: string): string {
  return name.toLowerCase();
}

/** States first: where a capital or an office shares a name, the state is meant. */
function candidates({ states, organisations, capitals, offices }: Actors): { code: string; names: Names }[] {
  return [
    ...[...states, ...organisations, ...capitals].map(({ id, names }) => ({ code: id, names })),
    ...offices.map(({ actor, names }) => ({ code: actor, names })),
  ];
}
