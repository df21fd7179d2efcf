import { DataError } from '../../world/table.ts';

/** A value of a query result: text, and the language it is in where the service says. */
export interface Value {
  readonly text: string;
  readonly language: string | null;
}

/** One row of a query result: values by the name of the variable, in small letters. */
export type Binding = ReadonlyMap<string, Value>;

type Json = Readonly<Record<string, unknown>>;

/**
 * The rows of a SPARQL result as the Wikidata service returns it: `application/sparql-results+json`, or the plain list of objects
 * that its page offers for download.
 * @throws DataError that says what the file is instead
 */
export function bindingsOf(file: string, text: string): Binding[] {
  const parsed = parse(file, text);
  if (Array.isArray(parsed)) return parsed.map((row) => plainBinding(file, row));
  const { head, results } = (parsed ?? {}) as { head?: Json; results?: Json };
  const rows = results?.['bindings'];
  if (!head || !Array.isArray(rows))
    throw new DataError(
      file,
      1,
      'is JSON, but no query result: save the answer of the query as JSON (it has "head" and "results" with "bindings")',
    );
  return rows.map((row) => binding(file, row));
}

function parse(file: string, text: string): unknown {
  const body = text.replace(/^\ufeff/, '').trim();
  if (body === '') throw new DataError(file, 1, 'is empty: save the answer of the query again');
  try {
    return JSON.parse(body);
  } catch (error) {
    if (body.startsWith('<'))
      throw new DataError(
        file,
        1,
        'is a page, not JSON: the service may have answered with an error; run the query again',
      );
    if (/TimeoutException|QueryTimeout/.test(body))
      throw new DataError(file, 1, 'is cut off: the query took too long; ask for less, and run it again');
    const what = body.startsWith('{') || body.startsWith('[') ? 'is JSON that is cut off or damaged' : 'is no JSON';
    throw new DataError(file, 1, `${what}: save the answer of the query as JSON`, { cause: error });
  }
}

function binding(file: string, row: unknown): Binding {
  if (typeof row !== 'object' || row === null) throw new DataError(file, 1, 'has a row that is no object');
  const values = Object.entries(row as Json).flatMap(([name, value]): [string, Value][] => {
    const { type, value: text, 'xml:lang': language } = (value ?? {}) as Record<string, string | undefined>;
    // A value that is known to be there but not what it is.
    if (typeof text !== 'string' || type === 'bnode' || text.includes('/.well-known/genid/')) return [];
    return [[name.toLowerCase(), { text: text.trim(), language: language ?? null }]];
  });
  return new Map(values);
}

function plainBinding(file: string, row: unknown): Binding {
  if (typeof row !== 'object' || row === null) throw new DataError(file, 1, 'has a row that is no object');
  const values = Object.entries(row as Json).flatMap(([name, text]): [string, Value][] =>
    typeof text === 'string' && !text.includes('/.well-known/genid/')
      ? [[name.toLowerCase(), { text: text.trim(), language: null }]]
      : [],
  );
  return new Map(values);
}
