// The server of bench/serve.ts, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { openApp } from '../src/show/app.ts';
import { serve } from '../src/show/serve.ts';
import { openStore } from '../src/store/store.ts';
import { openWorld } from '../src/world/index.ts';

const store = openStore((workerData as { db: string }).db);
const app = openApp({ store, world: openWorld(), version: '0.0.0', onError: (error) => console.error(error) });
const { address } = await serve(app, { host: '127.0.0.1', port: 0 });
parentPort?.postMessage(address.replace(/\/$/, ''));
