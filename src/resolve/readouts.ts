import type { Coded, Readout, ReadoutStatement, Statement } from '../model/index.ts';
import type { Teller } from './origins.ts';

/** Each side's account of an event: the sides first, in the order of their codes, third parties last. */
export function readoutsOf(tellers: readonly Teller[], parties: readonly string[]): { readouts: Readout[] } {
  const bySide = new Map<string | null, ReadoutStatement[]>();
  for (const teller of tellers) {
    for (const statement of statementsAbout(teller, parties)) {
      const { actor } = statement.speaker;
      const side = actor && parties.includes(actor) ? actor : null;
      const found = bySide.get(side) ?? [];
      found.push(inReadout(statement, teller));
      bySide.set(side, found);
    }
  }
  const sides = [...bySide.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return { readouts: withOnlyHere(sides.map((side) => readout(side, bySide.get(side) ?? []))) };
}

/** The statements of a report about an event: those its acts rest on, and those that go on from there. */
function statementsAbout(teller: Teller, parties: readonly string[]): Statement[] {
  const ids = new Set(teller.tellings.map(({ act }) => act.id));
  const near = nearBlocks(teller, parties);
  const ours = (statement: Statement) => parties.includes(statement.speaker.actor ?? '');
  return teller.coded.statements.filter((statement) => {
    if (statement.acts.some((id) => ids.has(id))) return true;
    return ours(statement) && near.has(blockAt(teller.coded, statement.start));
  });
}

/**
 * The blocks that tell of an event: where its acts stand, the one before, and after them as long as one follows the
 * other with a side speaking. A block in which no side speaks ends the account: background begins there.
 */
function nearBlocks({ tellings, coded }: Teller, parties: readonly string[]): Set<number> {
  const spoken = new Set(
    coded.statements
      .filter(({ speaker }) => parties.includes(speaker.actor ?? ''))
      .map(({ start }) => blockAt(coded, start)),
  );
  const near = new Set<number>();
  for (const { act } of tellings) {
    const at = blockAt(coded, act.evidence.start);
    near.add(at);
    if (!act.core) continue;
    if (at > 0) near.add(at - 1);
    for (let next = at + 1; spoken.has(next); next++) near.add(next);
  }
  return near;
}

/** The place of a position among the blocks that belong to the article. */
function blockAt(coded: Coded, position: number): number {
  let place = -1;
  for (const block of ownBlocks(coded)) {
    if (block.start > position) break;
    place++;
  }
  return Math.max(0, place);
}

const OWN = new Set(['title', 'lead', 'paragraph', 'heading']);

function ownBlocks(coded: Coded) {
  return coded.article.blocks.filter(({ kind }) => OWN.has(kind));
}

function inReadout(statement: Statement, { report, coded }: Teller): ReadoutStatement {
  const { text } = coded.article;
  return {
    report: report.name,
    statement: statement.id,
    speaker: statement.speaker.name,
    language: report.language,
    direct: statement.direct,
    text: statement.quote ?? text.slice(statement.start, statement.end),
    span: [statement.start, statement.end],
    topics: [...statement.topics].sort(),
    via: statement.via,
  };
}

function readout(side: string | null, statements: ReadoutStatement[]): Readout {
  return {
    side,
    statements,
    topics: [...new Set(statements.flatMap(({ topics }) => topics))].sort(),
    onlyHere: [],
    reports: [...new Set(statements.map(({ report }) => report))].sort(),
  };
}

function withOnlyHere(readouts: Readout[]): Readout[] {
  return readouts.map((one) => {
    const others = new Set(readouts.filter((other) => other !== one).flatMap(({ topics }) => topics));
    return { ...one, onlyHere: one.topics.filter((topic) => !others.has(topic)) };
  });
}
