import type { Reason } from '../../store/store.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { eventLine, inDays, sides } from '../print/eventLine.ts';
import { notFound, withRecord } from '../record.ts';

/** `readout why ID`: how a row of the record came to be. */
export const addWhy: AddCommand = (program, output) => {
  const made = command(program, 'why', 'say how an act, a statement, an event or a report came to be', [
    ['readout why e3f0a91c2d5b7e1', 'the reports of an event, and what links them'],
    ['readout why 858cf83f14cb0658:a1', 'the rule, the words and the dates of one act'],
    ['readout why news/sochi.txt', 'how a report was read, its acts and statements, and what of its page was left out'],
  ]);
  withJson(
    withDatabase(
      made.argument(
        '<id>',
        'the id of an act, a statement, an event or a report; of a report also its path or address',
      ),
    ),
    'one JSON object',
  );
  made.action(async (id: string, flags: { db: string; json?: boolean }) => {
    await withRecord(flags.db, async (store) => {
      const reason = store.why(id) ?? store.why(store.event(id)?.id ?? id);
      if (!reason) throw notFound('act, statement, event or report', id);
      for (const line of flags.json ? [JSON.stringify(reason)] : reasonLines(reason, output.strong))
        await output.line(line);
    });
  });
};

function reasonLines(reason: Reason, strong: (text: string) => string): string[] {
  if (reason.kind === 'act') return actLines(reason, strong);
  if (reason.kind === 'statement') return statementLines(reason, strong);
  if (reason.kind === 'report') return reportLines(reason, strong);
  return [
    strong(eventLine(reason.event)),
    ...resolutionLines(reason),
    ...reason.acts.flatMap((act) => ['', ...actLines(act, strong)]),
  ];
}

type EventReason = Extract<Reason, { kind: 'event' }>;
type Compared = EventReason['links'][number];

/** The links that joined the acts, what came nearest to joining them, and the corrections. */
function resolutionLines({ links, apart, corrections, linkedFrom }: EventReason): string[] {
  return [
    ...(links.length > 0 ? [`joined, from ${linkedFrom} points on:`, ...links.flatMap(comparedLines)] : ['one act']),
    ...(apart.length > 0 ? ['other events that came near:'] : []),
    ...apart.flatMap((one) => apartLines(one, linkedFrom)),
    ...corrections.map(
      ({ number, kind, at }) => `${kind} ${number}, of ${at}; readout ${kind} --undo ${number} takes it back`,
    ),
  ];
}

function apartLines({ event, likest, excluded }: EventReason['apart'][number], linkedFrom: number): string[] {
  const linked = likest.score !== null && likest.score >= linkedFrom;
  const lines = comparedLines(likest);
  if (excluded && excluded !== likest) lines.push('  but these exclude it:', ...comparedLines(excluded));
  else if (linked && !excluded) lines.push('  but fewer than half of the pairs across the two are linked');
  return [`  ${event}`, ...lines.map((line) => `  ${line}`)];
}

function comparedLines({ a, b, score, parts, correction }: Compared): string[] {
  const sum = score === null ? 'excluded' : `${score} points`;
  const by = correction === null ? '' : `, by hand (correction ${correction})`;
  const reasons = parts.map(({ points, reason }) => `${points === null ? 'never' : signed(points)} ${reason}`);
  return [`  ${a} = ${b}: ${sum}${by}`, `    ${reasons.join(', ')}`];
}

function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`;
}

function actLines(reason: Extract<Reason, { kind: 'act' }>, strong: (text: string) => string): string[] {
  const { act, report, language, evidence, parts, published, event, statements } = reason;
  return [
    strong(`act ${act.id}: ${act.type}${act.mode ? ` ${act.mode}` : ''} ${sides(act)}, ${act.status}`),
    `  report    ${report} (${language}), ${inLines(act)}`,
    `  words     ${evidence.replace(/\s+/g, ' ')}`,
    `  rule      ${act.why}`,
    ...parts.map(({ part, text, span }) => `  ${part.padEnd(9)} “${text}” [${span.join(', ')})`),
    ...act.people.map(
      ({ id, name, post, side }) => `  person    ${name}${post ? `, ${post}` : ''} (${side}; knowledge: ${id})`,
    ),
    ...(act.place ? [`  place     ${act.place.name} (knowledge: ${act.place.id})`] : []),
    `  when      ${act.when ? `${inDays(act.when)} (${act.when.basis}: ${act.when.why})` : 'the text gives no time'}`,
    `  published ${published ?? 'not known'}`,
    ...act.according.map(
      ({ speaker, actor, via }) =>
        `  according ${speaker}${actor ? ` (${actor})` : ''}${via.length > 0 ? ` via ${via.join(', ')}` : ''}`,
    ),
    ...statements.map(({ id, speaker, verb }) => `  statement ${id}: ${speaker.name}, ${verb}`),
    `  scores    confidence ${act.confidence}, CAMEO ${act.cameo}, Goldstein ${act.goldstein}`,
    ...(event ? [`  event     ${event}`] : []),
  ];
}

function statementLines(
  { statement, report, language, words }: Extract<Reason, { kind: 'statement' }>,
  strong: (text: string) => string,
): string[] {
  const { speaker, verb, direct, quote, via, topics } = statement;
  return [
    strong(`statement ${statement.id}: ${speaker.name} (${speaker.kind}${speaker.actor ? `, ${speaker.actor}` : ''})`),
    `  report    ${report} (${language}), ${inLines(statement)}`,
    `  words     ${words.replace(/\s+/g, ' ')}`,
    `  verb      ${verb}, ${direct ? 'direct' : 'reported'}`,
    ...(quote ? [`  quotation “${quote}”`] : []),
    ...(via.length > 0 ? [`  via       ${via.join(', ')}`] : []),
    ...(topics.length > 0 ? [`  topics    ${topics.join(', ')}`] : []),
    ...(speaker.id ? [`  knowledge ${speaker.id}`] : []),
  ];
}

function reportLines(reason: Extract<Reason, { kind: 'report' }>, strong: (text: string) => string): string[] {
  const { report, language, title, outlet, authors, credits, published, site, siteChanges, warnings } = reason;
  const repeats = siteChanges ? `; reads otherwise for what its pages repeat (readout sites ${site})` : '';
  return [
    strong(`report ${report.id}: ${report.path} (${language})`),
    `  title     ${title ?? 'none'}`,
    `  outlet    ${outlet?.name ?? 'not known'}`,
    ...(site ? [`  site      ${site}${repeats}`] : []),
    ...(authors.length > 0 ? [`  authors   ${authors.join(', ')}`] : []),
    `  published ${published ? `${inDays(published)} (${published.basis}: ${published.why})` : 'not known'}`,
    ...credits.map(({ outlet: name, role }) => `  credit    ${name} (${role})`),
    ...warnings.map(({ code, message }) => `  warning   ${code}: ${message}`),
    ...reason.acts.map((act) => `  act       ${act.id}  ${act.type} ${sides(act)}, ${act.status}, ${inLines(act)}`),
    ...reason.statements.map((said) => `  statement ${said.id}  ${said.speaker.name}, ${said.verb}, ${inLines(said)}`),
    ...reason.leftOut.map(
      ({ kind, lines, why, text }) =>
        `  left out  ${inLines({ lines })}, ${kind} (${why}): ${text.slice(0, 100).replace(/\s+/g, ' ')}`,
    ),
  ];
}

function inLines({ lines: [first, last] }: { lines: readonly [number, number] }): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
