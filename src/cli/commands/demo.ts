import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Coded, ReadoutEvent } from '../../model/index.ts';
import type { Store } from '../../store/store.ts';
import { type AddCommand, command } from '../command.ts';
import { openInput } from '../input.ts';
import type { Output } from '../output.ts';
import { eventLine } from '../print/eventLine.ts';

/** The record that the demo makes anew at every run; no name that a user's own record would have. */
const DEMO_RECORD = 'readout-demo.db';

/** `readout demo`, what `npm start` runs: the main job on the bundled examples. */
export const addDemo: AddCommand = (program, output) => {
  const made = command(program, 'demo', 'code and keep the bundled examples, and show what was found', [
    ['readout demo', `makes ${DEMO_RECORD} anew from the bundled examples`],
  ]);
  made.action(async () => {
    const { openStore } = await import('../../store/store.ts');
    for (const ending of ['', '-wal', '-shm']) rmSync(DEMO_RECORD + ending, { force: true });
    const store = openStore(DEMO_RECORD);
    try {
      await keepExamples(store, output);
      await show(store, output);
    } finally {
      store.close();
    }
    if (isWatched()) await serveDemo(output);
  });
};

/** Whether a person sits at the terminal: then the pages are worth serving. Anything else waits for the end. */
function isWatched(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY && !process.env.CI);
}

async function serveDemo(output: Output): Promise<void> {
  const { PORT, serveRecord } = await import('./serve.ts');
  await output.line('');
  await serveRecord(DEMO_RECORD, { host: '127.0.0.1', port: PORT, orFree: true }, output);
}

async function keepExamples(store: Store, output: Output): Promise<void> {
  const folder = relative('.', fileURLToPath(new URL('../../../examples', import.meta.url)));
  const { codeLines } = await import('../pool.ts');
  const coded: Coded[] = [];
  output.progress(`coding ${folder}`);
  for await (const line of codeLines(await openInput([folder]), 1, {})) coded.push(JSON.parse(line) as Coded);
  store.keep(coded);
  store.resolve();
  output.progress('');
  const { reports, acts, statements, events } = store.counts();
  await output.line(
    `${folder}: ${reports} reports, ${acts} acts, ${statements} statements, ${events} events, kept in ${DEMO_RECORD}`,
  );
}

async function show(store: Store, output: Output): Promise<void> {
  const events = [...store.events({})];
  const shared = events.filter(({ reports }) => reports.length > 1);
  await output.line('');
  await output.line(output.strong(`Events that more than one report tells of (${shared.length} of ${events.length})`));
  for (const event of shared) await output.line(eventLine(event));
  const chosen = mostTold(shared);
  if (chosen) {
    await output.line('');
    await showEvent(store, chosen, output);
  }
  for (const line of nextLines(chosen ?? events[0])) await output.line(line);
}

async function showEvent(store: Store, event: ReadoutEvent, output: Output): Promise<void> {
  const [{ eventPage }, { onlyIn }] = await Promise.all([
    import('../print/eventPage.ts'),
    import('../../resolve/onlyIn.ts'),
  ]);
  const reports = store.reportsOf(event);
  const page = { event, reports, stories: store.storiesOf(event), onlyIn: onlyIn(reports, store.eventOfAct) };
  for (const line of eventPage(page, output.columns, output.strong)) await output.line(line);
}

/** The event that shows best what a record holds: talks, of which two sides speak, in two languages and many reports. */
function mostTold(events: readonly ReadoutEvent[]): ReadoutEvent | undefined {
  const [best] = [...events].sort((a, b) => {
    const [of, than] = [merits(a), merits(b)];
    const differs = of.findIndex((merit, index) => merit !== than[index]);
    return differs < 0 ? 0 : (than[differs] as number) - (of[differs] as number);
  });
  return best;
}

function merits({ type, readouts, from, to, languages, reports, origins }: ReadoutEvent): number[] {
  const own = readouts.filter(({ side }) => side !== null && (from.includes(side) || to.includes(side)));
  const told = own.reduce((sum, readout) => sum + readout.statements.length + readout.topics.length, 0);
  return [
    Number(type === 'CONSULT'),
    Math.min(own.length, 2),
    Math.min(languages.length, 2),
    reports.length,
    origins,
    told,
  ];
}

function nextLines(event: ReadoutEvent | undefined): string[] {
  return [
    '',
    `next: npx readout why ${event?.id.slice(0, 9) ?? 'ID'} --db ${DEMO_RECORD}    the words and rules behind it`,
    `next: npx readout search tho nhi ky --db ${DEMO_RECORD}   finds Thổ Nhĩ Kỳ`,
    'next: npx readout ingest YOUR-FOLDER && npx readout events    your own pages',
  ];
}
