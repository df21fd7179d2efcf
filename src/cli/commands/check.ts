import { type AddCommand, command, withJson } from '../command.ts';
import { STATUS } from '../status.ts';

/** A fault of a data file, as the check names it. */
interface Problem {
  file?: string;
  line?: number;
  message?: string;
}

/** `readout check [DIR]`: checks knowledge and languages. */
export const addCheck: AddCommand = (program, output) => {
  const made = command(program, 'check', 'check knowledge and languages: schema, examples, clashes', [
    ['readout check', 'checks the tables that come with Readout'],
    ['readout check my-tables/', 'checks tables of your own'],
  ]);
  withJson(
    made.argument('[dir]', 'a folder of tables of your own, or one with knowledge/ and languages/ in it'),
    'counts and problems as one JSON object',
  );
  made.action(async (dir: string | undefined, flags: { json?: boolean }) => {
    const { checkWorld } = await import('../../check/index.ts');
    const found = await checkWorld(dir);
    const problems = found.problems as readonly (Problem | string)[];
    if (flags.json) await output.line(JSON.stringify(found));
    else {
      for (const problem of problems) await output.line(problemLine(problem));
      await output.line(
        `${countsLine(found.counts as unknown as Record<string, unknown>)}; ${problems.length} problems`,
      );
    }
    if (problems.length > 0) process.exitCode = STATUS.data;
  });
};

function problemLine(problem: Problem | string): string {
  if (typeof problem === 'string') return problem;
  // Line 0: the file or folder as a whole.
  return [problem.file, problem.line || undefined, ` ${problem.message ?? ''}`]
    .filter((part) => part !== undefined)
    .join(':');
}

function countsLine(counts: Record<string, unknown>): string {
  return Object.entries(counts)
    .map(([name, count]) =>
      typeof count === 'object' && count
        ? `${name}: ${countsLine(count as Record<string, unknown>)}`
        : `${count} ${name}`,
    )
    .join(', ');
}
