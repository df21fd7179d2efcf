import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens our exports with programs of other languages: DuckDB, followthemoney, frictionless. They are fetched with pip into a
 * folder that is thrown away, or READOUT_PYTHON names a Python that has them. `npm test` reads every format without this.
 */
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'readout-outside-'));
const PACKAGES = ['duckdb', 'followthemoney', 'frictionless'];

function readout(...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'bin/readout.mjs'), ...args, '--db', join(folder, 'record.db')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function python(): string {
  if (process.env.READOUT_PYTHON) return process.env.READOUT_PYTHON;
  const environment = join(folder, 'python');
  execFileSync('python3', ['-m', 'venv', environment]);
  execFileSync(join(environment, 'bin/pip'), ['install', '--quiet', ...PACKAGES], { stdio: 'inherit' });
  return join(environment, 'bin/python');
}

try {
  readout('ingest', join(root, 'examples'));
  const files = {
    csv: 'events.csv',
    parquet: 'events.parquet',
    icews: 'icews.tsv',
    gdelt: 'gdelt.tsv',
    ftm: 'events.ftm.json',
  };
  for (const [format, file] of Object.entries(files))
    readout('export', '--format', format, '--output', join(folder, file));
  readout('export', '--datapackage', join(folder, 'package'));
  const { status } = spawnSync(python(), [join(root, 'test/outside/check.py'), folder], { stdio: 'inherit' });
  console.log(status === 0 ? 'test:formats: every export was opened by other programs' : 'test:formats: FAILED');
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
