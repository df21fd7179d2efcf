import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import type { Output } from '../src/cli/output.ts';
import { buildProgram } from '../src/cli/program.ts';
import { FORMATS } from '../src/show/formats/index.ts';

const silent: Output = {
  line: async () => {},
  note: () => {},
  progress: () => {},
  columns: 80,
  strong: (text) => text,
};
const program = buildProgram(silent);
const docs = readFileSync(new URL('../docs/commands.md', import.meta.url), 'utf8');

/** The part of the docs that describes a command. */
function sectionOf(command: Command): string {
  const start = docs.search(new RegExp(`^## \`readout ${command.name()}\\b`, 'm'));
  if (start < 0) return '';
  const end = docs.indexOf('\n## ', start + 1);
  return docs.slice(start, end < 0 ? undefined : end);
}

describe('docs/commands.md', () => {
  test.each(program.commands.map((command) => [command.name(), command] as const))(
    '%s: usage, an example and every option',
    (_, command) => {
      const section = sectionOf(command);
      const usage = command.usage().replace('[options]', '').replace(/\s+/g, ' ').trim();
      expect(section).toContain(`## \`readout ${[command.name(), usage].filter(Boolean).join(' ')}\``);
      expect(section).toMatch(new RegExp(`^ {4}.*readout ${command.name()}`, 'm'));
      for (const option of command.options) expect(section).toContain(`| \`${option.flags}\` |`);
    },
  );

  test('describes no command and no option that is not there', () => {
    const described = [...docs.matchAll(/^## `readout (\S+?)[`\s]/gm)].map(([, name]) => name);
    expect(described).toEqual(program.commands.map((command) => command.name()));
    for (const command of program.commands) {
      const named = [...sectionOf(command).matchAll(/^\| `(--[^`]+)` \|/gm)].map(([, flags]) => flags);
      expect(named.sort()).toEqual(command.options.map(({ flags }) => flags).sort());
    }
  });

  test('names every format of exports, in the docs and in the help', () => {
    const exporting = program.commands.find((command) => command.name() === 'export') as Command;
    for (const { name, about } of FORMATS) expect(sectionOf(exporting)).toContain(`| \`${name}\` | ${about} |`);
    const flag = exporting.options.find(({ long }) => long === '--format');
    expect(flag?.description).toBe(`one of ${FORMATS.map(({ name }) => name).join(', ')}`);
  });

  test('help leads with examples', () => {
    for (const command of program.commands) {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(help.startsWith('Examples:\n')).toBe(true);
    }
  });
});
