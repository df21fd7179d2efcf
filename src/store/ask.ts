import type { ReadoutEvent, Story } from '../model/index.ts';
import type { Driver, SqlValue } from './driver.ts';
import { parsed } from './load.ts';
import type { Change, EventFilter, Store } from './store.ts';

type Ask = Pick<
  Store,
  'events' | 'event' | 'idsBeginning' | 'eventOfAct' | 'eventHolding' | 'stories' | 'story' | 'storiesOf' | 'changes'
>;

/** A state's code needs no looking up. */
const CODE = /^[A-Z]{3}$/;

/** Of ids that begin alike so many are named. */
const SEVERAL = 4;

/** Rows that are read in one go, so that a long list does not fill the memory. */
const PAGE = 500;

/** What can be asked of the record; `ready` brings it up to date first, `codeOf` gives the code of an actor's name. */
export function openAsk(driver: Driver, ready: () => void, codeOf: (name: string) => string): Ask {
  return {
    *events(filter = {}) {
      ready();
      yield* listEvents(driver, {
        ...filter,
        between: filter.between?.map((party) => (CODE.test(party) ? party : codeOf(party))),
      });
    },
    event(id) {
      ready();
      return findEvent(driver, id);
    },
    idsBeginning(id) {
      ready();
      const range = [id, `${id}~`];
      return driver
        .all(
          `SELECT id FROM events WHERE id >= ? AND id < ? UNION ALL SELECT id FROM stories WHERE id >= ? AND id < ? ORDER BY id LIMIT ${SEVERAL}`,
          ...range,
          ...range,
        )
        .map((row) => String(row.id));
    },
    eventOfAct: (report, act) =>
      textOrNull(driver.get('SELECT event FROM acts WHERE report = ? AND id = ?', report, act)?.event),
    eventHolding: (key) => textOrNull(driver.get('SELECT event FROM acts WHERE key = ?', key)?.event),
    *stories() {
      ready();
      for (const row of paged(driver, 'SELECT rowid AS place, id, story FROM stories', []))
        yield withEvents(driver, parsed(row, 'story'));
    },
    story(id) {
      ready();
      const row = driver.get('SELECT story FROM stories WHERE id >= ? AND id < ? ORDER BY id LIMIT 1', id, `${id}~`);
      return row ? withEvents(driver, parsed(row, 'story')) : null;
    },
    storiesOf: (event) =>
      driver
        .all(
          'SELECT DISTINCT reports.story FROM acts JOIN reports ON reports.id = acts.report WHERE event = ? ORDER BY 1',
          event.id,
        )
        .flatMap(({ story }) => {
          const row = driver.get('SELECT story FROM stories WHERE id = ?', story as SqlValue);
          return row ? [withEvents(driver, parsed<Story>(row, 'story'))] : [];
        }),
    *changes(since) {
      ready();
      for (const row of driver.all(
        'SELECT at, event, kind, "into", "from" FROM changes WHERE at >= ? ORDER BY number',
        since,
      ))
        yield row as unknown as Change;
    },
  };
}

function* paged(driver: Driver, select: string, values: SqlValue[]) {
  for (let offset = 0; ; offset += PAGE) {
    const rows = driver.all(`${select} ORDER BY id LIMIT ${PAGE} OFFSET ?`, ...values, offset);
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

function* listEvents(driver: Driver, filter: EventFilter): Generator<ReadoutEvent> {
  const { where, values } = condition(filter);
  for (let offset = 0; ; offset += PAGE) {
    const rows = driver.all(
      `SELECT event FROM events ${where} ORDER BY coalesce(earliest, latest, '9999'), id LIMIT ${PAGE} OFFSET ?`,
      ...values,
      offset,
    );
    for (const row of rows) yield parsed<ReadoutEvent>(row, 'event');
    if (rows.length < PAGE) return;
  }
}

function condition(filter: EventFilter): { where: string; values: SqlValue[] } {
  const parts: [string, SqlValue][] = (filter.between ?? []).map((party) => ['instr(parties, ?) > 0', `|${party}|`]);
  if (filter.type) parts.push(['type = ?', filter.type]);
  if (filter.status) parts.push(['status = ?', filter.status]);
  if (filter.since) parts.push(['coalesce(latest, earliest) >= ?', filter.since]);
  if (filter.until) parts.push(['coalesce(earliest, latest) <= ?', filter.until]);
  return {
    where: parts.length > 0 ? `WHERE ${parts.map(([sql]) => sql).join(' AND ')}` : '',
    values: parts.map(([, value]) => value),
  };
}

/** Follows the stones of merged events to the one that holds their acts now. */
function findEvent(driver: Driver, id: string): ReadoutEvent | null {
  const seen = new Set<string>();
  for (let at: string | null = id; at && !seen.has(at); ) {
    seen.add(at);
    const row = driver.get('SELECT event FROM events WHERE id >= ? AND id < ? ORDER BY id LIMIT 1', at, `${at}~`);
    if (row) return parsed<ReadoutEvent>(row, 'event');
    at = textOrNull(driver.get('SELECT "into" FROM tombstones WHERE id >= ? AND id < ? LIMIT 1', at, `${at}~`)?.into);
  }
  return null;
}

function withEvents(driver: Driver, story: Story): Story {
  const events = driver
    .all(
      `SELECT DISTINCT acts.event FROM reports JOIN acts ON acts.report = reports.id
       WHERE reports.story = ? AND json_extract(acts.act, '$.core') ORDER BY 1`,
      story.id,
    )
    .map(({ event }) => String(event));
  return { ...story, events };
}

function textOrNull(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
