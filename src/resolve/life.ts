import type { ActStatus, LifeStage } from '../model/index.ts';
import { byKey } from './actFacts.ts';
import type { Telling } from './event.ts';
import { reportName } from './reportFacts.ts';
import { sortedTexts } from './sortedTexts.ts';

/**
 * What reports said of an event, in the order of their publication: reports that give the same status in a row are one
 * stage. Of those published on one day, what came of it stands after what was expected; reports without a day come last.
 */
export function lifeOf(tellings: readonly Telling[]): LifeStage[] {
  const stages: LifeStage[] = [];
  for (const { act, coded } of tellings.length < 2 ? tellings : [...tellings].sort(inOrder)) {
    const last = stages.at(-1);
    const { published } = coded.article;
    const when = published && { earliest: published.earliest, latest: published.latest };
    const name = reportName(coded);
    if (last?.status !== act.status) stages.push({ status: act.status, when, reports: [name] });
    else {
      if (!last.reports.includes(name)) last.reports.push(name);
      last.when = spanning(last.when, when);
    }
  }
  for (const stage of stages) stage.reports = sortedTexts(stage.reports);
  return stages;
}

/** What became of it: it happened if any report says so; otherwise what was said last. */
export function statusOf(life: readonly LifeStage[]): ActStatus {
  if (life.some(({ status }) => status === 'happened')) return 'happened';
  const dated = life.filter(({ when }) => when !== null);
  return (dated.at(-1) ?? life.at(-1))?.status ?? 'happened';
}

/** A life goes one way: a thing is thought of, threatened, proposed, planned, called off or done. */
const ORDER: readonly ActStatus[] = ['hypothetical', 'threatened', 'proposed', 'planned', 'denied', 'happened'];

function inOrder(a: Telling, b: Telling): number {
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one !== other) return one < other ? -1 : 1;
  return ORDER.indexOf(a.act.status) - ORDER.indexOf(b.act.status) || byKey(a.facts, b.facts);
}

function dayOf({ coded }: Telling): string {
  return coded.article.published?.earliest ?? '9999';
}

type Days = LifeStage['when'];

function spanning(a: Days, b: Days): Days {
  if (!a || !b) return a ?? b;
  const latest = [a.latest, b.latest].filter((day) => day !== null).sort();
  return { earliest: a.earliest, latest: latest.at(-1) ?? null };
}
