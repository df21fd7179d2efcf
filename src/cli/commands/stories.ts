import type { Story } from '../../model/index.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { withRecord } from '../record.ts';

/** `readout stories`: lists stories. */
export const addStories: AddCommand = (program, output) => {
  const made = command(program, 'stories', 'list stories: the reports that carry the same news', [
    ['readout stories', 'lists stories of two reports and more'],
    ['readout stories --all --json', 'every story, also of one report, for another program'],
  ]);
  withJson(withDatabase(made)).option('--all', 'also stories of one report');
  made.action(async (flags: { db: string; json?: boolean; all?: boolean }) => {
    await withRecord(flags.db, async (store) => {
      for (const story of store.stories()) {
        if (flags.json) await output.line(JSON.stringify(story));
        else if (flags.all || story.reports.length > 1)
          await output.line(
            `${story.id.slice(0, 9)}  ${String(story.reports.length).padStart(3)} reports${taken(story)}  ${story.title}`,
          );
      }
    });
  });
};

/** How many of its reports were taken from another, and in how much they differ. */
function taken({ lineage, differences }: Story): string {
  const made = new Set(lineage.map(({ to }) => to)).size;
  const parts = [made > 0 ? `${made} taken` : '', differences.length > 0 ? `${differences.length} differences` : ''];
  return parts.some(Boolean) ? ` (${parts.filter(Boolean).join(', ')})` : '';
}
