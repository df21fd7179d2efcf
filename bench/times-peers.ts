import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What another reader of times makes of a text. */
export interface TimePeer {
  /** Finds the times of a text and does nothing with them. */
  find(text: string): void;
  /** The first time of a text as `earliest..latest`; `none` when it finds none. */
  read(text: string, reference: string): string;
}

interface Components {
  isCertain(component: string): boolean;
  get(component: string): number | null;
}
interface Result {
  start: Components;
  end: Components | null;
}
interface Chrono {
  parse(text: string, reference?: object, options?: object): Result[];
}

/** The locales of chrono-node by our languages; it has none for Turkish. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en', vi: 'vi', ru: 'ru', zh: 'zh' };

/** chrono-node, installed in a folder (`npm i chrono-node`), for a language; null where it has no locale. */
export async function loadChrono(folder: string, language: string): Promise<TimePeer | null> {
  const locale = LOCALES[language];
  if (!locale) return null;
  const from = createRequire(join(resolve(folder), 'package.json'));
  const loaded = (await import(pathToFileURL(from.resolve(`chrono-node/${locale}`)).href)) as Record<string, unknown>;
  const module = (loaded['casual'] ? loaded : loaded['default']) as Record<string, unknown>;
  const chrono = ((module['hans'] as Record<string, unknown> | undefined)?.['casual'] ?? module['casual']) as Chrono;
  return {
    find: (text) => void chrono.parse(text),
    read(text, reference) {
      const [first] = chrono.parse(text, { instant: new Date(`${reference}T12:00:00Z`), timezone: 'UTC' });
      return first ? `${firstDay(first.start)}..${lastDay(first.end ?? first.start)}` : 'none';
    },
  };
}

/** A month or a year where it is sure of no more. */
function firstDay(components: Components): string {
  const [year, month, day] = parts(components);
  if (isSureOf(components, 'day')) return iso(year, month, day);
  return isSureOf(components, 'month') ? iso(year, month, 1) : iso(year, 1, 1);
}

function lastDay(components: Components): string {
  const [year, month, day] = parts(components);
  if (isSureOf(components, 'day')) return iso(year, month, day);
  return isSureOf(components, 'month') ? iso(year, month + 1, 0) : iso(year, 12, 31);
}

function isSureOf(components: Components, what: 'day' | 'month'): boolean {
  if (components.isCertain('day') || components.isCertain('weekday')) return true;
  // "Yesterday" is certain of nothing but its day; a bare year is certain of nothing but itself.
  if (what === 'month') return components.isCertain('month');
  return !components.isCertain('month') && !components.isCertain('year');
}

function parts(components: Components): [number, number, number] {
  return ['year', 'month', 'day'].map((name) => components.get(name) ?? 1) as [number, number, number];
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
