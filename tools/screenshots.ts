// Takes the pictures of docs/tour.md from the bundled examples, in Debian's Chromium:  node tools/screenshots.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import UPNG from 'upng-js';
import { openBrowser } from '../test/browser/chromium.ts';
import { type Examples, serveExamples } from '../test/browser/examples.ts';

/** One picture: its name, whose address, and what is done before it is taken. */
interface Picture {
  name: string;
  path: string;
  options?: BrowserContextOptions;
  before?: (page: Page) => Promise<unknown>;
}

const MOST_BYTES = 80_000;
const SCREEN = { width: 1100, height: 760 };
const PHONE = { width: 390, height: 760 };

const pictures = ({ kinds }: Examples): Picture[] => [
  { name: 'front', path: kinds.front as string },
  { name: 'events', path: '/events?actor=RUS&type=CONSULT' },
  { name: 'event', path: kinds.event as string },
  {
    name: 'report',
    path: kinds.report as string,
    before: async (page) => {
      await page.locator('.article .title').scrollIntoViewIfNeeded();
      await page.evaluate('scrollBy(0, 330)');
      await page.locator('.mark.m-trigger[data-why]').first().hover();
    },
  },
  {
    name: 'story',
    path: kinds.story as string,
    before: (page) => page.evaluate("document.getElementById('lineage').scrollIntoView()"),
  },
  { name: 'relation', path: kinds.relation as string },
  { name: 'track', path: kinds.track as string },
  { name: 'search', path: kinds.search as string, options: { colorScheme: 'dark' } },
  { name: 'vietnamese', path: `${kinds.event}?lang=vi` },
  { name: 'phone', path: kinds.events as string, options: { viewport: PHONE } },
];

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'tour');
mkdirSync(folder, { recursive: true });
const [browser, examples] = await Promise.all([openBrowser(), serveExamples()]);
for (const picture of pictures(examples)) {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'en', ...picture.options });
  const page = await context.newPage();
  await page.goto(`${examples.address}${picture.path}`);
  await picture.before?.(page);
  const bytes = await smallEnough(page);
  writeFileSync(join(folder, `${picture.name}.png`), bytes);
  console.log(`${picture.name}.png  ${(bytes.byteLength / 1000).toFixed(0)} kB`);
  await context.close();
}
await browser.close();
await examples.close();

/** A page has few colours: with a palette of them the picture is a third of its size, and looks the same. */
async function smallEnough(page: Page): Promise<Buffer> {
  const taken = UPNG.decode(Uint8Array.from(await page.screenshot()).buffer);
  for (const colours of [128, 64, 32, 16]) {
    const bytes = Buffer.from(UPNG.encode(UPNG.toRGBA8(taken), taken.width, taken.height, colours));
    if (bytes.byteLength <= MOST_BYTES || colours === 16) return bytes;
  }
  throw new Error('unreachable');
}
