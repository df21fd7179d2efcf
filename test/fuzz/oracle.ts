import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Act, Article, Coded, CodedLine, Failed, RawReport, Span, StageFact } from '../../src/model/index.ts';
import { codeReport } from '../../src/pipeline.ts';
import { openReports } from '../../src/read/index.ts';
import { schemaFile } from '../../tools/schema.ts';
import { testWorld } from '../world-of-tests.ts';

/** The promise of a report's time, in processor time: other programs on the machine do not count. */
export const MOST_SECONDS = 1;

let valid: ValidateFunction | null = null;

function schema(): ValidateFunction {
  valid ??= new Ajv({ allowUnionTypes: true, strict: false }).compile(
    JSON.parse(readFileSync(schemaFile('coded'), 'utf8')),
  );
  return valid;
}

/** Opens bytes as a file would be, in chunks, and codes every report. @returns how many reports there were @throws for what must not be */
export async function readBytes(bytes: Buffer): Promise<number> {
  let count = 0;
  for await (const raw of openReports(['-'], { stdin: chunks(bytes) })) {
    count++;
    if ('error' in raw) checkFailed(raw);
    else codeText(raw);
  }
  return count;
}

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Codes one report and checks the line. @throws for what must not be */
export function codeText(raw: RawReport): void {
  const { line, seconds } = timed(raw);
  checkLine(line);
  // A first run pays for what later ones have ready, and others run on this machine: only what is slow again is slow.
  const least = seconds > MOST_SECONDS ? Math.min(seconds, timed(raw).seconds, timed(raw).seconds) : seconds;
  if (least > MOST_SECONDS) throw new Error(`took ${least.toFixed(2)} s for ${raw.content.length} characters`);
}

function timed(raw: RawReport): { line: CodedLine; seconds: number } {
  const before = process.cpuUsage();
  const line = codeReport(testWorld(), raw);
  const { user, system } = process.cpuUsage(before);
  return { line, seconds: (user + system) / 1e6 };
}

/** A report of plain text. */
export function textReport(content: string): RawReport {
  return {
    report: { id: '0'.repeat(16), path: 'fuzz.txt', url: null, bytes: Buffer.byteLength(content) },
    kind: 'text',
    content,
    hints: {},
  };
}

function checkFailed(failed: Failed): void {
  require(failed.error.code !== 'unreadable', `a failure without a name: ${failed.error.message}`);
  checkSchema(failed);
}

/** What holds for every line: it fits the schema, and its spans lie in its text, in order. */
export function checkLine(line: CodedLine): void {
  checkSchema(line);
  if ('error' in line) return;
  checkArticle(line.article);
  const spanned = (name: string, span: Span): void => within(line.article.text, name, span);
  for (const act of line.acts) checkAct(line, act);
  for (const statement of line.statements) spanned(`statement ${statement.id}`, statement);
  for (const quantity of line.quantities) spanned('quantity', quantity);
  for (const mention of line.tracks ?? []) spanned(`mention of ${mention.track}`, mention);
  for (const stage of line.stages ?? []) checkStage(line, stage);
  const ids = new Set(line.acts.map(({ id }) => id));
  require(ids.size === line.acts.length, 'two acts have one id');
  for (const { acts } of line.statements)
    for (const id of acts) require(ids.has(id), `a statement rests on no act ${id}`);
}

function checkSchema(line: CodedLine): void {
  const check = schema();
  // A line is what a reader of JSON gets.
  require(check(
    JSON.parse(JSON.stringify(line)),
  ), `does not fit the schema: ${JSON.stringify(check.errors?.slice(0, 3))}`);
}

function checkArticle({ text, blocks, credits }: Article): void {
  require(text === text.normalize('NFC'), 'the text is not NFC');
  require(!text.includes('\r'), 'the text has a carriage return');
  let end = 0;
  for (const block of blocks) {
    within(text, block.kind, block);
    require(block.start >= end, `the block ${block.kind} at ${block.start} begins before the one before it ends`);
    require(block.lines[0] <= block.lines[1], `the block ${block.kind} has its lines the wrong way round`);
    end = block.end;
  }
  for (const credit of credits) within(text, `credit ${credit.outlet}`, credit);
}

function checkAct({ article: { text } }: Coded, act: Act): void {
  within(text, `evidence of ${act.id}`, act.evidence);
  for (const [part, span] of Object.entries(act.spans))
    if (span) within(text, `${part} of ${act.id}`, { start: span[0], end: span[1] });
  require(act.when === null ||
    !act.when.earliest ||
    !act.when.latest ||
    act.when.earliest <= act.when.latest, `the time of ${act.id} ends before it begins`);
  require(act.from.length > 0, `nobody does ${act.id}`);
  require(act.confidence >= 0 && act.confidence <= 1, `the confidence of ${act.id} is ${act.confidence}`);
}

function checkStage({ article: { text } }: Coded, stage: StageFact): void {
  within(text, `evidence of stage ${stage.id}`, stage.evidence);
  for (const [part, span] of Object.entries(stage.spans))
    if (span) within(text, `${part} of stage ${stage.id}`, { start: span[0], end: span[1] });
}

function within(text: string, name: string, { start, end }: Span): void {
  require(Number.isInteger(start) && Number.isInteger(end), `${name} is at ${start}, ${end}`);
  require(0 <= start && start <= end && end <= text.length, `${name} is at ${start}..${end} of ${text.length}`);
}

function require(holds: boolean, told: string): void {
  if (!holds) throw new Error(told);
}
