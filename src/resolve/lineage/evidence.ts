import { isoDay } from '../days.ts';
import type { ReportFacts } from '../reportFacts.ts';
import type { OutletDescent } from './outlets.ts';
import type { Descent } from './parents.ts';
import type { Passage } from './passages.ts';
import { shingleLength } from './words.ts';

/** So many rare things that two reports share are named. */
const MOST_RARE = 3;

/** The story that evidence is weighed in. */
export interface Story {
  /** In how many reports of the story a feature stands. */
  telling: (feature: string) => number;
  /** How many reports there are beside the two. */
  others: number;
}

/** What shows that one report was made from another, in sentences that a person can check. */
export function evidenceOf(descent: Descent, story: Story): string[] {
  return [
    credit(descent),
    verbatim(descent),
    ...rareOf(descent, story),
    order(descent),
    contained(descent),
    time(descent),
  ].filter((line) => line !== null);
}

function credit({ credited }: Descent): string | null {
  return credited ? `credits ${credited}` : null;
}

function verbatim({ kinship, target }: Descent): string | null {
  if (kinship.withinA < 0.2) return null;
  const unit = target.report.language.startsWith('zh') ? 'characters' : 'words';
  return `${percent(kinship.withinA)} of its runs of ${shingleLength(target.report.language)} ${unit} stand in the source`;
}

function order({ kinship, target }: Descent): string {
  const followed = new Set(
    kinship.beads.filter(({ moved }) => !moved).flatMap(({ b }) => b.filter(({ heading }) => !heading)),
  );
  const body = target.passages.filter(({ heading }) => !heading).length;
  return `${followed.size} of its ${body} sentences tell what the source tells, in the same order`;
}

function contained({ kinship, partly }: Descent): string | null {
  if (partly) return 'the rest has another source';
  if (kinship.coverB < 0.95 || kinship.coverA > 0.7) return null;
  return `all of it is in the source, which tells ${percent(1 - kinship.coverA)} more`;
}

function time({ source, target }: Descent): string | null {
  const [before, after] = [dayOf(source.report), dayOf(target.report)];
  return before && after && before < after ? `published ${after}, the source ${before}` : null;
}

function dayOf({ coded, published }: ReportFacts): string | null {
  const { time: minute } = coded.article.published ?? {};
  if (minute) return minute.replace('T', ' ');
  return published && published.first === published.last ? isoDay(published.first) : null;
}

const RARE: readonly [kind: string, say: (value: string) => string][] = [
  ['figure', (value) => `both give the figure ${Number(value).toLocaleString('en')}`],
  ['person', (value) => `both name ${value}`],
  ['name', (value) => `both print the name "${value}"`],
  ['place', (value) => `both name the place ${value}`],
  ['initiative', (value) => `both name ${value}`],
  ['outlet', (value) => `both cite ${value}`],
];

/** What the two share where they tell the same, and no other report of the story has. */
function rareOf({ kinship }: Descent, { telling, others }: Story): string[] {
  const shared = new Set(kinship.beads.flatMap(({ a, b }) => sharedFeatures(a, b)));
  const lines: string[] = [];
  for (const [kind, say] of RARE)
    for (const feature of [...shared].sort()) {
      if (!feature.startsWith(`${kind} `) || telling(feature) > 2 || isSmall(feature)) continue;
      if (others > 0) lines.push(`${say(feature.slice(kind.length + 1))}, which no other report of the story has`);
      else if (kind === 'figure') lines.push(say(feature.slice(kind.length + 1)));
    }
  return lines.slice(0, MOST_RARE);
}

function isSmall(feature: string): boolean {
  return feature.startsWith('figure ') && Number(feature.slice(7)) <= 10;
}

function sharedFeatures(a: readonly Passage[], b: readonly Passage[]): string[] {
  return a.flatMap(({ features }) =>
    [...features].filter((feature) => b.some((passage) => passage.features.has(feature))),
  );
}

function percent(part: number): string {
  return `${Math.round(part * 100)}%`;
}

/** What shows that a report was made from a text that is not at hand. */
export function outletEvidenceOf({ outlet, credits, akin, target }: OutletDescent): string[] {
  const siblings = akin.map(({ a, b, beads }) => {
    const other = a === target ? b : a;
    return `tells the same as ${other.report.name} in the same order: ${beads.filter(({ moved }) => !moved).length} passages`;
  });
  return [credits ? `credits ${outlet}` : `a report that tells the same credits ${outlet}`, ...siblings.sort()];
}
