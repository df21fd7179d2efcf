import type { Store } from '../../store/store.ts';
import { type AddCommand, command, withDatabase } from '../command.ts';
import type { Output } from '../output.ts';
import { withRecord } from '../record.ts';
import { UsageError } from '../status.ts';

/** The port that `readout serve` listens on when none is named. */
export const PORT = 7373;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** `readout serve`: the record as pages and data. */
export const addServe: AddCommand = (program, output) => {
  const made = command(program, 'serve', 'show the record as pages and data on this machine', [
    ['readout serve', `serves http://127.0.0.1:${PORT}/ until Ctrl-C`],
    ['readout serve --port 8080 --db other.db', 'another port, another record'],
  ]);
  withDatabase(made)
    .option('--port <n>', 'the port; 0 takes a free one', String(PORT))
    .option('--host <address>', 'the address to listen on; any but 127.0.0.1 shows the record to others', '127.0.0.1');
  made.action(async (flags: { db: string; port: string; host: string }) => {
    const port = Number(flags.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UsageError(`--port ${flags.port}: give a number from 0 to 65535`);
    await serveRecord(flags.db, { host: flags.host, port }, output);
  });
};

/** Where to listen. */
interface Address {
  host: string;
  port: number;
  /** Take a free port when this one is taken. */
  orFree?: boolean;
}

/** Serves a record until the process is interrupted. */
export async function serveRecord(db: string, at: Address, output: Output): Promise<void> {
  const [{ openApp }, { serve }, { openWorld }, { packageVersion }] = await Promise.all([
    import('../../show/app.ts'),
    import('../../show/serve.ts'),
    import('../../world/index.ts'),
    import('../packageVersion.ts'),
  ]);
  // An ingest that was cut off is caught up with now; later ones resolve what they keep themselves.
  await withRecord(db, (store) => void store.resolve());
  const show = async (store: Store) => {
    const app = openApp({
      store,
      world: openWorld({ knowledge: store.ownKnowledge() }),
      version: packageVersion(),
      hosts: LOOPBACK.includes(at.host) ? 'loopback' : 'any',
      onError: (error) => output.note(`readout: ${error instanceof Error ? (error.stack ?? error.message) : error}`),
    });
    const serving = await listening((where) => serve(app, where), at);
    await output.line(`${db} is at ${serving.address} (Ctrl-C ends)`);
    await interrupted();
    await serving.close();
  };
  await withRecord(db, show, { onlyShows: true });
}

async function listening<T>(start: (at: Address) => Promise<T>, at: Address): Promise<T> {
  const { host, port } = at;
  try {
    return await start(at);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE' && at.orFree) return start({ host, port: 0 });
    if (code === 'EADDRINUSE')
      throw new UsageError(`port ${port} is taken; name another with --port, or 0 for a free one`);
    if (code === 'EACCES') throw new UsageError(`port ${port} may not be used; name one above 1023 with --port`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UsageError(`--host ${host}: this machine has no such address`);
    throw error;
  }
}

/** Ctrl-C ends a server as it should: with status 0, and not as an error. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.removeAllListeners('SIGINT');
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve());
  });
}
