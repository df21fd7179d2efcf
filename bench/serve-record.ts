import type {
  Act,
  ActMode,
  ActStatus,
  ActType,
  Article,
  Readout,
  ReadoutEvent,
  Statement,
} from '../src/model/index.ts';
import { type Driver, openDriver } from '../src/store/driver.ts';
import { keepEvent, keepWords } from '../src/store/keep.ts';
import { migrate } from '../src/store/migrations.ts';
import { openWorld } from '../src/world/index.ts';

/** A made-up report with what of it belongs to its event. */
interface MadeReport {
  id: string;
  path: string;
  article: Article;
  act: Act;
  statements: Statement[];
}

const AT = '2026-01-01T00:00:00Z';
const TYPES: readonly ActType[] = [
  'CONSULT',
  'AGREE',
  'ACCUSE',
  'SUPPORT',
  'REQUEST',
  'SANCTION',
  'REJECT',
  'AID',
  'THREATEN',
  'ASSAULT',
  'PROTEST',
  'COERCE',
  'MOBILIZE',
  'COOPERATE',
  'CONCEDE',
  'RETREAT',
];
const MODES: readonly ActMode[] = ['meeting', 'phone', 'visit', 'multilateral', 'video', 'letter'];
const STATUSES: readonly ActStatus[] = ['happened', 'planned', 'proposed', 'denied', 'threatened', 'hypothetical'];
const LANGUAGES = ['en', 'vi', 'ru', 'zh', 'tr'];
const WORDS = 20_000;
const EVENTS_A_TRANSACTION = 1000;

