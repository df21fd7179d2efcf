import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import type { App } from './app.ts';

/** A server that listens. */
export interface Serving {
  /** Where the front page is. */
  address: string;
  /** Ends when what is being sent has been. */
  close(): Promise<void>;
}

/** Serves an app on a port; 0 takes a free one. @throws the system's error when the port is taken */
export function serve(app: App, { host, port }: { host: string; port: number }): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: (request: Request) => app.fetch(request), hostname: host, port }, (info) => {
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ address: `http://${name}:${info.port}/`, close: () => closed(server as Server) });
    });
    server.once('error', reject);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
