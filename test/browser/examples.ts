import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coded, ReadoutEvent, Story } from '../../src/model/index.ts';
import { trackId } from '../../src/resolve/tracks/index.ts';
import { openApp } from '../../src/show/app.ts';
import { publishSite } from '../../src/show/publish/site.ts';
import { serve } from '../../src/show/serve.ts';
import { recordOf } from '../show-record.ts';

/** The bundled examples, served. */
export interface Examples {
  /** Without a slash at the end. */
  address: string;
  event: ReadoutEvent;
  report: Coded;
  story: Story;
  /** One address of each kind of page. */
  kinds: Readonly<Record<string, string>>;
  /** Writes the same as files. @returns the folder */
  publish(): Promise<string>;
  close(): Promise<void>;
}

/** Codes the examples and serves them on a free port. */
export async function serveExamples(): Promise<Examples> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-browser-'));
  const { store, world } = await recordOf(folder);
  const app = openApp({ store, world, version: '0.0.0' });
  const serving = await serve(app, { host: '127.0.0.1', port: 0 });
  const event = [...store.events()].find(
    ({ reports, readouts }) => reports.length === 3 && readouts.length > 1,
  ) as ReadoutEvent;
  const report = store.browse.reportsOfEvent(event.id, 3).find(({ article }) => article.language === 'vi') as Coded;
  const told = [...store.stories()].filter(({ lineage, differences }) => lineage.length > 0 && differences.length > 0);
  const story = told.sort((a, b) => b.differences.length - a.differences.length || (a.id < b.id ? -1 : 1))[0] as Story;
  return {
    address: serving.address.replace(/\/$/, ''),
    event,
    report,
    story,
    kinds: {
      front: '/',
      events: '/events',
      chosen: '/events?actor=RUS&type=CONSULT',
      event: `/events/${event.id}`,
      report: `/reports/${report.report.id}`,
      stories: '/stories',
      story: `/stories/${story.id}`,
      relations: '/relations',
      relation: '/relations/RUS/TUR',
      tracks: '/tracks',
      track: `/tracks/${trackId('black-sea-grain-initiative')}`,
      actor: '/actors/TUR',
      search: '/search?q=tho+nhi+ky',
      knowledge: '/knowledge',
      accuracy: '/accuracy',
      api: '/api',
      problem: '/nothing-here',
    },
    async publish() {
      const site = join(folder, 'site');
      await publishSite(site, { store, world, version: '0.0.0', locale: 'en', base: '' });
      return site;
    },
    async close() {
      await serving.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
