// Which days since 2000 have nobody in a post that one person holds at a time, by state: what knowledge/people still lacks.
//   node tools/tenures.ts [STATE…] [--all] [--since 2000-01-01] [--until 2026-11-25]
// Without states: those of test/fixtures/world/watched.tsv, that is G20, permanent members of the Security Council, their neighbours.
import { join } from 'node:path';
import { loadKnowledge } from '../src/world/knowledge.ts';
import { readTable } from '../src/world/table.ts';
import { gaps, POSTS, type Stretch } from './tenures/gaps.ts';

const root = join(import.meta.dirname, '..');
const [since, until] = [given('--since', '2000-01-01'), given('--until', '2026-11-25')];
const knowledge = loadKnowledge([join(root, 'knowledge')]);
let [open, whole] = [0, 0];

for (const state of statesAsked()) {
  const lines = POSTS.flatMap((post) => {
    const missing = gaps(knowledge, state, post, { from: since, to: until });
    open += missing.length > 0 ? 1 : 0;
    whole += missing.length > 0 ? 0 : 1;
    return missing.length > 0 ? [`${state} ${post}: ${missing.map(written).join(', ')}`] : [];
  });
  for (const line of lines) console.log(line);
}
console.log(`${whole} posts with a holder on every day, ${open} with days that have none`);

function statesAsked(): string[] {
  const given = process.argv.slice(2).filter((argument) => /^[A-Z]{3}$/.test(argument));
  if (given.length > 0) return given;
  if (process.argv.includes('--all'))
    return knowledge.states.map(({ id }) => id).filter((id) => knowledge.byActor.has(id));
  return readTable(join(root, 'test', 'fixtures', 'world', 'watched.tsv')).rows.map(({ cells }) => cells['id'] ?? '');
}

function written({ from, to, days }: Stretch): string {
  return `${from}..${to} (${days} days)`;
}

function given(flag: string, otherwise: string): string {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}
