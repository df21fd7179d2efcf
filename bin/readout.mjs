#!/usr/bin/env node
// Starts the command line on a Node that can run it: this one when it is new enough, else the one the package brought.
// Plain JavaScript that an old Node can read; everything else is in src/cli.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = [22, 18];
const RELAUNCHED = 'READOUT_RELAUNCHED';
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);

if (newEnough) await run();
else relaunch();

async function run() {
  module.enableCompileCache?.();
  hideWarningOf('SQLite');
  const source = join(root, 'src', 'cli', 'main.ts');
  const built = join(root, 'dist', 'cli', 'main.js');
  await import(pathToFileURL(existsSync(source) ? source : built).href);
}

/** node:sqlite warns that it is experimental at every start; every other warning is let through. */
function hideWarningOf(subject) {
  const emit = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type;
    if (type === 'ExperimentalWarning' && String(warning).startsWith(subject)) return;
    emit.call(process, warning, ...rest);
  };
}

function relaunch() {
  const node = process.env[RELAUNCHED] ? null : newerNode();
  if (!node) {
    console.error(
      `readout needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}, and no newer one was found in node_modules.\n` +
        'Run "npm ci" in the folder of the package (it brings one), or install a newer Node.',
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [RELAUNCHED]: '1' },
  });
  // A terminal sends Ctrl-C to both processes, a supervisor to this one alone; a second one does the child no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`readout could not start ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (status, signal) => {
    if (!signal) process.exit(status ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** The `node` that the nearest node_modules brings, looked for upwards from the package. */
function newerNode() {
  const names = process.platform === 'win32' ? ['node.exe', 'node.cmd'] : ['node'];
  for (let folder = root; ; folder = dirname(folder)) {
    for (const name of names) {
      const candidate = join(folder, 'node_modules', '.bin', name);
      if (existsSync(candidate)) return candidate;
    }
    if (folder === dirname(folder)) return null;
  }
}
