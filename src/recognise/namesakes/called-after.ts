import type { Tokens } from '../../world/index.ts';
import { KIND } from '../../world/sense-kinds.ts';
import { CAPITAL, SPACED, WORD } from '../../world/tokenise.ts';
import type { Hits } from '../match.ts';

/** "Rusya Caddesi", "Real Madrid", "Çin lokantası": a word of streets, clubs or dishes right behind a name makes it something else's. */
export function withoutCalledAfter(hits: Hits, tokens: Tokens): Hits {
  const after = new Map<number, readonly string[]>();
  for (const { from, senses, kinds } of hits.words) {
    if ((kinds & KIND.namesake) === 0) continue;
    const values = senses.flatMap((sense) => (sense.kind === 'namesake' ? sense.value : []));
    if (values.length > 0) after.set(from, values);
  }
  if (after.size === 0) return hits;
  const starts = new Set(hits.names.map(({ from }) => from));
  return { ...hits, names: hits.names.filter(({ to }) => !isNamesake(to, after, starts, tokens)) };
}

/** How many further words with a capital may stand between a name and what is called after it: "Kıbrıs | Şehitleri | Caddesi". */
const NAMESAKE_REACH = 2;

function isNamesake(to: number, after: Map<number, readonly string[]>, starts: Set<number>, tokens: Tokens): boolean {
  for (let at = to; at <= to + NAMESAKE_REACH && at < tokens.count; at++) {
    const values = after.get(at);
    const flags = tokens.flags[at] as number;
    if (tokens.kind[at] !== WORD || (flags & SPACED) === 0) return false;
    if (values?.includes('thing') && at === to) return true;
    if (values) return values.includes('named') && (flags & CAPITAL) !== 0;
    if ((flags & CAPITAL) === 0 || starts.has(at)) return false;
  }
  return false;
}
