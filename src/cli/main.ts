import { processOutput } from './output.ts';
import { buildProgram } from './program.ts';
import { pathTrouble, STATUS, statusOf } from './status.ts';

// Between two transactions the loop is free, so an interrupt never falls into one: what was kept is whole.
process.on('SIGINT', () => process.exit(STATUS.interrupted));

const output = processOutput();
try {
  await buildProgram(output).parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  const { code, exitCode } = error as { code?: string; exitCode?: number };
  if (typeof code === 'string' && code.startsWith('commander.')) return exitCode === 0 ? STATUS.done : STATUS.usage;
  const message = pathTrouble(error) ?? (error instanceof Error ? error.message : String(error));
  output.note(`readout: ${message}`);
  if (process.env.READOUT_DEBUG && error instanceof Error) output.note(error.stack ?? '');
  return statusOf(error);
}
