import type { ReadoutEvent } from '../model/index.ts';
import type { Choice } from '../store/facets.ts';
import type { World } from '../world/index.ts';
import type { Page } from './layout.ts';
import { accuracyPage } from './pages/accuracy.ts';
import { actorPage, tenuresOf } from './pages/actor.ts';
import { apiPage } from './pages/api.ts';
import { eventPage, findEvent, loadEvent } from './pages/event.ts';
import { choiceTitle, eventList, eventsPage } from './pages/events.ts';
import { frontPage } from './pages/front.ts';
import { knowledgePage } from './pages/knowledge.ts';
import { pairOf, relationPage } from './pages/relation.ts';
import { relationsPage } from './pages/relations.ts';
import { loadReport, reportPage } from './pages/report.ts';
import { searchPage, searchResults } from './pages/search.ts';
import { storiesPage, storyList } from './pages/stories.ts';
import { loadStory, storyPage } from './pages/story.ts';
import { loadTrack, trackPage } from './pages/track.ts';
import { tracksPage } from './pages/tracks.ts';
import { choiceOf, cursorOf } from './request.ts';
import type { View } from './view.ts';

/** The values of a route's `:places`. */
export type Params = Readonly<Record<string, string>>;

/** A page and the other forms of its data. */
export interface Route {
  path: string;
  page(view: View, params: Params): Page | Promise<Page>;
  /** As one JSON value. */
  json?(view: View, params: Params): unknown;
  /** As rows, for JSON lines. */
  rows?(view: View, params: Params): Iterable<unknown>;
  /** The events it shows, all of them, for the formats that write events. */
  events?(view: View, params: Params): { title: string; events: Iterable<ReadoutEvent> };
  /** Where the thing asked for is really found, such as the event that another was merged into. */
  canonical?(view: View, params: Params): string;
}

/** What the routes need beside the record. */
export interface RouteOptions {
  world: World;
  version: string;
  counts(): Promise<Parameters<typeof knowledgePage>[1]>;
}

/** Every page, by its address. */
export function routes({ world, version, counts }: RouteOptions): Route[] {
  return [
    { path: '/', page: frontPage },
    {
      path: '/events',
      page: eventsPage,
      json: (view) => eventsJson(view, choiceOf(view.url.searchParams), '/events.json'),
      events: (view) => allEvents(view, choiceOf(view.url.searchParams)),
    },
    {
      path: '/events/:id',
      page: (view, { id }) => eventPage(view, id as string),
      json: (view, { id }) => eventJson(view, id as string),
      events: (view, { id }) => ({ title: id as string, events: [findEvent(view, id as string)] }),
      canonical: (view, { id }) => `/events/${findEvent(view, id as string).id}`,
    },
    {
      path: '/reports/:id',
      page: (view, { id }) => reportPage(view, id as string),
      json: (view, { id }) => loadReport(view, id as string),
    },
    { path: '/stories', page: storiesPage, json: storiesJson, rows: allStories },
    {
      path: '/stories/:id',
      page: (view, { id }) => storyPage(view, id as string),
      json: (view, { id }) => loadStory(view, id as string),
    },
    {
      path: '/relations',
      page: relationsPage,
      json: ({ store }) => ({ items: store.browse.relations(200), next: null }),
    },
    {
      path: '/relations/:a/:b',
      page: (view, { a, b }) => relationPage(view, a as string, b as string),
      json: (view, { a, b }) => relationJson(view, a as string, b as string),
      events: (view, { a, b }) => allEvents(view, between(view, a as string, b as string)),
    },
    {
      path: '/tracks',
      page: (view) => tracksPage(view, view.worked.tracks()),
      json: ({ worked }) => ({ items: worked.tracks(), next: null }),
      rows: ({ worked }) => worked.tracks(),
    },
    {
      path: '/tracks/:id',
      page: (view, { id }) => trackPage(view, id as string),
      json: (view, { id }) => loadTrack(view, id as string),
      canonical: (view, { id }) => `/tracks/${loadTrack(view, id as string).id}`,
    },
    {
      path: '/actors/:code',
      page: (view, { code }) => actorPage(view, world, code as string),
      json: (view, { code }) => actorJson(view, world, code as string),
    },
    { path: '/search', page: searchPage, json: searchJson, rows: (view) => searchResults(view).hits },
    { path: '/knowledge', page: async (view) => knowledgePage(view, await counts()), json: () => counts() },
    { path: '/accuracy', page: accuracyPage },
    { path: '/api', page: (view) => apiPage(view, version) },
  ];
}

