import type { Relation } from '../../model/index.ts';
import type { Store } from '../../store/store.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { day } from '../eventFilter.ts';
import { relationPage } from '../print/relationPage.ts';
import { withRecord } from '../record.ts';

interface RelationFlags {
  db: string;
  json?: boolean;
  since?: string;
  until?: string;
  plot?: string;
}

/** `readout relation A B`: two actors over time. */
export const addRelation: AddCommand = (program, output) => {
  const made = command(program, 'relation', 'show two actors over time: scores by quarter, topics, tracks, events', [
    ['readout relation TUR RUS', 'their dealings, quarter by quarter'],
    ['readout relation "Thổ Nhĩ Kỳ" Nga --since 2022', 'by name in any language, since a day, month or year'],
    ['readout relation TUR RUS --json', 'the same as one JSON object'],
    ['readout relation TUR RUS --plot turkiye-russia.svg', 'a picture of it as well'],
  ]);
  withJson(
    withDatabase(made.argument('<a>', 'an actor: its code or a name').argument('<b>', 'another actor')),
    'one JSON object',
  )
    .option('--since <day>', 'not before this day: 2024, 2024-11 or 2024-11-24')
    .option('--until <day>', 'not after this day')
    .option('--plot <file>', 'draw the quarters into this SVG file');
  made.action(async (a: string, b: string, flags: RelationFlags) => {
    const filter = { since: day('--since', flags.since, 'first'), until: day('--until', flags.until, 'last') };
    await withRecord(flags.db, async (store) => {
      const relation = store.relation(a, b, filter);
      if (flags.plot) await drawRelation(flags.plot, relation, store);
      if (flags.json) return output.line(JSON.stringify(relation));
      for (const line of relationPage(relation, output.strong)) await output.line(line);
    });
  });
};

async function drawRelation(file: string, relation: Relation, store: Store): Promise<void> {
  const [{ relationPlot }, { actorsOf }, { writePlot }] = await Promise.all([
    import('../../show/plots/relationPlot.ts'),
    import('../../show/formats/actors.ts'),
    import('../plotFile.ts'),
  ]);
  const actor = actorsOf(store);
  const names = { a: actor(relation.a).name, b: actor(relation.b).name };
  await writePlot(file, relationPlot(relation, { names }));
}
