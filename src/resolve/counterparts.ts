import type { Counterpart } from '../model/index.ts';
import type { Said } from './readouts.ts';

/** Two statements of different sides, and how far they are about the same. */
interface Match {
  a: Said;
  b: Said;
  topics: string[];
  figures: string[];
  score: number;
}

/** A shared figure says as much as a topic that hardly any other statement names. */
const FIGURE_SCORE = 1;
/** Two that one report sets beside each other answer to each other rather than two of different reports. */
const SAME_REPORT_SCORE = 0.2;
/** So much must be shared: one topic that few statements name, or several that many do. */
const LEAST_SCORE = 0.4;

/**
 * Pairs what two sides both say, each in its own words: statements that share topics and figures, the best pair first and
 * each statement at most once a side. A topic counts the less the more statements name it. Marks those that have a
 * counterpart as not alone.
 */
export function counterpartsOf(said: readonly Said[]): Counterpart[] {
  const sided = said.filter(({ side }) => side !== null);
  if (sided.every(({ side }) => side === sided[0]?.side)) return [];
  const naming = countTopics(sided);
  const matches: Match[] = [];
  for (const [index, a] of sided.entries())
    for (const b of sided.slice(index + 1)) {
      if (a.side === b.side) continue;
      const match = matchOf(a, b, naming);
      if (match.score >= LEAST_SCORE) matches.push(match);
    }
  return bestOf(matches).map(counterpart).sort(inOrder);
}

function countTopics(said: readonly Said[]): Map<string, number> {
  const naming = new Map<string, number>();
  for (const { shown } of said) for (const topic of shown.topics) naming.set(topic, (naming.get(topic) ?? 0) + 1);
  return naming;
}

function matchOf(a: Said, b: Said, naming: ReadonlyMap<string, number>): Match {
  const topics = a.shown.topics.filter((topic) => b.shown.topics.includes(topic));
  const [here, there] = [figuresIn(a), figuresIn(b)];
  const figures = here.filter((figure) => there.includes(figure));
  // Two statements name a topic at least; that is a whole point.
  const weight = topics.reduce((sum, topic) => sum + 2 / (naming.get(topic) ?? 2), 0);
  const score = weight + figures.length * FIGURE_SCORE;
  return { a, b, topics, figures, score: score > 0 && a.coded === b.coded ? score + SAME_REPORT_SCORE : score };
}

function figuresIn({ statement, coded }: Said): string[] {
  return coded.quantities
    .filter(({ start, end }) => start >= statement.start && end <= statement.end)
    .map(({ value, unit }) => `${value} ${unit}`);
}

function bestOf(matches: Match[]): Match[] {
  const ranked = matches.sort((x, y) => y.score - x.score || compareText(keyOf(x), keyOf(y)));
  const paired = new Map<Said, Set<string | null>>();
  const pairedWith = (one: Said): Set<string | null> => {
    const sides = paired.get(one) ?? new Set();
    paired.set(one, sides);
    return sides;
  };
  return ranked.filter(({ a, b }) => {
    if (pairedWith(a).has(b.side) || pairedWith(b).has(a.side)) return false;
    pairedWith(a).add(b.side);
    pairedWith(b).add(a.side);
    a.shown.alone = false;
    b.shown.alone = false;
    return true;
  });
}

function keyOf({ a, b }: Match): string {
  return [a, b].map(({ side, shown }) => `${side} ${shown.report} ${shown.statement}`).join(' ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function counterpart({ a, b, topics, figures }: Match): Counterpart {
  const sides = [a, b].sort((x, y) => compareText(String(x.side), String(y.side)));
  return {
    topics,
    figures: [...new Set(figures)].sort(),
    statements: sides.map(({ side, shown: { speaker, report, statement, text } }) => ({
      side: String(side),
      speaker,
      report,
      statement,
      text,
    })),
  };
}

function inOrder(x: Counterpart, y: Counterpart): number {
  const key = ({ topics, statements }: Counterpart) =>
    [topics.join(' '), ...statements.map(({ side, report, statement }) => `${side} ${report} ${statement}`)].join(' ');
  return compareText(key(x), key(y));
}
