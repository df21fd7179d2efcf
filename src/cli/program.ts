import { Command } from 'commander';
import type { AddCommand } from './command.ts';
import { addChanges } from './commands/changes.ts';
import { addCheck } from './commands/check.ts';
import { addCode } from './commands/code.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEvent } from './commands/event.ts';
import { addEvents } from './commands/events.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addIngest } from './commands/ingest.ts';
import { addJoin } from './commands/join.ts';
import { addMcp } from './commands/mcp.ts';
import { addPin } from './commands/pin.ts';
import { addPublish } from './commands/publish.ts';
import { addRead } from './commands/read.ts';
import { addRelation } from './commands/relation.ts';
import { addResolve } from './commands/resolve.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addSites } from './commands/sites.ts';
import { addSplit } from './commands/split.ts';
import { addStories } from './commands/stories.ts';
import { addStory } from './commands/story.ts';
import { addTrack } from './commands/track.ts';
import { addTracks } from './commands/tracks.ts';
import { addWatch } from './commands/watch.ts';
import { addWhy } from './commands/why.ts';
import type { Output } from './output.ts';
import { packageVersion } from './packageVersion.ts';

export { packageVersion } from './packageVersion.ts';

const COMMANDS: readonly AddCommand[] = [
  addRead,
  addCode,
  addIngest,
  addEvents,
  addEvent,
  addStories,
  addStory,
  addTracks,
  addTrack,
  addRelation,
  addChanges,
  addSplit,
  addJoin,
  addPin,
  addSearch,
  addWhy,
  addSites,
  addExport,
  addServe,
  addPublish,
  addMcp,
  addWatch,
  addResolve,
  addCheck,
  addImport,
  addDoctor,
  addDemo,
];

/** The tree of commands, options and help. */
export function buildProgram(output: Output): Command {
  const program = new Command('readout')
    .description('Turns news pages into a record of who dealt with whom, when, how, about what, and according to whom.')
    .version(packageVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(readout COMMAND --help shows examples and options)');
  for (const add of COMMANDS) add(program, output);
  for (const made of program.commands) made.exitOverride();
  return program;
}
