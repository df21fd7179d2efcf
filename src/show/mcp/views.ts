import type { Coded, ReadoutEvent, Relation, Story } from '../../model/index.ts';
import type { Hit, Reason, Store } from '../../store/store.ts';
import { eventTitle } from '../formats/eventWords.ts';
import { webAddress } from '../formats/links.ts';

/** Texts and lists are cut to what an assistant can take in; what was cut is said. */
export const MOST = { text: 600, statements: 12, reports: 30, acts: 30, edges: 40, quarters: 40 } as const;

type Json = Readonly<Record<string, unknown>>;

/** An event in a list. */
export function eventRow(event: ReadoutEvent): Json {
  const { id, type, mode, status, from, to, when, place, people, topics, reports, origins, languages, disputed } =
    event;
  return {
    id,
    title: eventTitle(event),
    type,
    mode,
    status,
    from,
    to,
    when,
    place: place?.name ?? null,
    people: people.map(({ name }) => name),
    topics,
    reports: reports.length,
    origins,
    languages,
    disputed: disputed.map(({ field }) => field),
  };
}

/** An event with its readouts side by side, and the words each report tells it in. */
export function eventView(store: Store, event: ReadoutEvent): Json {
  const reports = store.reportsOf(event);
  return {
    ...eventRow(event),
    people: event.people,
    place: event.place,
    originNames: event.originNames,
    disputed: event.disputed,
    confidence: event.confidence,
    readouts: event.readouts.map(({ side, topics, onlyHere, statements }) => ({
      side,
      topics,
      onlyHere,
      statements: cut(
        statements.map(({ speaker, language, direct, text, via, report }) => ({
          speaker,
          language,
          direct,
          text: shortened(text),
          via,
          report,
        })),
        MOST.statements,
      ),
    })),
    evidence: cut(evidenceOf(event, reports), MOST.acts),
    reports: cut(reports.map(reportRow), MOST.reports),
    stories: store.storiesOf(event).map(({ id, title }) => ({ id, title })),
  };
}

/** The words of the original that each act was read from. */
function evidenceOf(event: ReadoutEvent, reports: readonly Coded[]): Json[] {
  const ids = new Set(event.acts.map(({ act }) => act));
  return reports.flatMap(({ report, article, acts }) =>
    acts
      .filter(({ id }) => ids.has(id))
      .map(({ id, evidence, when, according }) => ({
        act: `${report.id}:${id}`,
        language: article.language,
        text: shortened(article.text.slice(evidence.start, evidence.end)),
        when,
        according,
      })),
  );
}

function reportRow({ report, article }: Coded): Json {
  const { published } = article;
  return {
    id: report.id,
    path: report.path,
    url: webAddress(report.url ?? article.url),
    title: article.title,
    outlet: article.outlet?.name ?? null,
    language: article.language,
    published: published && { earliest: published.earliest, latest: published.latest, basis: published.basis },
    credits: [...new Set(article.credits.map(({ outlet }) => outlet))],
  };
}

/** A story with its lineage and differences. */
export function storyView(store: Store, story: Story): Json {
  const { id, title, reports, lineage, differences } = story;
  return {
    id,
    title,
    reports: cut(reports, MOST.reports),
    events: story.events.flatMap((event) => store.event(event) ?? []).map(eventRow),
    lineage: cut(lineage, MOST.edges),
    differences: cut(differences, MOST.edges),
  };
}

/** Two actors: counts, scores by quarter, and their latest events. */
export function relationView({ events, quarters, ...relation }: Relation, latest: number): Json {
  return {
    ...relation,
    events: events.length,
    quarters: cut(
      quarters.map(({ events: ids, ...quarter }) => ({ ...quarter, events: ids.length })).reverse(),
      MOST.quarters,
    ),
    latest: events.slice(-latest).reverse().map(eventRow),
  };
}

/** What a search found, with the words it was found by. */
export function hitView(hit: Hit): Json {
  const snippet = hit.snippet ? shortened(hit.snippet.text) : null;
  if (hit.kind === 'event') return { kind: hit.kind, snippet, ...eventRow(hit.event) };
  const { kind, id, report, title, language, statements } = hit;
  const said = statements.map(({ speaker, snippet: { text } }) => ({ speaker, text: shortened(text) }));
  return { kind, id, report, title, language, snippet, statements: cut(said, MOST.statements) };
}

/** Why a row is as it is; long texts and lists are cut. */
export function whyView(reason: Reason): Json {
  const shown =
    reason.kind === 'event' ? { ...reason, event: eventRow(reason.event), acts: cut(reason.acts, MOST.acts) } : reason;
  return JSON.parse(
    JSON.stringify(shown, (_, value) => (typeof value === 'string' ? shortened(value) : value)),
  ) as Json;
}

/** The first of a list, and how many more there are. */
function cut<T>(list: readonly T[], most: number): readonly (T | { more: number })[] {
  return list.length <= most ? list : [...list.slice(0, most), { more: list.length - most }];
}

function shortened(text: string): string {
  return text.length <= MOST.text ? text : `${text.slice(0, MOST.text).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
