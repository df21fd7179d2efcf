import type { Command } from 'commander';
import type { Correction } from '../model/index.ts';
import type { Corrected, Store } from '../store/store.ts';
import { withDatabase, withJson } from './command.ts';
import type { Output } from './output.ts';
import { eventLine } from './print/eventLine.ts';
import { withRecord } from './record.ts';
import { UsageError } from './status.ts';

/** The options that every kind of correction has. */
export interface CorrectionFlags {
  db: string;
  json?: boolean;
  list?: boolean;
  undo?: string;
}

/** Adds `--list` and `--undo`, which are the same for every kind of correction. */
export function withCorrection(made: Command, kind: Correction['kind']): Command {
  return withJson(withDatabase(made), 'what was done as one JSON object; with --list one correction a line')
    .option('--list', `list the ${kind}s in force`)
    .option('--undo <number>', `take a ${kind} back`);
}

/**
 * Does what the options say: lists, takes back, or makes a correction.
 * @param make is called when neither is asked for
 */
export async function runCorrection(
  kind: Correction['kind'],
  flags: CorrectionFlags,
  output: Output,
  make: (store: Store) => Corrected,
): Promise<void> {
  await withRecord(flags.db, async (store) => {
    if (flags.list) return list(store, kind, flags, output);
    const corrected = flags.undo === undefined ? make(store) : store.undo(numberOf(store, kind, flags.undo));
    const events = eventsOf(store, corrected.correction);
    if (flags.json) {
      await output.line(JSON.stringify({ ...corrected, events }));
      return;
    }
    const { number } = corrected.correction;
    const done = flags.undo === undefined ? `done; readout ${kind} --undo ${number} takes it back` : 'taken back';
    await output.line(`${kind} ${number}: ${done}`);
    for (const id of events) {
      const event = store.event(id);
      if (event) await output.line(`  ${eventLine(event)}`);
    }
  });
}

/** An argument that is needed unless a list or an undo is asked for. */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`${name} is missing: name an event, or use --list or --undo`);
  return value;
}

async function list(store: Store, kind: Correction['kind'], flags: CorrectionFlags, output: Output): Promise<void> {
  for (const correction of store.corrections()) {
    if (correction.kind !== kind) continue;
    const { number, at, acts, others } = correction;
    const line = [
      `${kind} ${number}`,
      at,
      acts.join(', '),
      ...(others.length > 0 ? [`not with ${others.join(', ')}`] : []),
    ];
    await output.line(flags.json ? JSON.stringify(correction) : line.join('  '));
  }
}

function numberOf(store: Store, kind: Correction['kind'], text: string): number {
  const found = store.corrections().find((one) => one.kind === kind && String(one.number) === text);
  if (!found) throw new UsageError(`--undo ${text}: there is no such ${kind}; readout ${kind} --list shows them`);
  return found.number;
}

/** The events that the acts of a correction are in now. */
function eventsOf(store: Store, { acts, others }: Correction): string[] {
  return [...new Set([...acts, ...others].flatMap((key) => store.eventHolding(key) ?? []))].sort();
}
