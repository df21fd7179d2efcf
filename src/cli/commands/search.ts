import type { Snippet } from '../../store/searchText.ts';
import type { Hit } from '../../store/store.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { eventLine } from '../print/eventLine.ts';
import { withRecord } from '../record.ts';
import { UsageError } from '../status.ts';

/** `readout search QUERY`: full text over reports, statements and events. */
export const addSearch: AddCommand = (program, output) => {
  const made = command(program, 'search', 'search reports, statements and events, with or without diacritics', [
    ['readout search tho nhi ky', 'finds Thổ Nhĩ Kỳ'],
    ['readout search \'"black sea" grain\'', 'a phrase and a word'],
    ['readout search actor:TUR type:CONSULT gas', 'fields choose events: actor, type, mode, status, topic, outlet …'],
    ['readout search kind:report lang:vi nga', 'only reports, only in Vietnamese'],
  ]);
  withJson(withDatabase(made.argument('<query...>', 'words; a phrase stands in quotation marks')));
  made.option('--limit <n>', 'how many results at most', '20');
  made.action(async (words: string[], flags: { db: string; json?: boolean; limit: string }) => {
    const limit = Number(flags.limit);
    if (!(Number.isInteger(limit) && limit > 0))
      throw new UsageError(`--limit ${flags.limit}: give a whole number from 1`);
    await withRecord(flags.db, async (store) => {
      const hits = store.search(words.join(' '), limit);
      if (hits.length === 0) output.note('nothing in this record fits this search');
      for (const hit of hits)
        for (const line of flags.json ? [JSON.stringify(hit)] : hitLines(hit, output.strong)) await output.line(line);
    });
  });
};

function hitLines(hit: Hit, strong: (text: string) => string): string[] {
  const snippet = hit.snippet ? [`    ${highlighted(hit.snippet, strong)}`] : [];
  if (hit.kind === 'event') return [`event   ${eventLine(hit.event)}`, ...snippet];
  return [
    `report  ${hit.report}  ${hit.language}  ${hit.title ?? '(no title)'}`,
    ...snippet,
    ...hit.statements.map((found) => `    ${found.speaker}: ${highlighted(found.snippet, strong)}`),
  ];
}

/** The found words stand in square brackets where a terminal cannot make them bold. */
function highlighted({ text, found }: Snippet, strong: (text: string) => string): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of found) {
    const word = text.slice(start, end);
    const bold = strong(word);
    shown += text.slice(at, start) + (bold === word ? `[${word}]` : bold);
    at = end;
  }
  return shown + text.slice(at);
}
