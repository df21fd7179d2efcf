import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { eventLine } from '../print/eventLine.ts';
import { withRecord } from '../record.ts';

/** `readout relation A B`: two actors over time. */
export const addRelation: AddCommand = (program, output) => {
  const made = command(program, 'relation', 'show two actors over time', [
    ['readout relation TUR RUS', 'their events, year by year'],
    ['readout relation TUR RUS --json', 'the same as one JSON object'],
  ]);
  withJson(
    withDatabase(made.argument('<a>', 'an actor code').argument('<b>', 'another actor code')),
    'one JSON object',
  );
  made.action(async (a: string, b: string, flags: { db: string; json?: boolean }) => {
    const { relationOf } = await import('../../resolve/relation.ts');
    await withRecord(flags.db, async (store) => {
      const relation = relationOf(a, b, store.events({ between: [a, b] }));
      if (flags.json) return output.line(JSON.stringify(relation));
      for (const { year, events, types } of relation.years) {
        const counts = Object.entries(types).map(([type, count]) => `${count} ${type}`);
        await output.line(output.strong(`${year ?? 'undated'}  ${counts.join(', ')}`));
        for (const event of events) await output.line(`  ${eventLine(event)}`);
      }
      if (relation.years.length === 0) await output.line(`no events between ${a} and ${b} in this record`);
    });
  });
};
