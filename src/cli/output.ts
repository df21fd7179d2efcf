import { once } from 'node:events';
import { pathTrouble, STATUS } from './status.ts';

/** Where a command writes: standard output with back-pressure, standard error, and whether a person watches each. */
export interface Output {
  /** Writes one line; resolves when the reader can take more. */
  line(text: string): Promise<void>;
  /** Writes one line to standard error. */
  note(text: string): void;
  /** Replaces the progress line on standard error; nothing when no person watches it. */
  progress(text: string): void;
  /** Columns of the terminal, 100 when it is not one. */
  readonly columns: number;
  /** Marks a stretch as found or important: bold in a terminal, plain elsewhere. */
  strong(text: string): string;
}

/** Output on the process's own streams. A closed pipe ends the process quietly, as `head` expects. */
export function processOutput(): Output {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`readout: ${pathTrouble(error) ?? error.message}\n`);
    process.exit(STATUS.failed);
  });
  let drawn = false;
  const clear = (): void => {
    if (drawn) process.stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    columns: process.stdout.columns ?? 100,
    strong: (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text),
    async line(text) {
      if (process.stdout.isTTY) clear();
      if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
    },
    note(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!process.stderr.isTTY) return;
      clear();
      if (text === '') return;
      process.stderr.write(text);
      drawn = true;
    },
  };
}
