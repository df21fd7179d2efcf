import type { ActPlace } from '../model/index.ts';
import type { Marked, MarkedSentence } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';

/** The place a sentence names nearest to a token position: a city or capital after a word for "in". */
export function placeOf(marked: Marked, sentence: MarkedSentence, position: number): ActPlace | null {
  const { knowledge } = marked.world;
  let best: ActPlace | null = null;
  let distance = 25;
  for (const hit of sentence.names) {
    const entry = hit.entries.find((candidate) => candidate.kind === 'place' || candidate.kind === 'capital');
    if (
      !entry ||
      Math.abs(hit.from - position) >= distance ||
      !(followsWhere(sentence, hit.from, marked.pack.settings.marks.place) || endsInWhere(marked, hit.to))
    )
      continue;
    const place = entry.kind === 'place' ? knowledge.places[entry.ref] : undefined;
    const capital = entry.kind === 'capital' ? knowledge.capitals[entry.ref] : undefined;
    const name = place?.name ?? capital?.names['en']?.[0] ?? '';
    best = {
      id: place?.id ?? name.toLowerCase().replaceAll(' ', '-'),
      name,
      country: place?.country ?? capital?.id ?? null,
    };
    distance = Math.abs(hit.from - position);
  }
  return best;
}

function followsWhere(sentence: MarkedSentence, from: number, marks: readonly string[]): boolean {
  return sentence.words.some(
    (word) =>
      word.to <= from &&
      from - word.to <= 3 &&
      word.senses.some((sense) => sense.kind === 'mark' && marks.includes(sense.value)),
  );
}

/** "Ankara'da": where cases are endings. */
function endsInWhere(marked: Marked, to: number): boolean {
  const { pack, tokens, article } = marked;
  if (!pack.suffixes || to + 1 >= tokens.count || !/^['’\u0092]/.test(article.text.slice(tokens.start[to])))
    return false;
  const cases = pack.suffixes.apart(surface(marked, to + 1));
  return cases?.some((name) => pack.settings.marks.place.includes(name)) ?? false;
}
