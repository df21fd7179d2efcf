import type { Command } from 'commander';
import { daysOf } from '../show/days.ts';
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

/** A day, month or year as its first or last day. @throws UsageError */
export function day(option: string, value: string | undefined, end: 'first' | 'last'): string | undefined {
  if (value === undefined) return undefined;
  const days = daysOf(value);
  if (days) return days[end];
  const shaped = /^\d{4}(-\d\d){0,2}$/.test(value);
  throw new UsageError(
    shaped
      ? `${option} ${value}: there is no such day`
      : `${option} ${value}: give a day as 2024-11-24, or a month or a year`,
  );
}