function relationJson(view: View, first: string, second: string): unknown {
  const [a, b] = pairOf(first, second);
  const { quarters, gaps, topics, tracks, score, forth, back } = view.worked.relation(a, b);
  const page = eventsJson(
    view,
    between(view, a, b),
    `/relations/${encodeURIComponent(a)}/${encodeURIComponent(b)}.json`,
  );
  return { a, b, score, forth, back, quarters, gaps, topics, tracks, ...page };
}

function between(view: View, a: string, b: string): Choice {
  const choice = choiceOf(view.url.searchParams);
  return { ...choice, values: { ...choice.values, actor: pairOf(a, b) } };
}

/** Values of a facet that the data list. */
const MOST_COUNTS = 100;

function eventsJson(view: View, choice: Choice, path: string): object {
  const { chosen, page } = eventList(view, choice);
  const next = page.hasAfter && page.last ? nextAddress(view, path, cursorOf(page.last)) : null;
  return { total: chosen.total, items: view.store.browse.events(page.ids), next, facets: chosen.facets(MOST_COUNTS) };
}

/** The address of the next page: this one with another cursor. */
function nextAddress({ url }: View, path: string, cursor: string): string {
  const params = new URLSearchParams(url.searchParams);
  params.delete('before');
  params.set('after', cursor);
  return `${path}?${params}`;
}

const EVENTS_A_READ = 200;

function allEvents(view: View, choice: Choice): { title: string; events: Iterable<ReadoutEvent> } {
  const chosen = view.store.browse.choose(choice);
  return { title: choiceTitle(view, choice), events: inBatches(view, chosen.all()) };
}

function* inBatches({ store }: View, ids: Iterable<string>): Generator<ReadoutEvent> {
  let batch: string[] = [];
  for (const id of ids) {
    batch.push(id);
    if (batch.length < EVENTS_A_READ) continue;
    yield* store.browse.events(batch);
    batch = [];
  }
  yield* store.browse.events(batch);
}

function eventJson(view: View, id: string): unknown {
  const { event, onlyIn } = loadEvent(view, id);
  const stories = view.store.storiesOf(event).map((story) => story.id);
  return { ...event, onlyIn, stories };
}

function storiesJson(view: View): unknown {
  const { shown, page } = storyList(view);
  const next = page.hasAfter && page.last ? nextAddress(view, '/stories.json', cursorOf(page.last)) : null;
  return { total: view.worked.counts().told, items: shown.map(({ story }) => story), next };
}

function* allStories({ store }: View): Generator<unknown> {
  for (const story of store.stories()) if (story.reports.length > 1) yield story;
}

function searchJson(view: View): unknown {
  const { query, hits } = searchResults(view);
  return { query, items: hits, next: null };
}

const MOST_PARTNERS = 100;

function actorJson({ store }: View, world: World, code: string): unknown {
  const { knowledge } = world;
  const named = [...knowledge.states, ...knowledge.organisations].find(({ id }) => id === code);
  return {
    code,
    names: named?.names ?? {},
    posts: tenuresOf(world, code).map(({ person, post, title }) => ({
      person: person.id,
      name: person.name,
      title,
      from: post.from,
      to: post.to,
    })),
    partners: store.browse.partners(code, MOST_PARTNERS),
  };
}
