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

/** The exit status for an error that ended a command. */
export function statusOf(error: unknown): number {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const status = STATUS_OF_ERROR[current.name];
    if (status !== undefined) return status;
  }
  return STATUS.failed;
}
