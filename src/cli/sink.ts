import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { gathered } from '../show/gathered.ts';
import { UsageError } from './status.ts';

/** Takes an output part by part; a part is taken when the promise resolves. */
export interface Sink {
  write(part: string | Uint8Array): Promise<void>;
  /** The output is whole. */
  end(): Promise<void>;
  /** The output failed: nothing half is left behind. */
  drop(): Promise<void>;
}

/** A file, which appears under its name when it is whole, or standard output. @throws UsageError when it cannot be made */
export function openSink(file: string | undefined): Promise<Sink> {
  return file === undefined || file === '-' ? Promise.resolve(standardOutput) : fileSink(file);
}

const standardOutput: Sink = {
  async write(part) {
    if (!process.stdout.write(part)) await once(process.stdout, 'drain');
  },
  end: async () => {},
  drop: async () => {},
};

async function fileSink(file: string): Promise<Sink> {
  const unfinished = `${file}.part`;
  const handle = await open(unfinished, 'w').catch((error: NodeJS.ErrnoException) => {
    const why = { ENOENT: 'there is no such folder', EACCES: 'it may not be written to' }[error.code ?? ''];
    throw why ? new UsageError(`${file}: ${why}`, { cause: error }) : error;
  });
  return {
    write: async (part) => handle.writeFile(part),
    async end() {
      await handle.close();
      await rename(unfinished, file);
    },
    async drop() {
      await handle.close();
      await rm(unfinished, { force: true });
    },
  };
}

/** Writes all parts; in the file there is all of it, or it is not there. */
export async function writeAll(file: string | undefined, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  const sink = await openSink(file);
  try {
    for await (const part of gathered(parts)) await sink.write(part);
  } catch (error) {
    await sink.drop();
    throw error;
  }
  await sink.end();
}
