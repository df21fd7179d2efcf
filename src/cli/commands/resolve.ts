import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Coded, CodedLine } from '../../model/index.ts';
import { type AddCommand, command } from '../command.ts';
import { STATUS, UsageError } from '../status.ts';

/** `readout resolve -`: coded lines in, events out. */
export const addResolve: AddCommand = (program, output) => {
  const made = command(program, 'resolve', 'resolve coded lines into events: a filter, no database', [
    ['readout code news/ | readout resolve -', 'events of a folder, one JSON object a line'],
    ['readout resolve coded.jsonl --stories', 'stories in place of events'],
  ]);
  made
    .argument('[file...]', 'files of coded lines, or - for standard input')
    .option('--stories', 'print stories in place of events');
  made.action(async (files: string[], flags: { stories?: boolean }) => {
    const { resolve } = await import('../../resolve/index.ts');
    const coded: Coded[] = [];
    for (const file of files.length > 0 ? files : ['-'])
      for await (const line of codedLines(file))
        if ('error' in line) {
          output.note(`readout: skipped ${line.report.path}: ${line.error.message}`);
          process.exitCode = STATUS.skipped;
        } else coded.push(line);
    const { events, stories } = resolve(coded);
    for (const row of flags.stories ? stories : events) await output.line(JSON.stringify(row));
  });
};

async function* codedLines(file: string): AsyncGenerator<CodedLine> {
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
