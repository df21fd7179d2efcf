import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Failed, RawReport } from '../model/index.ts';
import { type CodeOptions, openCoder, type ReadReport } from './coder.ts';
import { keepNurserySmall, settleNursery } from './nursery.ts';

/** Below this many reports, starting threads costs more than it saves. */
const FEW_REPORTS = 40;
const BATCH_REPORTS = 16;
const BATCH_CHARS = 1_000_000;
/** Batches that may wait in each thread: one it works on, one that is ready. */
const BATCHES_A_THREAD = 2;

type Task = RawReport | ReadReport;
type Input = AsyncIterable<Task | Failed>;
type Batch = (Task | Failed)[];

/**
 * Codes reports to JSON lines, in input order, on so many threads. The lines do not depend on how many.
 * Memory stays flat: at most two batches a thread are under way.
 */
export async function* codeLines(
  input: Input,
  threads: number | undefined,
  options: CodeOptions,
): AsyncGenerator<string> {
  const reports = input[Symbol.asyncIterator]();
  const first: Batch = [];
  const wanted = threads ?? availableParallelism();
  const most = wanted > 1 ? FEW_REPORTS : 0;
  let ended = false;
  while (first.length < most && !ended) {
    const next = await reports.next();
    if (next.done) ended = true;
    else first.push(next.value);
  }
  const all = chain(first, ended ? null : reports);
  if (ended || wanted <= 1) yield* codeHere(all, options);
  else yield* codeOnThreads(all, wanted, options);
}

async function* chain(first: Batch, rest: AsyncIterator<Task | Failed> | null): AsyncGenerator<Task | Failed> {
  yield* first;
  if (!rest) return;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* codeHere(reports: Input, options: CodeOptions): AsyncGenerator<string> {
  let code: Awaited<ReturnType<typeof openCoder>> | null = null;
  for await (const raw of reports) {
    keepNurserySmall();
    if ('error' in raw) yield JSON.stringify(raw);
    else {
      code ??= await openCoder(options, settleNursery);
      yield code(raw);
    }
  }
}

async function* codeOnThreads(reports: Input, threads: number, options: CodeOptions): AsyncGenerator<string> {
  const { sharedTables } = await import('../world/index.ts');
  const shared = sharedTables({ knowledge: options.knowledge, languages: options.languages });
  const pool = Array.from({ length: threads }, () => new Thread({ ...options, shared }));
  const underWay: Promise<string[]>[] = [];
  let turn = 0;
  try {
    for await (const batch of batches(reports)) {
      keepNurserySmall();
      const thread = pool[turn++ % threads] as Thread;
      const lines = codeBatch(thread, batch);
      // Looked at only when its turn comes; until then a failure must not count as unhandled.
      lines.catch(() => {});
      underWay.push(lines);
      if (underWay.length >= threads * BATCHES_A_THREAD) yield* (await underWay.shift()) ?? [];
    }
    for (const lines of underWay) yield* await lines;
  } finally {
    await Promise.all(pool.map((thread) => thread.close()));
  }
}

/** Reports that failed to open stay at their place in the order; the thread sees only the others. */
async function codeBatch(thread: Thread, batch: Batch): Promise<string[]> {
  const readable = batch.filter((raw): raw is Task => !('error' in raw));
  const lines = await thread.code(readable);
  let next = 0;
  return batch.map((raw) => ('error' in raw ? JSON.stringify(raw) : (lines[next++] as string)));
}

async function* batches(reports: Input): AsyncGenerator<Batch> {
  let batch: Batch = [];
  let chars = 0;
  for await (const raw of reports) {
    batch.push(raw);
    if (!('error' in raw)) chars += 'article' in raw ? raw.article.text.length : raw.content.length;
    if (batch.length < BATCH_REPORTS && chars < BATCH_CHARS) continue;
    yield batch;
    batch = [];
    chars = 0;
  }
  if (batch.length > 0) yield batch;
}

interface Waiting {
  resolve(lines: string[]): void;
  reject(error: unknown): void;
}

type Answer = { batch: number; lines: string[] } | { failed: { name: string; message: string } };

/** One worker thread; answers come back by batch number. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #sent = 0;
  #broken: unknown = null;

  constructor(options: CodeOptions) {
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
    // A small nursery: what is coded is soon gone, and a large one only takes memory in every thread.
    this.#worker = new Worker(new URL(file, import.meta.url), {
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on('message', (answer: Answer) => {
      if ('failed' in answer)
        return this.#fail(Object.assign(new Error(answer.failed.message), { name: answer.failed.name }));
      this.#waiting.get(answer.batch)?.resolve(answer.lines);
      this.#waiting.delete(answer.batch);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (status) => this.#fail(new Error(`a coding thread ended early (status ${status})`)));
  }

  code(reports: Task[]): Promise<string[]> {
    if (reports.length === 0) return Promise.resolve([]);
    if (this.#broken) return Promise.reject(this.#broken);
    const batch = this.#sent++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(batch, { resolve, reject });
      this.#worker.postMessage({ batch, reports });
    });
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }
}
