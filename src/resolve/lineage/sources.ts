import type { Block, Coded, Credit } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';

/** An outlet that a report names, and where. */
export interface NamedSource {
  outlet: string;
  /** Id of the knowledge, else the name. */
  key: string;
  /** `dateline`: the text bears this outlet's mark: "(Reuters) -". */
  dateline: boolean;
  /** On the line that prints the day: "NTV | 11.07.2023": whose page it is. */
  publisher: boolean;
  /** In a byline or alone on a line: who wrote it, seldom whose page it is. */
  signed: boolean;
  /** In the headline, the first sentence or a line of its own: the whole is taken from there. */
  credited: boolean;
  /** It has a line of its own: "Source: TASS". */
  line: boolean;
  /** The outlet writes in the language of the report. */
  native: boolean;
}

/** Whom a report names as its sources, each once, in the order of their keys. */
export function sourcesOf(report: ReportFacts): readonly NamedSource[] {
  const known = SOURCES.get(report);
  if (known) return known;
  const sources = readSources(report);
  SOURCES.set(report, sources);
  return sources;
}

const SOURCES = new WeakMap<ReportFacts, readonly NamedSource[]>();

function readSources({ coded }: ReportFacts): NamedSource[] {
  const { article } = coded;
  const opening = openingOf(coded);
  const found = new Map<string, NamedSource>();
  const native = new Set(
    (coded.sentences ?? []).flatMap(({ marks }) =>
      marks.flatMap(([what]) => (what.startsWith('native ') ? what.slice(7) : [])),
    ),
  );
  for (const credit of [...article.credits, ...markedOutlets(coded, opening)]) {
    const key = credit.id ?? credit.outlet;
    const source = found.get(key) ?? {
      outlet: credit.outlet,
      key,
      dateline: false,
      publisher: false,
      signed: false,
      credited: false,
      line: false,
      native: native.has(key),
    };
    const how = howNamed(credit, article.blocks, article.text, opening);
    const isOwn = key === article.outlet?.id || key === article.outlet?.name;
    if (how && (!isOwn || how === 'dateline')) source[how] = true;
    if (how === 'credited' && isLine(credit, article.blocks)) source.line = true;
    found.set(key, source);
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function isLine({ start }: Credit, blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'credit' && start >= block.start && start < block.end);
}

/** A stretch of the text. */
interface Stretch {
  start: number;
  end: number;
}

/** The first sentence of the body. */
function openingOf({ article, sentences }: Coded): Stretch | null {
  const lead = article.blocks.find((block) => isBody(block));
  if (!lead) return null;
  // Where the dateline stands ("МОСКВА, 10 мая. /ТАСС/."), the sentence after it is the first that tells.
  const own = (sentences ?? []).filter(({ start, end }) => start >= lead.start && end <= lead.end);
  const telling = own.find(({ start, end }) => end - start > DATELINE) ?? lead;
  return { start: lead.start, end: telling.end };
}

const DATELINE = 45;

/** Outlets that the first sentence and the lines around the text name: the page's credits may not have them. */
function markedOutlets({ article, sentences }: Coded, opening: Stretch | null): Credit[] {
  const lines = article.blocks.filter((block) => LINES.has(block.kind) || isMarkAlone(block));
  const stretches: Stretch[] = opening ? [opening, ...lines] : lines;
  return (sentences ?? []).flatMap(({ marks }) =>
    marks
      .filter(
        ([what, start]) => what.startsWith('outlet ') && stretches.some((one) => start >= one.start && start < one.end),
      )
      .map(([what, start, end]) => {
        const outlet = article.text.slice(start, end);
        return { outlet, id: what.slice('outlet '.length), role: 'quoted' as const, start, end };
      }),
  );
}

const LINES = new Set<Block['kind']>(['byline', 'dateline', 'credit']);

/** A short heading before the text: "ANKARA – Anadolu Agency". */
function isMarkAlone({ kind, start, end }: Block): boolean {
  return kind === 'heading' && end - start <= DATELINE;
}

function howNamed(
  credit: Credit,
  blocks: readonly Block[],
  text: string,
  opening: Stretch | null,
): 'dateline' | 'publisher' | 'signed' | 'credited' | null {
  const block = blocks.find(({ start, end }) => credit.start >= start && credit.start < end);
  if (!block) return null;
  if (block.kind === 'credit') return 'credited';
  // A dispatch whose first paragraph was read as its title bears the mark there.
  if (block.kind === 'title') return isMarkAtHead(credit, block, text) ? 'dateline' : 'credited';
  if (!isBody(block)) return howSigned(credit, block, text);
  if (!opening || credit.start >= opening.end) return null;
  return isMarkAtHead(credit, block, text) ? 'dateline' : 'credited';
}

function isMarkAtHead(credit: Credit, { start }: Block, text: string): boolean {
  return credit.start - start <= DATELINE && isMark(text, credit);
}

const DAY = /\d{1,4}[./-]\d{1,2}|\d{4}/;

/** "Hà Nội (TTXVN 20/6/2024)" is a dateline, "NTV | 11.07.2023" the page's own, "By A. Writer (VNA)" a byline. */
function howSigned(credit: Credit, { start, end }: Block, text: string): 'dateline' | 'publisher' | 'signed' {
  if (!DAY.test(text.slice(start, end))) return 'signed';
  return '(（'.includes(text[credit.start - 1] ?? '\n') ? 'dateline' : 'publisher';
}

function isBody({ kind }: Block): boolean {
  return kind === 'lead' || kind === 'paragraph' || kind === 'caption';
}

/** "(Reuters) -", "/ТАСС/", "新华社北京4月2日电": the mark of whose text it is, not of whom it cites. */
function isMark(text: string, { start, end }: Credit): boolean {
  const [before, after] = [text[start - 1] ?? '\n', text.slice(end, end + DATELINE_TAIL)];
  return '(/[（【'.includes(before) || DASH.test(after) || (before === '\n' && HAN_HEAD.test(after));
}

const DATELINE_TAIL = 22;
const DASH = /^(?:\.\p{L}{2,3})?\s*[-–—.]/u;
/** "新华社北京4月2日电 …", "央视网消息：": nothing parts the outlet from the few characters before the text begins. */
const HAN_HEAD = /^[\p{Script=Han}\d]{1,16}[ 　：（(]/u;

/** The outlets whose text a report may be: its own, and those it has a mark of. */
export function identitiesOf(report: ReportFacts): Set<string> {
  const { outlet } = report.coded.article;
  const marks = sourcesOf(report).filter((source) => source.dateline || source.publisher || source.signed);
  return new Set([...(outlet ? [outlet.id] : []), ...marks.map(({ key }) => key)]);
}

/** Whether a report is an outlet's own text, and not that of another who printed it. */
export function isTextOf(report: ReportFacts, { key, outlet }: NamedSource): boolean {
  const source = sourcesOf(report).find((one) => one.key === key);
  if (report.coded.article.outlet?.id === key) return true;
  if (!source) return headOf(report).includes(outlet.toLowerCase());
  return (source.dateline || source.publisher) && !isTaken(source, report);
}

/** The line of the day and the beginning of the text, where a page prints whose it is: "INTERFAX.RU -". */
function headOf({ coded }: ReportFacts): string {
  const { blocks, text } = coded.article;
  const lead = blocks.find((block) => isBody(block));
  const lines = blocks.filter(({ kind }) => kind === 'dateline').map(({ start, end }) => text.slice(start, end));
  return [...lines, lead ? text.slice(lead.start, lead.start + DATELINE) : ''].join('\n').toLowerCase();
}

/** Whom a report says that it was taken from, as a whole. */
export function takenFrom(report: ReportFacts): readonly NamedSource[] {
  return sourcesOf(report).filter((source) => isTaken(source, report));
}

/**
 * An agency does not sign its own dispatch a second time, nor does another publish its page: whoever prints it does.
 * Agencies write in their own language and in English; another language with their mark is a translation.
 */
function isTaken(source: NamedSource, report: ReportFacts): boolean {
  const { dateline, publisher, signed, credited, native } = source;
  if (!native && !report.language.startsWith('en') && (dateline || publisher)) return true;
  if (dateline) return publisher || signed || isPublishedBy(report, source);
  return credited || (signed && !publisher);
}

function isPublishedBy(report: ReportFacts, { key }: NamedSource): boolean {
  return sourcesOf(report).some((other) => other.publisher && other.key !== key);
}
