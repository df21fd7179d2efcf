import type { Block, Coded, Credit } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';

/** An outlet that a report names, and where. */
export interface NamedSource {
  outlet: string;
  /** Id of the knowledge, else the name. */
  key: string;
  /**
   * `dateline`: the page presents its text as this outlet's. `signed`: under a byline, as its own mark or as its source.
   * `credited`: it says that the whole is taken from there. `quoted`: for a part of it.
   */
  how: 'dateline' | 'signed' | 'credited' | 'quoted';
}

/** A source named so near the beginning of the text is that of all that follows. */
const OPENING = 45;

/** Whom a report names as its sources, each once, in the way that says most. */
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
  const found = new Map<string, NamedSource>();
  for (const credit of [...article.credits, ...openingOutlets(coded)]) {
    const key = credit.id ?? credit.outlet;
    const how = howNamed(credit, article.blocks, article.text);
    const known = found.get(key);
    if (!known || RANK[how] > RANK[known.how]) found.set(key, { outlet: known?.outlet ?? credit.outlet, key, how });
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Outlets that the first sentence opens with, whether it credits them or bears their mark. */
function openingOutlets({ article, sentences }: Coded): Credit[] {
  const lead = article.blocks.find((block) => isBody(block));
  if (!lead || !sentences) return [];
  return sentences.flatMap(({ marks }) =>
    marks
      .filter(([what, start]) => what.startsWith('outlet ') && start >= lead.start && start - lead.start <= OPENING)
      .map(([what, start, end]) => ({ outlet: article.text.slice(start, end), id: what.slice(7), role: 'quoted' as const, start, end })),
  );
}

const RANK = { quoted: 0, signed: 1, credited: 2, dateline: 3 } as const;

function howNamed(credit: Credit, blocks: readonly Block[], text: string): NamedSource['how'] {
  const block = blocks.find(({ start, end }) => credit.start >= start && credit.start < end);
  if (!block) return 'quoted';
  if (isBody(block)) {
    const isFirst = block === blocks.find((one) => isBody(one));
    if (!isFirst || credit.start - block.start > OPENING) return 'quoted';
    return isBracketed(text, credit) ? 'dateline' : 'credited';
  }
  return block.kind === 'credit' ? 'credited' : 'signed';
}

function isBody({ kind }: Block): boolean {
  return kind === 'lead' || kind === 'paragraph' || kind === 'caption';
}

/** "(Reuters) -", "/ТАСС/", "新华社北京4月2日电": the mark of whose text it is, not of whom it cites. */
function isBracketed(text: string, { start, end }: Credit): boolean {
  const [before, after] = [text[start - 1] ?? '\n', text.slice(end, end + DATELINE_TAIL)];
  return '(/[（【'.includes(before) || /^(?:\.\p{L}{2,3})?\s*[-–—.]|^[^，。,.]{0,16}电/u.test(after);
}

const DATELINE_TAIL = 18;

/** The outlets whose text a report may be: its own, and those it has a mark of. */
export function identitiesOf(report: ReportFacts): Set<string> {
  const { outlet } = report.coded.article;
  const marks = sourcesOf(report).filter(({ how }) => how === 'dateline' || how === 'signed');
  return new Set([...(outlet ? [outlet.id, outlet.name] : []), ...marks.map(({ key }) => key)]);
}
