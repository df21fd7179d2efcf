import { join } from 'node:path';
import type { PageRow } from './page-rows.ts';
import { readTable } from './table.ts';

/** The words with which pages print dates, of all languages together. */
export interface DateWords {
  /** Month names and abbreviations, lower case, one word each → 1…12. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  /** Zone names, lower case → `+07:00`. */
  readonly zones: ReadonlyMap<string, string>;
  /** Words that may stand beside a date without making its line a sentence. */
  readonly fillers: ReadonlySet<string>;
  /** Whether a language, or the sites of a country (`.uk`), write `3/1` for 3 January (`day`) or 1 March (`month`). */
  readonly order: ReadonlyMap<string, string>;
}

/** The kinds of rows that say something of dates. */
const DATED = new Set(['month', 'weekday', 'zone', 'filler', 'order', 'published', 'updated']);

/** Compiles the date words of `page.tsv`. */
export function loadDateWords(folder: string, rows: readonly PageRow[]): DateWords {
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const zones = new Map<string, string>();
  const fillers = new Set<string>();
  const order = new Map<string, string>();
  for (const { language, kind, match, forms } of rows) {
    if (!DATED.has(kind)) continue;
    for (const form of forms.map((written) => written.toLowerCase())) {
      if (kind === 'month') addMonth(months, form, Number(match));
      else if (kind === 'weekday') addWords(weekdays, form);
      else if (kind === 'zone') zones.set(form, match);
      else if (kind === 'filler') fillers.add(form);
      else if (kind === 'order') order.set(form.startsWith('.') ? form : language, match);
      else addWords(fillers, form);
    }
  }
  addOtherMonths(folder, months, fillers);
  return { months, weekdays, zones, fillers, order };
}

/** Pages in languages that are not coded print dates too. */
function addOtherMonths(folder: string, months: Map<string, number>, fillers: Set<string>): void {
  for (const { cells } of readTable(join(folder, 'other-months.tsv'), { optional: true }).rows) {
    (cells.months ?? '').split(/\s+/).forEach((name, index) => {
      if (name !== '') addMonth(months, name, index + 1);
    });
    addWords(fillers, cells.fillers ?? '');
  }
}

/** Two-word month names ("tháng ba", "1月") are read by number; only names of one word are looked up. */
function addMonth(months: Map<string, number>, form: string, month: number): void {
  if (!/[\s\d]/.test(form) && !months.has(form)) months.set(form, month);
}

function addWords(words: Set<string>, form: string): void {
  for (const word of form.split(/[\s:：]+/)) if (word !== '') words.add(word);
}
