import type { Command } from 'commander';
import type { EventFilter } from '../store/store.ts';
import { UsageError } from './status.ts';

/** The options that choose events, as the command line gives them. */
export interface EventFlags {
  between?: string[];
  type?: string;
  status?: string;
  since?: string;
  until?: string;
}

/** Adds the options that choose events. */
export function withEventFilter(made: Command): Command {
  return made
    .option('--between <actors...>', 'one or two actors, by code or by name: TUR Nga')
    .option('--type <type>', 'a type, for example CONSULT')
    .option('--status <status>', 'happened, planned, proposed, threatened, denied or hypothetical')
    .option('--since <day>', 'not before this day: 2024, 2024-11 or 2024-11-24')
    .option('--until <day>', 'not after this day');
}

const TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  );
const STATUSES = 'happened planned proposed threatened denied hypothetical'.split(' ');

/** Checks the options and turns them into a filter. */
export function eventFilter(flags: EventFlags): EventFilter {
  const type = flags.type?.toUpperCase();
  if (type && !TYPES.includes(type)) throw new UsageError(`--type ${flags.type}: the types are ${TYPES.join(' ')}`);
  if (flags.status && !STATUSES.includes(flags.status))
    throw new UsageError(`--status ${flags.status}: the statuses are ${STATUSES.join(' ')}`);
  if (flags.between && flags.between.length > 2) throw new UsageError('--between: name one or two actors');
  return {
    between: flags.between,
    type,
    status: flags.status,
    since: day('--since', flags.since, 'first'),
    until: day('--until', flags.until, 'last'),
  };
}

/** A day, month or year as its first or last day. */
export function day(option: string, value: string | undefined, end: 'first' | 'last'): string | undefined {
  if (value === undefined) return undefined;
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
  if (!year) throw new UsageError(`${option} ${value}: give a day as 2024-11-24, or a month or a year`);
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(date ?? 1) < 1 || Number(date ?? 1) > last)
    throw new UsageError(`${option} ${value}: there is no such day`);
  if (date) return value;
  if (end === 'first') return `${year}-${month ?? '01'}-01`;
  if (!month) return `${year}-12-31`;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}
