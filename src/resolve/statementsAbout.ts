import type { Block, Coded, Span, Statement } from '../model/index.ts';
import type { Teller } from './origins.ts';

/** The statements of a report about an event: those its acts rest on, and those that go on from there. */
export function statementsAbout(teller: Teller, parties: readonly string[]): Statement[] {
  const { coded } = teller;
  if (coded.statements.length === 0) return [];
  const isBackground = (id: string) => !tells(teller, id) && !coded.acts.some((act) => act.id === id && act.core);
  const ours = ({ speaker, acts }: Statement): boolean =>
    parties.includes(speaker.actor ?? '') && (acts.length === 0 || !acts.every(isBackground));
  const blocks = ownBlocks(coded);
  const near = isMeeting(teller)
    ? accountBlocks(teller, blocks, coded.statements.filter(ours))
    : blocksOfActs(teller, blocks);
  return coded.statements.filter((statement) => {
    if (onlyTells(statement, teller)) return false;
    if (statement.acts.some((id) => tells(teller, id))) return true;
    return ours(statement) && near.has(blockAt(blocks, statement.start));
  });
}

/** Whether an act of the report is one of the event's. */
function tells({ tellings }: Teller, id: string): boolean {
  return tellings.some(({ act }) => act.id === id);
}

/** What is said around a meeting is about it; what is said around another deed may be about anything. */
function isMeeting({ tellings }: Teller): boolean {
  return tellings.some(({ facts }) => facts.deed.kind === 'MEETING');
}

/** "The minister spoke with his counterpart" tells of a meeting and says nothing about it. */
function onlyTells(statement: Statement, teller: Teller): boolean {
  if (statement.direct || statement.topics.length > 0 || !isMeeting(teller)) return false;
  return teller.tellings.some(({ act }) => overlaps(act.evidence, statement) && rests(statement, act.id));
}

function rests({ acts }: Statement, act: string): boolean {
  return acts.length === 0 || acts.every((id) => id === act);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function blocksOfActs({ tellings }: Teller, blocks: readonly Block[]): Set<number> {
  return new Set(tellings.map(({ act }) => blockAt(blocks, act.evidence.start)));
}

/**
 * The blocks that tell of a meeting: where its acts stand, the one before, and after them as long as a side goes on speaking.
 * One block in which none speaks may stand in between, if it tells of no other deed: there the background begins.
 * @param ours what the sides say, but for what they say of the background
 */
function accountBlocks(teller: Teller, blocks: readonly Block[], ours: readonly Statement[]): Set<number> {
  const { tellings, coded } = teller;
  const spoken = new Set(ours.map(({ start }) => blockAt(blocks, start)));
  const elsewhere = new Set(
    coded.acts.flatMap(({ id, evidence }) => (tells(teller, id) ? [] : blockAt(blocks, evidence.start))),
  );
  const passes = (block: number) => opens(blocks[block]) || (spoken.has(block + 1) && !elsewhere.has(block));
  const near = new Set<number>();
  for (const { act } of tellings) {
    const at = blockAt(blocks, act.evidence.start);
    near.add(at);
    if (!act.core && at >= OPENING_BLOCKS) continue;
    if (at > 0) near.add(at - 1);
    for (let next = at + 1; next < blocks.length && (spoken.has(next) || passes(next)); next++) near.add(next);
  }
  return near;
}

/** An act told so early is what the report is about. */
const OPENING_BLOCKS = 3;

function opens(block: Block | undefined): boolean {
  return block?.kind === 'title' || block?.kind === 'lead';
}

/** The place of a position among the blocks that belong to the article. */
function blockAt(blocks: readonly Block[], position: number): number {
  let place = 0;
  while (place + 1 < blocks.length && (blocks[place + 1] as Block).start <= position) place++;
  return place;
}

const OWN = new Set(['title', 'lead', 'paragraph', 'heading']);

function ownBlocks(coded: Coded): Block[] {
  return coded.article.blocks.filter(({ kind }) => OWN.has(kind));
}
