import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CodedLine } from '../../model/index.ts';
import type { BlockLine } from '../../resolve/blockLines.ts';
import { type AddCommand, command } from '../command.ts';
import type { Output } from '../output.ts';
import { STATUS, UsageError } from '../status.ts';

interface ResolveFlags {
  stories?: boolean;
  blocks?: boolean;
  links?: boolean;
}

/** `readout resolve -`: coded lines in, events out. */
export const addResolve: AddCommand = (program, output) => {
  const made = command(program, 'resolve', 'resolve coded lines into events: a filter, no database', [
    ['readout code news/ | readout resolve -', 'events of a folder, one JSON object a line'],
    ['readout resolve coded.jsonl --stories', 'stories in place of events'],
    ['readout resolve - --blocks | sort | …', 'for a cluster: see the documentation'],
  ]);
  made
    .argument('[file...]', 'files of coded lines, or - for standard input')
    .option('--stories', 'print stories in place of events')
    .option('--blocks', 'print each line once for every block key of its acts, the key first')
    .option('--links', 'print which acts are linked, in place of events');
  made.action(async (files: string[], flags: ResolveFlags) => {
    if ([flags.stories, flags.blocks, flags.links].filter(Boolean).length > 1)
      throw new UsageError('--stories, --blocks and --links exclude each other');
    const lines = codedLines(files.length > 0 ? files : ['-'], output);
    const { blockLines, linksIn, eventsIn } = await import('../../resolve/blockLines.ts');
    if (flags.blocks) {
      for await (const line of lines) for (const one of blockLines(line)) await output.line(JSON.stringify(one));
      return;
    }
    const { resolve } = await import('../../resolve/index.ts');
    const rowsOf = flags.stories ? (group: BlockLine[]) => resolve(group).stories : flags.links ? linksIn : eventsIn;
    for await (const group of groups(lines)) for (const row of rowsOf(group)) await output.line(JSON.stringify(row));
  });
};

/** Lines with the same block key that follow each other; only one group is held at a time. Lines without a key are one group. */
async function* groups(lines: AsyncIterable<BlockLine>): AsyncGenerator<BlockLine[]> {
  let group: BlockLine[] = [];
  for await (const line of lines) {
    if (group.length > 0 && group[0]?.block !== line.block) {
      yield group;
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) yield group;
}

/** The lines that can be resolved; a report that could not be coded is named on standard error. */
async function* codedLines(files: readonly string[], output: Output): AsyncGenerator<BlockLine> {
  for (const file of files)
    for await (const line of linesOf(file))
      if ('error' in line) {
        output.note(`readout: skipped ${line.report.path}: ${line.error.message}`);
        process.exitCode = STATUS.skipped;
      } else yield line;
}

async function* linesOf(file: string): AsyncGenerator<CodedLine> {
  if (file !== '-' && !existsSync(file)) throw new UsageError(`${file}: there is no such file`);
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield parsedLine(line, `${file}:${number}`);
  }
}

function parsedLine(line: string, where: string): CodedLine {
  try {
    const parsed = JSON.parse(line) as CodedLine;
    if (parsed.report && ('error' in parsed || ('acts' in parsed && 'article' in parsed))) return parsed;
  } catch {
    // Not JSON: said below.
  }
  throw new UsageError(`${where}: not a line of readout code`);
}
