import type { Knowledge, Post } from '../../src/world/knowledge.ts';

/** Posts of which a state has one holder at a time, by the classes of `roles.tsv`. */
export const POSTS = ['leader', 'foreign-minister', 'defence-minister'] as const;

/** Heads of state and of government are looked at together: which of the two governs differs from state to state. */
const CLASSES: Readonly<Record<(typeof POSTS)[number], readonly string[]>> = {
  leader: ['head-of-state', 'head-of-government'],
  'foreign-minister': ['foreign-minister'],
  'defence-minister': ['defence-minister'],
};

/** Days in a row, both ends counted. */
export interface Stretch {
  from: string;
  to: string;
  days: number;
}

const DAY = 86_400_000;

/** The stretches of a span in which nobody holds a post. Handovers of up to `slack` days are no gap. */
export function gaps(
  knowledge: Knowledge,
  state: string,
  post: (typeof POSTS)[number],
  span: { from: string; to: string },
  slack = 30,
): Stretch[] {
  const held = tenures(knowledge, state, CLASSES[post]);
  const found: Stretch[] = [];
  let next = Date.parse(span.from);
  for (const { from, to } of held) {
    if (from - next > slack * DAY) found.push(stretch(next, from - DAY));
    next = Math.max(next, to + DAY);
  }
  const end = Date.parse(span.to);
  if (end - next > slack * DAY) found.push(stretch(next, end));
  return found.filter(({ to }) => to >= span.from);
}

function tenures(knowledge: Knowledge, state: string, classes: readonly string[]): { from: number; to: number }[] {
  const isPost = (post: Post): boolean =>
    post.actor === state && classes.includes(knowledge.roles.get(post.role)?.class ?? '');
  return (knowledge.byActor.get(state) ?? [])
    .flatMap((at) => knowledge.people[at]?.posts.filter(isPost) ?? [])
    .map(({ from, to }) => ({ from: Date.parse(from ?? '1900-01-01'), to: Date.parse(to ?? '2100-01-01') }))
    .sort((left, right) => left.from - right.from);
}

function stretch(from: number, to: number): Stretch {
  return { from: day(from), to: day(to), days: Math.round((to - from) / DAY) + 1 };
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
