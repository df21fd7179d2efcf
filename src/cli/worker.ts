import { parentPort, workerData } from 'node:worker_threads';
import type { RawReport } from '../model/index.ts';
import { type CodeOptions, openCoder, type ReadReport } from './coder.ts';

// One thread of the pool: gets batches of reports, answers with their coded lines in the same order.
// A class of ours does not survive the way between threads: an error that stops the start is sent as its name and message.
const port = parentPort;
if (!port) throw new Error('worker.ts runs only as a worker thread');
try {
  const code = await openCoder(workerData as CodeOptions);
  port.on('message', ({ batch, reports }: { batch: number; reports: (RawReport | ReadReport)[] }) => {
    port.postMessage({ batch, lines: reports.map(code) });
  });
} catch (error) {
  const { name, message } = error as Error;
  port.postMessage({ failed: { name, message } });
}
