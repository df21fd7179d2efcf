import type { Act, Coded, ReadoutEvent, Span, Statement } from '../../model/index.ts';
import { type ActorOf, actorsOf } from './actors.ts';
import { eventTitle } from './eventWords.ts';
import type { Format, FormatContext } from './format.ts';
import { linkOf, urnOf, webAddress } from './links.ts';

type Node = Readonly<Record<string, unknown>>;

/** W3C Web Annotations of the acts and statements that the events rest on, each on the words of its report. */
export const annotations: Format = {
  name: 'annotations',
  extension: 'anno.jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  about: 'W3C Web Annotations of acts and statements, with text-quote and text-position selectors',
  async *write(events, context) {
    yield '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[';
    const told = new Set<string>();
    const actor = actorsOf(context.store);
    let separator = '\n';
    for (const event of events)
      for (const annotation of annotationsOf(event, context, actor)) {
        if (told.has(annotation.id)) continue;
        told.add(annotation.id);
        yield separator + JSON.stringify(annotation);
        separator = ',\n';
      }
    yield '\n]}\n';
  },
};

type Annotation = Node & { id: string };

function* annotationsOf(event: ReadoutEvent, { store, base }: FormatContext, actor: ActorOf): Generator<Annotation> {
  const acts = new Set(event.acts.map(({ act }) => act));
  const statements = new Set(event.readouts.flatMap((readout) => readout.statements.map(({ statement }) => statement)));
  for (const coded of store.reportsOf(event)) {
    for (const act of coded.acts)
      if (acts.has(act.id)) yield actAnnotation(eventTitle(event, actor), event, act, coded, base);
    for (const statement of coded.statements)
      if (statements.has(statement.id)) yield statementAnnotation(event, statement, coded, base);
  }
}

function actAnnotation(title: string, event: ReadoutEvent, act: Act, coded: Coded, base: string): Annotation {
  const tags = [act.type, act.mode, act.subtype, act.status, ...act.from, ...act.to];
  return {
    id: urnOf('act', `${coded.report.id}:${act.id}`),
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      { type: 'TextualBody', purpose: 'describing', value: title, format: 'text/plain', language: 'en' },
      ...tags.flatMap((value) => (value ? { type: 'TextualBody', purpose: 'tagging', value } : [])),
      { type: 'SpecificResource', purpose: 'linking', source: linkOf(base, 'event', event.id) },
    ],
    target: target(act.evidence, coded, base),
  };
}

function statementAnnotation(event: ReadoutEvent, statement: Statement, coded: Coded, base: string): Annotation {
  const { speaker, verb, direct, via, topics } = statement;
  const through = via.length > 0 ? `, via ${via.join(', ')}` : '';
  return {
    id: urnOf('statement', `${coded.report.id}:${statement.id}`),
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      {
        type: 'TextualBody',
        purpose: 'identifying',
        value: `${speaker.name}${speaker.actor ? ` (${speaker.actor})` : ''}: ${verb}, ${direct ? 'quoted' : 'reported'}${through}`,
        format: 'text/plain',
      },
      ...topics.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
      { type: 'SpecificResource', purpose: 'linking', source: linkOf(base, 'event', event.id) },
    ],
    target: target(statement, coded, base),
  };
}

const CONTEXT = 32;

/** Words of the article's text as Readout read it; `scope` is the page it came from. */
function target(span: Span, { report, article }: Coded, base: string): Node {
  const { text, language } = article;
  const scope = webAddress(report.url ?? article.url);
  return {
    source: { id: linkOf(base, 'report', report.id), format: 'text/plain', language },
    ...(scope ? { scope } : {}),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(span.start, span.end),
        prefix: text.slice(wholeSign(text, Math.max(0, span.start - CONTEXT)), span.start),
        suffix: text.slice(span.end, wholeSign(text, Math.min(text.length, span.end + CONTEXT))),
      },
      { type: 'TextPositionSelector', start: codePoints(text, span.start), end: codePoints(text, span.end) },
    ],
  };
}

/** The record counts UTF-16 units, the selector Unicode code points: a pair of surrogates is one. */
export function codePoints(text: string, units: number): number {
  const pairs = text.slice(0, units).match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g);
  return units - (pairs?.length ?? 0);
}

/** An offset that does not fall within a pair of surrogates. */
function wholeSign(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text[offset] ?? '') && /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '')
    ? offset + 1
    : offset;
}
