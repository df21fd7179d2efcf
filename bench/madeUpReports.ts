import type { Act, ActMode, ActPerson, ActStatus, Coded, Quantity, Statement } from '../src/model/index.ts';

/** Acts that each made-up report tells: the news, and background. */
export const ACTS_A_REPORT = 5;

const STATES = 200;
const YEAR = 365;
const FIRST_DAY = Date.UTC(2024, 0, 1) / 86_400_000;
/** Acts an event: some are told by hundreds of reports, most by one or two. */
const ACTS_AN_EVENT = 3.5;
/** Pairs of states, a few of which make most of the news. */
const PAIRS = 3000;
const TYPES: readonly Act['type'][] = [
  'CONSULT',
  'CONSULT',
  'CONSULT',
  'AGREE',
  'ACCUSE',
  'ACCUSE',
  'REQUEST',
  'SUPPORT',
  'AID',
  'SANCTION',
  'REJECT',
  'ASSAULT',
];
const MODES: readonly (ActMode | null)[] = ['phone', 'meeting', 'meeting', 'visit', 'video', 'multilateral', null];
const TOPICS = 40;

/** What happened, as all reports of it know it. */
interface Happening {
  /** Numbers of states. */
  from: number;
  to: number;
  type: Act['type'];
  mode: ActMode | null;
  day: number;
  people: string[];
  topics: string[];
  place: Act['place'];
  figure: number;
}

/** A row of numbers in [0, 1) that is the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The share of acts that are of the most popular pair. */
export const popularShare = 0.05;

function pairOf(next: () => number): number {
  return next() < popularShare ? 0 : 1 + Math.floor(PAIRS * next() ** 2.5);
}

// Names are made once: they would cost more than the reports.
const CODES = Array.from({ length: STATES }, (_, state) => `S${state}`);
const HEADS = CODES.map((state) => `head of ${state}`);
const MINISTERS = CODES.map((state) => `minister of ${state}`);
const OFFICES = CODES.map((state) => `office of ${state}`);
const CITIES = CODES.map((state) => ({ id: `city of ${state}`, name: `City of ${state}`, country: state }));
const TOPIC_NAMES = Array.from({ length: TOPICS }, (_, topic) => `topic ${topic}`);

function happening(index: number): Happening {
  const next = chance(index * 2 + 1);
  const pair = pairOf(next);
  const from = (pair * 7) % STATES;
  const to = (pair * 7 + 1 + (pair % 13)) % STATES;
  const type = pick(TYPES, next);
  const names = next() < 0.6 ? HEADS : MINISTERS;
  return {
    from,
    to,
    type,
    mode: type === 'CONSULT' ? pick(MODES, next) : null,
    day: FIRST_DAY + Math.floor(next() * YEAR),
    people: type === 'CONSULT' || next() < 0.3 ? [names[from] as string, names[to] as string] : [],
    topics: [pick(TOPIC_NAMES, next), pick(TOPIC_NAMES, next)],
    place: next() < 0.4 ? (CITIES[next() < 0.5 ? from : to] as Act['place']) : null,
    figure: Math.floor(next() * 5000),
  };
}

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}

/** The report of this number among `count`: always the same one. Its id is its number in hexadecimal digits. */
export function madeUpReport(index: number, count: number): Coded {
  const next = chance(index * 2);
  const happenings = Math.round((count * ACTS_A_REPORT) / ACTS_AN_EVENT);
  const told: Happening[] = Array.from({ length: ACTS_A_REPORT }, () =>
    happening(Math.floor(happenings * next() ** 2)),
  );
  const day = (told[0] as Happening).day + Math.floor(next() * 3);
  const coded = blank(index, day);
  for (const [place, one] of told.entries()) tell(coded, one, place, next);
  return coded;
}

function blank(index: number, day: number): Coded {
  const id = index.toString(16).padStart(16, '0');
  const published = iso(day);
  return {
    report: { id, path: `report-${id}.txt`, url: null, bytes: 0 },
    article: {
      language: ['en', 'vi', 'ru', 'zh', 'tr'][index % 5] as string,
      text: '',
      title: null,
      outlet: null,
      authors: [],
      published: { earliest: published, latest: published, basis: 'stated', time: null, why: 'made up' },
      url: null,
      blocks: [],
      credits: [],
      warnings: [],
    },
    acts: [],
    statements: [],
    quantities: [],
  };
}

function tell(coded: Coded, one: Happening, place: number, next: () => number): void {
  const start = coded.article.text.length;
  const said = `${CODES[one.from]} dealt with ${CODES[one.to]} about ${one.topics[0]} with ${one.figure} tonnes. `;
  coded.article.text += said;
  const end = start + said.length;
  coded.article.blocks.push({ kind: 'paragraph', start, end, lines: [place + 1, place + 1] });
  coded.acts.push(actOf(one, place, start, end, next));
  if (next() < 0.6) coded.statements.push(statementOf(one, place, start, end));
  if (next() < 0.4)
    coded.quantities.push({
      value: one.figure,
      approximate: false,
      unit: 'tonnes',
      start: start + 9,
      end: end - 9,
    } satisfies Quantity);
}

function actOf(one: Happening, place: number, start: number, end: number, next: () => number): Act {
  const sure = next();
  const people = next() < 0.7 ? one.people : [];
  return {
    id: `a${place}`,
    type: one.type,
    mode: next() < 0.7 ? one.mode : null,
    subtype: null,
    status: (sure < 0.85 ? 'happened' : 'planned') satisfies ActStatus,
    from: [CODES[one.from] as string],
    to: [CODES[one.to] as string],
    people: people.map((name, side): ActPerson => ({ id: name, name, post: null, side: side === 0 ? 'from' : 'to' })),
    when: whenOf(one, place, next),
    place: next() < 0.6 ? one.place : null,
    topics: one.topics.slice(0, 1 + Math.floor(next() * 2)),
    according: [],
    evidence: { start, end },
    spans: { trigger: [start, start + 2] },
    lines: [place + 1, place + 1],
    core: place < 2,
    confidence: 0.8,
    why: 'en/made-up#x',
    cameo: '040',
    goldstein: 1,
  };
}

/** News gives its day; background gives a day, a month, a year, or none. */
function whenOf({ day }: Happening, place: number, next: () => number): Act['when'] {
  const kind = next() * (place < 2 ? 0.85 : 1.3);
  const date = iso(day);
  if (kind < 0.75) return { earliest: date, latest: date, basis: 'stated', why: 'made up' };
  if (kind < 0.9)
    return { earliest: `${date.slice(0, 7)}-01`, latest: `${date.slice(0, 7)}-28`, basis: 'stated', why: 'made up' };
  if (kind < 1)
    return {
      earliest: `${date.slice(0, 4)}-01-01`,
      latest: `${date.slice(0, 4)}-12-31`,
      basis: 'stated',
      why: 'made up',
    };
  return null;
}

function statementOf(one: Happening, place: number, start: number, end: number): Statement {
  return {
    id: `s${place}`,
    speaker: {
      name: OFFICES[one.from] as string,
      id: OFFICES[one.from] as string,
      actor: CODES[one.from] as string,
      kind: 'office',
    },
    direct: false,
    quote: null,
    verb: 'say',
    start,
    end,
    lines: [place + 1, place + 1],
    via: [],
    topics: one.topics,
    acts: [`a${place}`],
  };
}

const DATES = Array.from({ length: YEAR + 30 }, (_, day) =>
  new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10),
);

function iso(day: number): string {
  return DATES[day - FIRST_DAY] as string;
}
