import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BIN } from './cli-run.ts';

/**
 * Runs the commands of the README's `console` blocks and compares what they print with what is pasted there.
 * What follows `console` chooses lines: `/expression/+N` is the first line that fits and so many in all; `…` stands for
 * what was left out. `READOUT_UPDATE=1 npx vitest run test/readme.test.ts` pastes anew what the commands print now.
 */
const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');
const BLOCK = /```console([^\n]*)\n\$ ([^\n]+)\n([\s\S]*?)```/g;

const text = readFileSync(README, 'utf8');
const blocks = [...text.matchAll(BLOCK)].map(([whole, choice, command, pasted]) => ({
  whole,
  choice: choice as string,
  command: command as string,
  pasted: pasted as string,
}));
const hasJq = spawnSync('jq', ['--version']).status === 0;
const printed = new Map<string, string>();

/** `npx readout` is this tree's own; everything else is as a reader types it. */
function run(command: string): Promise<string> {
  const here = command.replaceAll('npx readout', `'${process.execPath}' '${BIN}'`);
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', here], { cwd: ROOT });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(out) : reject(new Error(`${command}: ${status}\n${err}`))));
  });
}

/** The lines of an output that a block shows. */
function chosen(choice: string, output: string): string {
  const lines = output.trimEnd().split('\n');
  const picks = [...choice.matchAll(/\/(\S+)\/\+(\d+)/g)];
  if (picks.length === 0) return `${lines.join('\n')}\n`;
  const shown: string[] = [];
  let last = 0;
  for (const [, expression, count] of picks) {
    const first = lines.findIndex((line) => new RegExp(expression as string).test(line));
    if (first < 0) throw new Error(`nothing printed fits ${expression}`);
    if (first > last) shown.push('…');
    last = Math.min(lines.length, first + Number(count));
    shown.push(...lines.slice(first, last));
  }
  if (last < lines.length) shown.push('…');
  return `${shown.join('\n')}\n`;
}

describe('README', () => {
  test('shows what the program is before anything else: an output on the first screen', () => {
    expect(text.indexOf('```console')).toBeGreaterThan(0);
    expect(text.slice(0, text.indexOf('```console')).split('\n').length).toBeLessThan(20);
  });

  test.for(blocks)('$command', async ({ choice, command, pasted }, { skip }) => {
    skip(command.includes('| jq') && !hasJq, 'jq is not installed');
    const now = chosen(choice, await run(command));
    printed.set(command, now);
    if (!process.env.READOUT_UPDATE) expect(pasted).toBe(now);
  });

  test('every file it points to is there', () => {
    for (const [, target] of text.matchAll(/\]\(([^)#]+)\)/g))
      expect(existsSync(join(ROOT, target as string)), target).toBe(true);
  });

  test('every command it names is one', () => {
    const commands = readFileSync(join(ROOT, 'docs', 'commands.md'), 'utf8');
    for (const [, name] of text.matchAll(/npx readout ([a-z]+)/g)) expect(commands).toContain(`## \`readout ${name}`);
  });

  afterAll(() => {
    if (!process.env.READOUT_UPDATE) return;
    const anew = text.replace(BLOCK, (whole, choice: string, command: string) => {
      const now = printed.get(command);
      return now === undefined ? whole : `\`\`\`console${choice}\n$ ${command}\n${now}\`\`\``;
    });
    writeFileSync(README, anew);
  });
});
