import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Act, ActPerson, ActPlace, Block, Coded, Credit, Speaker, Statement } from '../src/model/index.ts';

/** An act as a test writes it: `CONSULT TUR>RUS`, and what differs from the usual. */
export interface MadeAct {
  act: string;
  /** The sentence that tells of it; made up from the act when left out. */
  text?: string;
  mode?: Act['mode'];
  status?: Act['status'];
  /** A day, or two days with `..` between. */
  when?: string;
  /** The day is only that of the news: no words of the sentence give it. */
  dayOfNews?: boolean;
  people?: string[];
  place?: string;
  topics?: string[];
  background?: boolean;
  /** Figures in its sentence: `20 ships`. */
  figures?: string[];
  block?: Block['kind'];
}

/** A statement as a test writes it: it gets a block of its own. */
export interface MadeStatement {
  says: string;
  actor: string | null;
  text: string;
  topics?: string[];
  via?: string[];
  /** Reported speech in place of a quotation. */
  reported?: boolean;
  block?: Block['kind'];
}

const anyParty = fc.constantFrom('SWE', 'KEN', 'UGA');

/** Any act of few actors and types, as a test writes it: the same ones meet often. */
export const anyDeed: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('CONSULT', 'ACCUSE'), anyParty, anyParty)
  .filter(([, a, b]) => a !== b)
  .map(([type, a, b]) => `${type} ${a}>${b}`);

export interface MadeReport {
  path: string;
  language?: string;
  published?: string;
  title?: string | null;
  /** Acts and statements in the order of the text. */
  tells: (MadeAct | MadeStatement)[];
  figures?: number[];
  credits?: [outlet: string, role: Credit['role']][];
}

/** A coded report for tests of the rooms after coding. */
export function made(report: MadeReport): Coded {
  const language = report.language ?? 'en';
  const coded: Coded = {
    report: { id: '', path: report.path, url: null, bytes: 0 },
    article: {
      language,
      text: '',
      title: report.title === undefined ? `About ${report.path}` : report.title,
      outlet: null,
      authors: [],
      published: report.published
        ? { earliest: report.published, latest: report.published, basis: 'stated', time: null, why: 'printed' }
        : null,
      url: null,
      blocks: [],
      credits: (report.credits ?? []).map(([outlet, role]) => ({
        outlet,
        id: outlet.toLowerCase(),
        role,
        start: 0,
        end: 0,
      })),
      warnings: [],
    },
    acts: [],
    statements: [],
    quantities: [],
    tracks: [],
    stages: [],
  };
  for (const told of report.tells) tell(coded, told);
  for (const value of report.figures ?? [])
    coded.quantities.push({ value, approximate: false, unit: 'companies', start: 0, end: 0 });
  coded.report.bytes = Buffer.byteLength(coded.article.text);
  coded.report.id = createHash('sha256').update(`${report.path}\n${coded.article.text}`).digest('hex').slice(0, 16);
  return coded;
}

function tell(coded: Coded, told: MadeAct | MadeStatement): void {
  const text =
    'act' in told ? (told.text ?? `${told.act} ${told.when ?? ''} ${told.people?.join(', ') ?? ''}.`) : told.text;
  const start = coded.article.text.length;
  const end = start + text.length;
  const line = coded.article.blocks.length + 1;
  coded.article.text += `${text}\n`;
  coded.article.blocks.push({ kind: told.block ?? 'paragraph', start, end, lines: [line, line] });
  if ('act' in told) for (const figure of told.figures ?? []) coded.quantities.push(madeFigure(figure, start, end));
  if ('act' in told) coded.acts.push(madeAct(told, `a${coded.acts.length + 1}`, start, end, line));
  else coded.statements.push(madeStatement(told, `s${coded.statements.length + 1}`, start, end, line));
}

function madeFigure(figure: string, start: number, end: number): Coded['quantities'][number] {
  const [value, unit] = figure.split(' ') as [string, string];
  return { value: Number(value), approximate: false, unit, start, end };
}

function madeAct(told: MadeAct, id: string, start: number, end: number, line: number): Act {
  const [type, sides] = told.act.split(' ') as [Act['type'], string];
  const [from, to] = sides.split('>').map((side) => side.split('+').filter((code) => code !== '')) as [
    string[],
    string[],
  ];
  const [earliest, latest] = (told.when ?? '').split('..');
  return {
    id,
    type,
    mode: told.mode ?? null,
    subtype: null,
    status: told.status ?? 'happened',
    from,
    to,
    people: (told.people ?? []).map(
      (name, index): ActPerson => ({ id: slug(name), name, post: null, side: index === 0 ? 'from' : 'to' }),
    ),
    when: told.when
      ? {
          earliest: earliest || null,
          latest: (latest ?? earliest) || null,
          basis: told.dayOfNews ? 'inferred' : 'stated',
          why: 'said so',
        }
      : null,
    place: told.place ? ({ id: slug(told.place), name: told.place, country: null } satisfies ActPlace) : null,
    topics: told.topics ?? [],
    according: [],
    evidence: { start, end },
    spans: { trigger: [start, start + 4] },
    lines: [line, line],
    core: !told.background,
    confidence: 0.9,
    why: 'en/test#made',
    cameo: '040',
    goldstein: 1,
  };
}

function madeStatement(told: MadeStatement, id: string, start: number, end: number, line: number): Statement {
  const kind: Speaker['kind'] = told.actor ? 'office' : 'outlet';
  return {
    id,
    speaker: { name: told.says, id: slug(told.says), actor: told.actor, kind },
    direct: !told.reported,
    quote: told.reported ? null : told.text,
    verb: 'say',
    start,
    end,
    lines: [line, line],
    via: told.via ?? [],
    topics: told.topics ?? [],
    acts: [],
  };
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
