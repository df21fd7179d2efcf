import type { Coded, ReadoutEvent } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { type FormatContext, formatOf, takenBy } from '../src/show/formats/index.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { made } from './resolve-reports.ts';
import { testWorld } from './world-of-tests.ts';

/** Reports whose texts break careless writers: quotes, tags, line ends, formulas, signs beyond the BMP, half signs. */
export const hostile: Coded[] = [
  made({
    path: 'https://news.example/a?x=1&y=<2>',
    published: '2024-05-10',
    title: 'He said "no", then <left> & 𝒲𝓮𝓃𝓽\u0007',
    tells: [
      {
        act: 'CONSULT SWE>KEN',
        mode: 'phone',
        when: '2024-05-09',
        people: ['=cmd("x")', 'Pia, "the" Berg;\r\nII'],
        place: 'Nairobi, "CBD"',
        text: '😀 Nur Alam telephoned Pia Berg about coffee, tea; and milk.',
      },
      {
        says: 'The "Ministry" <of> Tea',
        actor: 'SWE',
        text: 'Tea & coffee\r\nare 𝒲𝓮𝓁𝓵; half \ud800 sign. END:VCALENDAR',
      },
    ],
  }),
  made({
    path: '-1+1.txt',
    published: '2024-05-11',
    tells: [{ act: 'THREATEN KEN>SWE', status: 'planned', when: '2024-06-01..2024-06-30' }],
  }),
  made({
    path: 'denied.txt',
    tells: [{ act: 'AID SWE>KEN', status: 'denied', when: '2024-05-01' }, { act: 'PROTEST KEN>' }],
  }),
  made({ path: 'maybe.txt', tells: [{ act: 'SANCTION KEN+SWE>UGA', status: 'hypothetical', when: '2024-05-01..' }] }),
];

let examples: Coded[] | null = null;

/** The bundled examples, coded once a test file. */
export async function codedExamples(): Promise<Coded[]> {
  if (examples) return examples;
  const coded: Coded[] = [];
  for await (const raw of openReports(['examples'], {})) {
    const line = 'error' in raw ? raw : codeReport(testWorld(), raw);
    if (!('error' in line)) coded.push(line);
  }
  examples = coded;
  return coded;
}

/** A record in memory. */
export function recordOf(reports: readonly Coded[]): Store {
  const store = openStore(':memory:', { now: () => '2024-06-15T12:00:00.000Z' });
  store.keep(reports);
  store.resolve();
  return store;
}

/** What a format writes of all events of a record, as bytes. */
export async function written(name: string, store: Store, options: Partial<FormatContext> = {}): Promise<Buffer> {
  const format = formatOf(name);
  if (!format) throw new Error(`there is no format ${name}`);
  const context: FormatContext = { store, base: '', title: 'A; title, "so"', query: '', ...options };
  const parts: Buffer[] = [];
  for await (const part of format.write(takenBy(format, store.events()), context)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export const eventsOf = (store: Store): ReadoutEvent[] => [...store.events()];
