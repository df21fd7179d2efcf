import type { ActType, ReadoutEvent } from '../../model/index.ts';
import { type Actor, actorsOf } from './actors.ts';
import { leadingAct } from './dyads.ts';
import type { Format } from './format.ts';
import { xmlAttributes, xmlElement } from './xml.ts';

/** What one actor did towards another, summed up. */
interface Edge {
  events: number;
  /** Goldstein scores of the events that happened. */
  scores: number[];
  first: string | null;
  last: string | null;
  types: Map<ActType, number>;
}

/** The relations as a directed graph: actors, and what each did towards another. */
export const graphml: Format = {
  name: 'graphml',
  extension: 'graphml',
  mediaType: 'application/graphml+xml; charset=utf-8',
  about: 'a directed graph of actors with counts and Goldstein scores, for Gephi, networkx, igraph',
  async *write(events, { store }) {
    const edges = new Map<string, Map<string, Edge>>();
    for (const event of events)
      addEvent(edges, event, leadingAct(event, store.reportsOf(event))?.act.goldstein ?? null);
    const actor = actorsOf(store);
    yield HEAD;
    for (const code of partiesOf(edges)) yield node(actor(code));
    for (const [source, targets] of inOrder(edges))
      for (const [target, edge] of inOrder(targets)) yield edgeLine(source, target, edge);
    yield '</graph>\n</graphml>\n';
  },
};

const KEYS: readonly (readonly [domain: 'node' | 'edge', name: string, type: 'string' | 'int' | 'double'])[] = [
  ['node', 'label', 'string'],
  ['node', 'code', 'string'],
  ['node', 'kind', 'string'],
  ['edge', 'events', 'int'],
  ['edge', 'happened', 'int'],
  ['edge', 'goldstein', 'double'],
  ['edge', 'goldstein_least', 'double'],
  ['edge', 'goldstein_most', 'double'],
  ['edge', 'first', 'string'],
  ['edge', 'last', 'string'],
  ['edge', 'types', 'string'],
];

const HEAD = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
  ...KEYS.map(
    ([domain, name, type]) => `<key${xmlAttributes({ id: name, for: domain, 'attr.name': name, 'attr.type': type })}/>`,
  ),
  '<graph id="relations" edgedefault="directed">\n',
].join('\n');

function addEvent(edges: Map<string, Map<string, Edge>>, event: ReadoutEvent, goldstein: number | null): void {
  for (const source of event.from)
    for (const target of event.to) {
      const targets = edges.get(source) ?? new Map<string, Edge>();
      const edge = targets.get(target) ?? newEdge();
      edges.set(source, targets.set(target, edge));
      edge.events++;
      if (event.status === 'happened' && goldstein !== null) edge.scores.push(goldstein);
      edge.types.set(event.type, (edge.types.get(event.type) ?? 0) + 1);
      const [first, last] = [event.when?.earliest ?? event.when?.latest, event.when?.latest ?? event.when?.earliest];
      if (first && (!edge.first || first < edge.first)) edge.first = first;
      if (last && (!edge.last || last > edge.last)) edge.last = last;
    }
}

function newEdge(): Edge {
  return { events: 0, scores: [], first: null, last: null, types: new Map() };
}

/** An id as GraphML allows it: without spaces. */
function idOf(code: string): string {
  return code.replace(/[^\w.-]/g, '_');
}

function partiesOf(edges: Map<string, Map<string, Edge>>): string[] {
  return [...new Set([...edges].flatMap(([source, targets]) => [source, ...targets.keys()]))].sort();
}

function inOrder<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function node({ code, name, kind }: Actor): string {
  return `<node${xmlAttributes({ id: idOf(code) })}>${data({ label: name, code, kind })}</node>\n`;
}

function edgeLine(source: string, target: string, { events, scores, first, last, types }: Edge): string {
  const [from, to, happened] = [idOf(source), idOf(target), scores.length];
  const values = {
    events,
    happened,
    goldstein: happened > 0 ? Number((scores.reduce((sum, score) => sum + score, 0) / happened).toFixed(4)) : null,
    goldstein_least: happened > 0 ? Math.min(...scores) : null,
    goldstein_most: happened > 0 ? Math.max(...scores) : null,
    first,
    last,
    types: inOrder(types)
      .map(([type, count]) => `${type} ${count}`)
      .join('; '),
  };
  return `<edge${xmlAttributes({ id: `${from}:${to}`, source: from, target: to })}>${data(values)}</edge>\n`;
}

function data(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .map(([key, value]) => xmlElement('data', value, { key }))
    .join('');
}
