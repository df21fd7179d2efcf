import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkTimes } from '../recognise/times/index.ts';
import { openWorld, ROOT, type World } from '../world/index.ts';
import { DataError, readTable } from '../world/table.ts';
import { checkExamples } from './examples.ts';
import { checkKnowledge, checkOwnKnowledge } from './knowledge.ts';
import { problemOf } from './own-files.ts';
import type { Problem } from './problem.ts';
import { checkStages } from './stages.ts';

export type { Problem } from './problem.ts';

/** How much the tables hold. */
export interface Counts {
  states: number;
  organisations: number;
  people: number;
  offices: number;
  outlets: number;
  places: number;
  initiatives: number;
  topics: number;
  /** Triggers by language. */
  triggers: Record<string, number>;
  /** Stage words by language. */
  stages: Record<string, number>;
}

/**
 * Checks knowledge and languages: form, references, clashes, and that every example yields what it says.
 * @param folder a folder with `knowledge/` and `languages/` of its own, or one with a user's knowledge tables; default: the built-in ones
 */
export function checkWorld(folder?: string): { counts: Counts; problems: Problem[] } {
  try {
    if (folder && !existsSync(join(folder, 'languages'))) return checkOwn(folder);
    const world = folder ? openWorld({ root: folder }) : openWorld();
    return { counts: countsOf(world), problems: [...checkKnowledge(world.root), ...checkLanguages(world)] };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { counts: NOTHING, problems: [problemOf(error)] };
  }
}

const NOTHING: Counts = {
  states: 0,
  organisations: 0,
  people: 0,
  offices: 0,
  outlets: 0,
  places: 0,
  initiatives: 0,
  topics: 0,
  triggers: {},
  stages: {},
};

/** A user's own tables; when they can be used, the examples of the languages are run with them, since a name may hide a word. */
function checkOwn(folder: string): { counts: Counts; problems: Problem[] } {
  const problems = checkOwnKnowledge(ROOT, folder);
  if (problems.length > 0) return { counts: countsOf(openWorld()), problems };
  const world = openWorld({ knowledge: [folder], cache: null });
  return { counts: countsOf(world), problems: checkLanguages(world) };
}

function checkLanguages(world: World): Problem[] {
  return world.languages.flatMap((language) => checkLanguage(world, language));
}

function checkLanguage(world: World, language: string): Problem[] {
  const times = checkTimes(join(world.root, 'languages', language), language).map((problem) => ({
    file: problem.file,
    line: problem.line,
    message: problem.message,
  }));
  return [...checkExamples(world, language), ...checkStages(world, language), ...times];
}

/** How much the tables of a world hold. */
export function countsOf(world: World): Counts {
  const { knowledge } = world;
  const triggers = Object.fromEntries(
    world.languages.map((language) => [
      language,
      readTable(join(world.root, 'languages', language, 'triggers.tsv')).rows.length,
    ]),
  );
  return {
    states: knowledge.states.length,
    organisations: knowledge.organisations.length,
    people: knowledge.people.length,
    offices: knowledge.offices.length,
    outlets: knowledge.outlets.length,
    places: knowledge.places.length,
    initiatives: knowledge.initiatives.length,
    topics: knowledge.topics.length,
    triggers,
    stages: Object.fromEntries(world.languages.map((language) => [language, stageWords(world, language)])),
  };
}

function stageWords(world: World, language: string): number {
  return readTable(join(world.root, 'languages', language, 'stages.tsv'), { optional: true }).rows.length;
}
