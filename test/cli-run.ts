import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The launcher, as a user runs it. */
export const BIN = fileURLToPath(new URL('../bin/readout.mjs', import.meta.url));

/** What a run of the command line gave. */
export interface Run {
  status: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface RunOptions {
  cwd?: string;
  input?: string;
  /** Called when the process has started. */
  started?: (child: ChildProcess) => void;
  node?: string;
}

/** Runs `readout` with these arguments and waits for its end. */
export function readout(args: string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [BIN, ...args], { cwd: options.cwd, stdio: 'pipe' });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    options.started?.(child);
  });
}

/** The JSON lines of an output. */
export function rows<T = Record<string, unknown>>(run: Run): T[] {
  return run.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
