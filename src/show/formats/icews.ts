import { type ActorOf, actorsOf } from './actors.ts';
import { cameoName, kindCodes } from './codes.ts';
import { type Dyad, dyadsOf, tabLine, wholeNumber } from './dyads.ts';
import type { Format } from './format.ts';

type IcewsColumn = readonly [name: string, value: (dyad: Dyad) => string | number | null];

/** The columns of ICEWS coded event data, in their order. */
export const ICEWS_COLUMNS: readonly IcewsColumn[] = [
  ['Event ID', ({ number }) => number],
  ['Event Date', ({ day }) => day],
  ['Source Name', ({ source, actor }) => actor(source).name],
  ['Source Sectors', ({ source, actor }) => kindCodes(actor(source).kind).icews],
  ['Source Country', ({ source, actor }) => countryName(source, actor)],
  ['Event Text', ({ act }) => cameoName(act.cameo)],
  ['CAMEO Code', ({ act }) => act.cameo],
  ['Intensity', ({ act }) => act.goldstein],
  ['Target Name', ({ target, actor }) => target && actor(target).name],
  ['Target Sectors', ({ target, actor }) => target && kindCodes(actor(target).kind).icews],
  ['Target Country', ({ target, actor }) => target && countryName(target, actor)],
  ['Story ID', ({ report }) => wholeNumber(report.report.id)],
  ['Sentence Number', ({ act }) => act.lines[0]],
  ['Publisher', ({ report: { article } }) => article.outlet?.name ?? article.credits[0]?.outlet ?? null],
  ['City', ({ event }) => event.place?.name ?? null],
  ['District', () => null],
  ['Province', () => null],
  ['Country', ({ event, actor }) => (event.place?.country ? actor(event.place.country).name : null)],
  ['Latitude', () => null],
  ['Longitude', () => null],
];

/** Tab-separated, with a header, one row a dyad. */
export const icews: Format = {
  name: 'icews',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  about: 'the columns of ICEWS coded event data, one row a dyad; what happened only',
  statuses: ['happened'],
  async *write(events, { store }) {
    yield tabLine(ICEWS_COLUMNS.map(([name]) => name));
    const actor = actorsOf(store);
    for (const event of events)
      for (const dyad of dyadsOf(event, store.reportsOf(event), actor))
        yield tabLine(ICEWS_COLUMNS.map(([, value]) => value(dyad)));
  },
};

function countryName(code: string, actor: ActorOf): string | null {
  const { kind, name } = actor(code);
  return kind === 'state' ? name : null;
}
