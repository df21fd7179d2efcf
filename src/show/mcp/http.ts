import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import type { Store } from '../../store/store.ts';
import { mcpServer } from './server.ts';

/** A running server. */
export interface Running {
  /** Where clients connect: `http://127.0.0.1:8123/mcp`. */
  url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const PATH = '/mcp';

/**
 * Serves the tools to clients on this machine. Requests for another host name, or from a page of another origin, are refused,
 * so that no web page can reach the record through the reader's browser.
 * @param port 0 takes any that is free
 * @throws when the port is taken
 */
export function serveMcp(store: Store, version: string, port: number): Promise<Running> {
  const handler = createMcpHandler(() => mcpServer(store, version), { responseMode: 'json' });
  const fetch = (request: Request): Response | Promise<Response> =>
    hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
    originValidationResponse(request, localhostAllowedOrigins()) ??
    (new URL(request.url).pathname === PATH ? handler.fetch(request) : new Response('Not found\n', { status: 404 }));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: HOST, port }, ({ port: taken }: AddressInfo) =>
      resolve({
        url: `http://${HOST}:${taken}${PATH}`,
        close: () => new Promise((done) => void server.close(() => void handler.close().then(done))),
      }),
    );
    server.on('error', reject);
  });
}
