import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { packageVersion } from '../packageVersion.ts';
import { STATUS } from '../status.ts';

/** `readout doctor`: what is set up. */
export const addDoctor: AddCommand = (program, output) => {
  const made = command(program, 'doctor', 'say what is set up: versions, knowledge, the state of the database', [
    ['readout doctor', 'looks at this installation and readout.db'],
    ['readout doctor --db april.db --json', 'at another database, for another program'],
  ]);
  withJson(withDatabase(made), 'one JSON object');
  made.action(async (flags: { db: string; json?: boolean }) => {
    const database = await databaseState(flags.db);
    const found = { readout: packageVersion(), ...(await versions()), ...folders(), database };
    if (flags.json) await output.line(JSON.stringify(found));
    else for (const line of inLines(found)) await output.line(line);
    if (database.problem) process.exitCode = STATUS.storage;
  });
};

async function versions() {
  const { DatabaseSync } = await import('node:sqlite');
  const memory = new DatabaseSync(':memory:');
  const sqlite = String(memory.prepare('SELECT sqlite_version() AS version').get()?.version);
  memory.close();
  return {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    cores: availableParallelism(),
    sqlite,
  };
}

function folders() {
  const at = (name: string) => {
    const folder = fileURLToPath(new URL(`../../../${name}`, import.meta.url));
    return existsSync(folder) ? folder : null;
  };
  return { knowledge: at('knowledge'), languages: at('languages') };
}

interface DatabaseState {
  file: string;
  exists: boolean;
  bytes?: number;
  version?: number;
  integrity?: string;
  counts?: object;
  problem?: string;
}

async function databaseState(file: string): Promise<DatabaseState> {
  if (!existsSync(file)) return { file, exists: false };
  try {
    const { openStore } = await import('../../store/store.ts');
    const store = openStore(file);
    const state = {
      file,
      exists: true,
      bytes: statSync(file).size,
      version: store.version,
      integrity: store.integrity(),
      counts: store.counts(),
    };
    store.close();
    return state.integrity === 'ok' ? state : { ...state, problem: state.integrity };
  } catch (error) {
    return { file, exists: true, problem: (error as Error).message };
  }
}

function inLines(found: object, indent = ''): string[] {
  return Object.entries(found).flatMap(([name, value]) =>
    value !== null && typeof value === 'object'
      ? [`${indent}${name}`, ...inLines(value, `${indent}  `)]
      : [`${indent}${name.padEnd(12 - indent.length)} ${value ?? 'missing'}`],
  );
}
