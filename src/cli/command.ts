import type { Command } from 'commander';
import type { Output } from './output.ts';

/** What every command file exports: adds itself to the program. Heavy imports belong inside its action. */
export type AddCommand = (program: Command, output: Output) => void;

/** An example as the help shows it: what to type, and what it does. */
export type Example = readonly [typed: string, does: string];

/** Starts a command whose help leads with examples. */
export function command(program: Command, name: string, summary: string, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([typed]) => typed.length));
  const shown = examples.map(([typed, does]) => `  ${typed.padEnd(width)}  ${does}`);
  return program
    .command(name)
    .summary(summary)
    .description(summary)
    .addHelpText('before', `Examples:\n${shown.join('\n')}\n`);
}

/** `--db FILE`, for every command that reads or writes a record. */
export function withDatabase(made: Command): Command {
  return made.option('--db <file>', 'the database that keeps the record', 'readout.db');
}

/** `--json`, for every command that prints. */
export function withJson(made: Command, shape = 'one JSON object a line'): Command {
  return made.option('--json', `print ${shape}`);
}
