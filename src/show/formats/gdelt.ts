import { type Actor, type ActorOf, actorsOf } from './actors.ts';
import { fips, kindCodes } from './codes.ts';
import { type Dyad, dyadsOf, tabLine } from './dyads.ts';
import type { Format } from './format.ts';
import { webAddress } from './links.ts';

type Value = string | number | null;
type GdeltColumn = readonly [name: string, value: (dyad: Dyad) => Value];

const nothing = (): null => null;

/** The ten columns of an actor. */
function actorColumns(prefix: 'Actor1' | 'Actor2', code: (dyad: Dyad) => string | null): GdeltColumn[] {
  const of = (value: (actor: Actor) => Value) => (dyad: Dyad) => {
    const actor = code(dyad);
    return actor === null ? null : value(dyad.actor(actor));
  };
  const country = (actor: Actor): string => (actor.kind === 'state' ? actor.code : '');
  const role = (actor: Actor): string => kindCodes(actor.kind).gdelt;
  return [
    [`${prefix}Code`, of((actor) => country(actor) + role(actor))],
    [`${prefix}Name`, of((actor) => actor.name.toUpperCase())],
    [`${prefix}CountryCode`, of(country)],
    [`${prefix}KnownGroupCode`, nothing],
    [`${prefix}EthnicCode`, nothing],
    [`${prefix}Religion1Code`, nothing],
    [`${prefix}Religion2Code`, nothing],
    [`${prefix}Type1Code`, of(role)],
    [`${prefix}Type2Code`, nothing],
    [`${prefix}Type3Code`, nothing],
  ];
}

/** The eight columns of a place; only that of the action is known. */
function placeColumns(prefix: 'Actor1Geo' | 'Actor2Geo' | 'ActionGeo'): GdeltColumn[] {
  const place = (value: (place: { name: string; country: string | null }, actor: ActorOf) => Value) => (dyad: Dyad) =>
    prefix === 'ActionGeo' && dyad.event.place ? value(dyad.event.place, dyad.actor) : null;
  const country = (code: string | null): string => (code && fips(code)) ?? '';
  return [
    [`${prefix}_Type`, (dyad) => (prefix === 'ActionGeo' && dyad.event.place ? WORLD_CITY : UNKNOWN_PLACE)],
    [`${prefix}_FullName`, place(({ name, country: code }, actor) => (code ? `${name}, ${actor(code).name}` : name))],
    [`${prefix}_CountryCode`, place(({ country: code }) => country(code))],
    [`${prefix}_ADM1Code`, place(({ country: code }) => country(code))],
    [`${prefix}_ADM2Code`, nothing],
    [`${prefix}_Lat`, nothing],
    [`${prefix}_Long`, nothing],
    [`${prefix}_FeatureID`, nothing],
  ];
}

const UNKNOWN_PLACE = 0;
const WORLD_CITY = 4;

/** The 61 columns of the GDELT 2.0 event table, in their order. */
export const GDELT_COLUMNS: readonly GdeltColumn[] = [
  ['GLOBALEVENTID', ({ number }) => number],
  ['SQLDATE', ({ day }) => day.replaceAll('-', '')],
  ['MonthYear', ({ day }) => day.slice(0, 7).replace('-', '')],
  ['Year', ({ day }) => day.slice(0, 4)],
  ['FractionDate', ({ day }) => fractionOf(day)],
  ...actorColumns('Actor1', ({ source }) => source),
  ...actorColumns('Actor2', ({ target }) => target),
  ['IsRootEvent', ({ event }) => Number(event.core)],
  ['EventCode', ({ act }) => act.cameo],
  ['EventBaseCode', ({ act }) => act.cameo.slice(0, 3)],
  ['EventRootCode', ({ act }) => act.cameo.slice(0, 2)],
  ['QuadClass', ({ act }) => quadClass(Number(act.cameo.slice(0, 2)))],
  ['GoldsteinScale', ({ act }) => act.goldstein],
  ['NumMentions', ({ event }) => event.acts.length],
  ['NumSources', ({ event }) => event.origins],
  ['NumArticles', ({ event }) => event.reports.length],
  ['AvgTone', nothing],
  ...placeColumns('Actor1Geo'),
  ...placeColumns('Actor2Geo'),
  ...placeColumns('ActionGeo'),
  ['DATEADDED', ({ newest }) => newest.replace(/\D/g, '')],
  ['SOURCEURL', ({ report: { report, article } }) => webAddress(report.url ?? article.url) ?? report.path],
];

/** Tab-separated without a header, as GDELT ships it, one row a dyad. */
export const gdelt: Format = {
  name: 'gdelt',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  about: 'the 61 columns of GDELT 2.0 events without a header, one row a dyad; what happened only',
  statuses: ['happened'],
  async *write(events, { store }) {
    const actor = actorsOf(store);
    for (const event of events)
      for (const dyad of dyadsOf(event, store.reportsOf(event), actor))
        yield tabLine(GDELT_COLUMNS.map(([, value]) => value(dyad)));
  },
};

/** Verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4. */
function quadClass(root: number): number {
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}

/** The year and the share of it that is over, as the codebook works it out: months of thirty days. */
function fractionOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return (year + (month * 30 + date) / 365).toFixed(4);
}
