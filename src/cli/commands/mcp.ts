import type { Store } from '../../store/store.ts';
import { type AddCommand, command, withDatabase } from '../command.ts';
import type { Output } from '../output.ts';
import { packageVersion } from '../packageVersion.ts';
import { withRecord } from '../record.ts';
import { UsageError } from '../status.ts';

/** `readout mcp`: the record as read-only tools for assistants. */
export const addMcp: AddCommand = (program, output) => {
  const made = command(program, 'mcp', 'serve the record to assistants as read-only tools (Model Context Protocol)', [
    ['readout mcp --db april.db', 'over standard input and output, as an assistant starts it'],
    ['readout mcp --http 8123', 'over HTTP, to clients on this machine'],
  ]);
  withDatabase(
    made.option('--http <port>', 'serve HTTP on this port of 127.0.0.1 instead of standard input and output'),
  );
  made.action(async (flags: { db: string; http?: string }) => {
    const port = flags.http === undefined ? null : Number(flags.http);
    if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
      throw new UsageError(`--http ${flags.http}: give a port, 0 to 65535 (0 takes any that is free)`);
    await withRecord(flags.db, (store) => (port === null ? overStreams(store) : overHttp(store, port, output)));
  });
};

/** Until the client closes its end. Standard output belongs to the protocol. */
async function overStreams(store: Store): Promise<void> {
  const [{ serveStdio }, { mcpServer }] = await Promise.all([
    import('@modelcontextprotocol/server/stdio'),
    import('../../show/mcp/server.ts'),
  ]);
  const ended = new Promise<void>((resolve) => process.stdin.once('close', resolve).once('end', resolve));
  const served = serveStdio(() => mcpServer(store, packageVersion()));
  await ended;
  await served.close();
}

/** Until the process is ended. */
async function overHttp(store: Store, port: number, output: Output): Promise<void> {
  const { serveMcp } = await import('../../show/mcp/http.ts');
  const running = await serveMcp(store, packageVersion(), port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`--http ${port}: another program has this port`);
    throw error;
  });
  output.note(`readout: tools at ${running.url}; end with Ctrl-C`);
  await new Promise<void>((resolve) => process.once('SIGTERM', resolve));
  await running.close();
}
