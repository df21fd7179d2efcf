/** What the exit status of a command says; docs/commands.md lists them for users. */
export const STATUS = {
  done: 0,
  failed: 1,
  usage: 2,
  skipped: 3,
  data: 4,
  storage: 5,
  interrupted: 130,
} as const;

/** The command was called in a way that cannot work. The run stops before anything is done (exit status 2). */
export class UsageError extends Error {
  override name = 'UsageError';
}

const STATUS_OF_ERROR: Record<string, number> = {
  UsageError: STATUS.usage,
  CorrectionError: STATUS.usage,
  DataError: STATUS.data,
  StoreError: STATUS.storage,
};

/** What is wrong with a path that was named, in words; the system's own codes say it in letters. */
const PATH_TROUBLE: Record<string, string> = {
  ENOENT: 'there is no such folder or file',
  EISDIR: 'is a folder',
  ENOTDIR: 'is no folder',
  EEXIST: 'is there already',
  EACCES: 'may not be opened; check its permissions',
  EPERM: 'may not be changed; check its permissions',
  EROFS: 'lies on a file system that cannot be written',
  ENOSPC: 'could not be written: the disk is full',
};

/** An error of the file system as a sentence about the path; null for any other error. */
export function pathTrouble(error: unknown): string | null {
  const { code, path, dest } = error as { code?: string; path?: string; dest?: string };
  const trouble = code === undefined ? undefined : PATH_TROUBLE[code];
  return trouble ? `${dest ?? path ?? 'the output'}: ${trouble}` : null;
}

/** The exit status for an error that ended a command. */
export function statusOf(error: unknown): number {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const status = STATUS_OF_ERROR[current.name];
    if (status !== undefined) return status;
  }
  return pathTrouble(error) ? STATUS.usage : STATUS.failed;
}
