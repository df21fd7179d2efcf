import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act } from '../../src/model/index.ts';

/** Short articles written for the project, each told sentence by sentence in every language, with the acts all must give. */
export const STORIES = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'parallel');

/** An act as any language should tell it. */
export interface ExpectedAct {
  /** As it stands in the file. */
  line: string;
  /** Types that are equally right. */
  types: string[];
  from: string[];
  to: string[];
  /** Who acts does not matter: a meeting, an agreement. */
  mutual: boolean;
  status: string;
  /** Null where the story does not say. */
  mode: string | null;
  day: string | null;
}

export interface ParallelStory {
  name: string;
  /** ISO 8601. */
  published: string;
  acts: ExpectedAct[];
  /** Text by language. */
  texts: ReadonlyMap<string, string>;
}

/** Reads all stories, in the order of their names. @throws Error for a line that is none of the format's */
export function parallelStories(): ParallelStory[] {
  return readdirSync(STORIES)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => storyOf(file.replace(/\.txt$/, ''), readFileSync(join(STORIES, file), 'utf8')));
}

function storyOf(name: string, content: string): ParallelStory {
  const [head = '', ...parts] = content.split(/^--- /m);
  const [first = '', ...lines] = head.trim().split('\n');
  const published = /^published (\d{4}-\d\d-\d\d)$/.exec(first)?.[1];
  if (!published) throw new Error(`${name}: the first line says when it was published, not "${first}"`);
  const texts = new Map(
    parts.map((part): [string, string] => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  );
  return { name, published, acts: lines.map((line) => expectedAct(name, line)), texts };
}

function expectedAct(name: string, line: string): ExpectedAct {
  const [word, types = '', parties = '', status = '', ...more] = line.split(' ');
  if (word !== 'act' || status === '') throw new Error(`${name}: "${line}" is no act`);
  const [from = '', to] = parties.split('>');
  const sides = { from: from.split('+'), to: to?.split('+') ?? [] };
  const day = more.find((part) => /^\d{4}-/.test(part)) ?? null;
  const mode = more.find((part) => part !== day) ?? null;
  return { line: line.slice('act '.length), types: types.split('|'), ...sides, mutual: !to, status, mode, day };
}

/** Whether an act tells what is expected, in type, sides, status, mode and day. */
export function tells(act: Act, expected: ExpectedAct): boolean {
  const { types, status, mode, day } = expected;
  return (
    types.includes(act.type) &&
    act.status === status &&
    sidesFit(act, expected) &&
    (mode === null || act.mode === mode) &&
    (day === null || (act.when?.earliest === day && act.when.latest === day))
  );
}

function sidesFit(act: Act, { from, to, mutual }: ExpectedAct): boolean {
  if (!mutual) return sameSet(act.from, from) && sameSet(act.to, to);
  const parties = new Set([...act.from, ...act.to]);
  return from.every((party) => parties.has(party));
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