let seed = 7;
/** The same numbers at every run (mulberry32). */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
/** A place in a list: the first ones often, the last ones seldom, as words and actors are spread in the news. */
const zipf = (length: number): number => Math.floor(length ** random() - 1) % length;
const pick = <T>(list: readonly T[]): T => list[zipf(list.length)] as T;
const hex = (digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');

/** Fills a database with made-up events and reports of them, in the sizes and proportions of real ones; another seed adds more. */
export function fillRecord(file: string, events: number, reports: number, firstSeed = 7): void {
  seed = firstSeed;
  const driver = openDriver(file);
  migrate(driver, file);
  driver.script('PRAGMA synchronous = OFF');
  const made = maker(reports / events);
  const begun = performance.now();
  for (let done = 0; done < events; done += EVENTS_A_TRANSACTION) {
    driver.transaction(() => {
      for (let at = 0; at < Math.min(EVENTS_A_TRANSACTION, events - done); at++) keepMade(driver, made());
    });
    if (done % 10_000 === 0) console.log(`${done} events, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  driver.script('PRAGMA optimize');
  driver.close();
}

function maker(reportsAnEvent: number): () => { event: ReadoutEvent; reports: MadeReport[] } {
  const { knowledge } = openWorld();
  const actors = [...knowledge.states.map(({ id }) => id)].sort(() => random() - 0.5);
  const topics = knowledge.topics.map(({ id }) => id);
  const places = knowledge.places.slice(0, 300);
  const outlets = knowledge.outlets.slice(0, 400).map(({ name }) => name);
  const people = knowledge.people.slice(0, 2000);
  return () => {
    const [from, to] = [pick(actors), pick(actors.filter((_, at) => at % 3 !== 0))];
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(random() * 9400))).toISOString().slice(0, 10);
    const type = pick(TYPES);
    const person = pick(people);
    const place = pick(places);
    const event: ReadoutEvent = {
      id: `e${hex(16)}`,
      type,
      mode: type === 'CONSULT' ? pick(MODES) : null,
      subtype: random() < 0.1 ? 'signing' : null,
      status: random() < 0.8 ? 'happened' : pick(STATUSES),
      from: [from],
      to: from === to ? [] : [to],
      people: [{ id: person.id, name: person.name, post: 'President', side: 'from' }],
      when: random() < 0.95 ? { earliest: day, latest: day } : null,
      place: random() < 0.5 ? { id: place.id, name: place.name, country: place.country || null } : null,
      topics: [...new Set([pick(topics), pick(topics)])],
      acts: [],
      reports: [],
      origins: 1,
      originNames: [],
      languages: [],
      disputed: random() < 0.05 ? [{ field: 'place', values: [] }] : [],
      life: [],
      readouts: [],
      topicMatrix: [],
      counterparts: [],
      core: true,
      confidence: 0.9,
      why: [],
    };
    const count = Math.max(1, Math.round(-Math.log(1 - random()) * reportsAnEvent));
    const reports = Array.from({ length: count }, () => madeReport(event, day, pick(outlets)));
    return { event: told(event, reports), reports };
  };
}

/** A made-up word by its place: the first stand in nearly every report. */
export const madeWord = (place: number): string => `w${(place * 2654435761).toString(36).slice(-6)}`;

function sentence(words: number): string {
  const text = Array.from({ length: words }, () => madeWord(zipf(WORDS))).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function madeReport(event: ReadoutEvent, day: string, outlet: string): MadeReport {
  const id = hex(16);
  const title = `${sentence(8)} ${event.id.slice(1, 7)}`;
  const paragraphs = [title, ...Array.from({ length: 6 }, () => `${sentence(14)} ${sentence(12)}`)];
  let at = 0;
  const blocks = paragraphs.map((text, line) => {
    const start = at;
    at += text.length + 1;
    return {
      kind: line === 0 ? ('title' as const) : ('paragraph' as const),
      start,
      end: start + text.length,
      lines: [line + 1, line + 1] as [number, number],
    };
  });
  const text = paragraphs.join('\n');
  const [, first] = blocks;
  const evidence = { start: first?.start ?? 0, end: first?.end ?? 0 };
  return {
    id,
    path: `news/${day}/${id}.html`,
    article: {
      language: pick(LANGUAGES),
      text,
      title,
      outlet: { id: outlet, name: outlet },
      authors: [],
      published: { earliest: day, latest: day, basis: 'stated', time: null, why: 'made up' },
      url: null,
      blocks,
      credits: [],
      warnings: [],
    },
    act: {
      id: `a${hex(16)}`,
      type: event.type,
      mode: event.mode,
      subtype: event.subtype,
      status: event.status,
      from: event.from,
      to: event.to,
      people: event.people,
      when: event.when && { ...event.when, basis: 'stated', why: 'made up' },
      place: event.place,
      topics: event.topics,
      according: [],
      evidence,
      spans: { trigger: [evidence.start, evidence.start + 6] },
      lines: [2, 2],
      core: true,
      confidence: 0.9,
      why: 'en/made-up',
      cameo: '040',
      goldstein: 1,
    },
    statements: blocks.slice(2, 4).map(({ start, end, lines }) => ({
      start,
      end,
      lines,
      id: `s${hex(16)}`,
      speaker: { name: 'Spokesman', id: null, actor: event.from[0] ?? null, kind: 'office' },
      direct: false,
      quote: null,
      verb: 'say',
      via: [],
      topics: event.topics,
      acts: [],
    })),
  };
}

function told(event: ReadoutEvent, reports: readonly MadeReport[]): ReadoutEvent {
  const statements = reports.slice(0, 8).flatMap(({ path, article, statements: said }) =>
    said.map((one) => ({
      report: path,
      statement: one.id,
      speaker: one.speaker.name,
      language: article.language,
      direct: false,
      actor: one.speaker.actor,
      reports: [path],
      alone: false,
      text: article.text.slice(one.start, one.end),
      span: [one.start, one.end] as [number, number],
      topics: one.topics,
      via: [],
    })),
  );
  const side = (code: string | undefined, which: number): Readout[] =>
    code === undefined
      ? []
      : [
          {
            side: code,
            statements: statements.filter((_, at) => at % 2 === which),
            topics: event.topics,
            onlyHere: [],
            reports: [],
          },
        ];
  return {
    ...event,
    acts: reports.map(({ path, act, article }) => ({ report: path, act: act.id, language: article.language })),
    reports: reports.map(({ path }) => path),
    languages: [...new Set(reports.map(({ article }) => article.language))].sort(),
    originNames: [...new Set(reports.map(({ article }) => article.outlet?.name ?? ''))].sort(),
    origins: new Set(reports.map(({ article }) => article.outlet?.name)).size,
    readouts: [...side(event.from[0], 0), ...side(event.to[0], 1)],
    topicMatrix: event.topics.map((topic) => ({ topic, sides: [{ side: event.from[0] ?? null, statements: 2 }] })),
  };
}

const STORY = 'INSERT INTO stories (id, story, changed) VALUES (?, ?, ?)';
const REPORT = `INSERT INTO reports (id, path, url, bytes, language, title, outlet, earliest, latest, article, quantities, resolved, story, kept)
  VALUES (?, ?, NULL, 1000, ?, ?, ?, ?, ?, ?, '[]', 1, NULL, ?)`;
const ACT = 'INSERT INTO acts (key, id, report, place, act, component, event) VALUES (?, ?, ?, 0, ?, ?, ?)';
const STATEMENT = 'INSERT INTO statements (key, id, report, place, statement) VALUES (?, ?, ?, ?, ?)';

function keepMade(driver: Driver, { event, reports }: { event: ReadoutEvent; reports: MadeReport[] }): void {
  keepEvent(driver, event, AT);
  const story = {
    id: `s${event.id.slice(1, 16)}`,
    title: reports[0]?.article.title ?? '',
    reports: event.reports,
    events: [],
    lineage: [],
    differences: [],
  };
  driver.run(STORY, story.id, JSON.stringify(story), AT);
  for (const { id, path, article, act, statements } of reports) {
    const { language, title, outlet, published } = article;
    driver.run(
      REPORT,
      id,
      path,
      language,
      title,
      outlet?.name ?? null,
      published?.earliest ?? null,
      published?.latest ?? null,
      JSON.stringify(article),
      AT,
    );
    driver.run('UPDATE reports SET story = ? WHERE id = ?', story.id, id);
    driver.run(ACT, `${id}:${act.id}`, act.id, id, JSON.stringify(act), `${id}:${act.id}`, event.id);
    for (const [place, one] of statements.entries())
      driver.run(STATEMENT, `${id}:${one.id}`, one.id, id, place, JSON.stringify(one));
    keepWords(driver, 'article', id, article.text);
  }
  keepWords(
    driver,
    'event',
    event.id,
    `${event.type} ${event.from} ${event.to} ${event.people[0]?.name} ${reports[0]?.article.text.slice(0, 200)}`,
  );
}
