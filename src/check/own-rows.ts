import { scriptOf } from '../world/identify.ts';
import { LANGUAGE_COLUMNS } from '../world/knowledge.ts';
import type { Row, Table } from '../world/table.ts';
import type { Problem } from './problem.ts';
import { nearest, type TableForm } from './table-forms.ts';

/** What a table can be checked against. */
export interface Beside {
  /** The columns of the built-in table of that name. */
  readonly columns: readonly string[];
  /** Values that the built-in table has in the column that says the kind. */
  readonly kinds: ReadonlySet<string>;
}

/** What is wrong in the header and the cells of a user's own table, by itself. */
export function checkOwnTable(table: Table, form: TableForm, beside: Beside): Problem[] {
  const header = checkHeader(table, form, beside.columns);
  if (header.length > 0) return header;
  const empty: Problem[] =
    table.rows.length === 0
      ? [{ file: table.file, line: 0, message: 'has a header and no rows: nothing is added' }]
      : [];
  return [...empty, ...repeatedIds([table]), ...table.rows.flatMap((row) => checkRow(table, row, form, beside))];
}

function checkHeader({ file, columns }: Table, form: TableForm, known: readonly string[]): Problem[] {
  const say = (message: string): Problem => ({ file, line: 0, message });
  if (!columns.some((column) => known.includes(column)))
    return [say(`the first line must name the columns, parted by tabs: ${known.join(', ')}`)];
  const unknown = columns.filter((column) => column !== '' && !known.includes(column));
  const missing = form.filled.filter((column) => !columns.includes(column));
  return [
    ...unknown.map((column) => {
      const near = nearest(column, known);
      return say(
        `there is no column "${column}"${near ? `: did you mean ${near}?` : ` (there are ${known.join(', ')})`}`,
      );
    }),
    ...missing.map((column) => say(`the column "${column}" is missing: name it in the first line`)),
    ...columns
      .filter((column, at) => column !== '' && columns.indexOf(column) !== at)
      .map((column) => say(`the column "${column}" is named twice`)),
  ];
}

/** Ids that stand on several lines of some tables: of rows with one id only the last would count. */
export function repeatedIds(tables: readonly Table[]): Problem[] {
  const seen = new Map<string, { file: string; line: number }>();
  return tables.flatMap(({ file, rows }) =>
    rows.flatMap(({ line, cells }) => {
      const id = cells['id'] ?? '';
      const first = seen.get(id);
      if (id === '') return [];
      if (!first) seen.set(id, { file, line });
      return first
        ? [
            {
              file,
              line,
              message: `the id "${id}" is already on line ${first.line}${first.file === file ? '' : ` of ${first.file}`}`,
            },
          ]
        : [];
    }),
  );
}

function checkRow(table: Table, row: Row, form: TableForm, { kinds }: Beside): Problem[] {
  const say = (message: string): Problem => ({ file: table.file, line: row.line, message });
  const run = together(table, row);
  if (run) return [say(run)];
  const kind = form.kind ? (row.cells[form.kind] ?? '') : '';
  return [
    ...form.filled
      .filter((column) => (row.cells[column] ?? '') === '')
      .map((column) => say(`the cell "${column}" is empty`)),
    ...(kind !== '' && !kinds.has(kind)
      ? [say(`there is no ${form.kind} "${kind}": use one of ${[...kinds].sort().join(', ')}`)]
      : []),
    ...LANGUAGE_COLUMNS.flatMap((language) => wrongScript(row.cells[language] ?? '', language).map(say)),
    ...decomposed(row.cells).map(say),
  ];
}

/** What is said of a row whose names are not composed (Unicode NFC), a sentence for each language. */
export function decomposed(cells: Row['cells']): string[] {
  return LANGUAGE_COLUMNS.filter((language) => cells[language] !== cells[language]?.normalize('NFC')).map(
    (language) => `the ${language} names are not NFC`,
  );
}

/** A row that was typed with something else than tabs: all of it is in the first cell. */
function together({ columns }: Table, { cells }: Row): string | null {
  const [first = ''] = columns;
  const lonely = columns.length > 1 && columns.every((column) => column === first || (cells[column] ?? '') === '');
  if (!lonely) return null;
  const text = cells[first] ?? '';
  if (/ {2,}/.test(text)) return 'the cells are parted by spaces: part them by one tab each';
  return /[,;|]/.test(text) ? 'the cells are parted by other marks than tabs: part them by one tab each' : null;
}

const WRITTEN: Readonly<Record<string, { script: string; called: string }>> = {
  en: { script: 'latin', called: 'Latin letters' },
  vi: { script: 'latin', called: 'Latin letters' },
  tr: { script: 'latin', called: 'Latin letters' },
  ru: { script: 'cyrillic', called: 'Cyrillic letters' },
  zh: { script: 'han', called: 'Chinese characters' },
};

/** Names in another language's letters: cells that have slipped a column. Latin names stand in any language. */
function wrongScript(cell: string, language: string): string[] {
  const script = scriptOf(cell);
  const expected = WRITTEN[language];
  if (!expected || script === 'none' || script === expected.script || script === 'latin') return [];
  return [`the ${language} names are not in ${expected.called}: has a tab too many or too few shifted the cells?`];
}
