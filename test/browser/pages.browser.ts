import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { type Examples, serveExamples } from './examples.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KINDS =
  'front events chosen event report stories story relations relation tracks track actor search knowledge accuracy api problem'.split(
    ' ',
  );
const WIDE = { width: 1200, height: 900 };
const TRIGGER = '.mark.m-trigger[data-why]';
const PHONE = { width: 390, height: 844 };

let browser!: Browser;
let examples!: Examples;

beforeAll(async () => {
  [browser, examples] = await Promise.all([openBrowser(), serveExamples()]);
});
afterAll(async () => {
  await browser.close();
  await examples.close();
});

/** Opens a page, works with it, and expects that nothing was asked of elsewhere and nothing was reported wrong. */
async function on(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: WIDE, locale: 'en', ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(examples.address)) wrong.push(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404 (Not Found)')) wrong.push(message.text());
  });
  await page.goto(`${examples.address}${path}`);
  await work(page);
  expect(wrong).toEqual([]);
  await context.close();
}

/** What axe-core finds that keeps people out. It is put in from outside the page, past its policy against inline scripts. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 120))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth') as Promise<number>;

describe.each(KINDS)('%s', (kind) => {
  const path = () => examples.kinds[kind] as string;

  test('opens, fits a screen and a phone, and keeps nobody out', async () => {
    await on(path(), {}, async (page) => {
      expect(await page.locator('h1').count()).toBe(1);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('keeps nobody out in the dark', async () => {
    await on(path(), { colorScheme: 'dark' }, async (page) => {
      const [red = 255] =
        ((await page.evaluate('getComputedStyle(document.body).backgroundColor')) as string)
          .match(/\d+/g)
          ?.map(Number) ?? [];
      expect(red).toBeLessThan(60);
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('reads without JavaScript', async () => {
    const context = await browser.newContext({ viewport: WIDE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${examples.address}${path()}`);
    expect(((await page.locator('main').textContent()) ?? '').length).toBeGreaterThan(40);
    expect(await page.locator('[data-theme-button]').isVisible()).toBe(false);
    await context.close();
  });
});

describe('keys', () => {
  test('j and k walk through the rows, Enter opens one', async () => {
    await on('/events', {}, async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      const rows = page.locator('tr[data-row]');
      expect(await rows.nth(1).getAttribute('class')).toBe('current');
      expect(await page.locator('.current').count()).toBe(1);
      const href = await rows.nth(1).locator('a').first().getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${examples.address}${href}`);
    });
  });

  test('/ goes to the search, and Enter searches', async () => {
    await on(examples.kinds.event as string, {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('grain j ?');
      expect(await page.locator('#search-top').inputValue()).toBe('grain j ?');
      await page.locator('#search-top').fill('tho nhi ky');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=tho\+nhi\+ky/);
      expect(await page.locator('.hits li').count()).toBeGreaterThan(3);
    });
  });

  test('? lists the keys and Escape closes the list; g h goes home', async () => {
    await on('/stories', {}, async (page) => {
      await page.keyboard.press('?');
      expect(await page.locator('#keys').isVisible()).toBe(true);
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.locator('#keys').isVisible()).toBe(false);
      await page.keyboard.press('g');
      await page.keyboard.press('h');
      await page.waitForURL(`${examples.address}/`);
    });
  });

  test('the first Tab offers to skip the menu', async () => {
    await on('/', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    });
  });
});

describe('light and dark', () => {
  test('the button overrides the system and is remembered on the next page', async () => {
    await on('/', { colorScheme: 'light' }, async (page) => {
      const scheme = () => page.evaluate('getComputedStyle(document.documentElement).colorScheme');
      expect(await scheme()).toBe('light dark');
      await page.locator('[data-theme-button]').click();
      expect(await scheme()).toBe('dark');
      await page.goto(`${examples.address}/events`);
      expect(await scheme()).toBe('dark');
      await page.keyboard.press('t');
      expect(await scheme()).toBe('light');
    });
  });
});

describe('a report', () => {
  test('a mark says what was read, and why, on hover and on focus, and leads to its note and back', async () => {
    await on(examples.kinds.report as string, {}, async (page) => {
      const mark = page.locator(TRIGGER).first();
      const told = () => page.evaluate(`getComputedStyle(document.querySelector('${TRIGGER}'), '::after').content`);
      expect(await told()).toBe('none');
      await mark.hover();
      expect(await told()).toContain('vi/');
      await page.mouse.move(0, 0);
      await mark.focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      expect(await told()).toContain('vi/');
      await page.keyboard.press('Enter');
      const target = page.locator(':target');
      expect(await target.getAttribute('class')).toContain('note');
      await target.locator('.back').click();
      expect(page.url()).toContain(`#${await target.getAttribute('id')}`);
    });
  });

  test('the page around the article opens', async () => {
    await on(examples.kinds.report as string, {}, async (page) => {
      const folded = page.locator('.page-parts').first();
      expect(await folded.locator('p').first().isVisible()).toBe(false);
      await folded.locator('summary').click();
      expect(await folded.locator('p').first().isVisible()).toBe(true);
    });
  });

  test('is in its own language', async () => {
    await on(examples.kinds.report as string, {}, async (page) => {
      expect(await page.locator('.article').getAttribute('lang')).toBe('vi');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  });
});

describe('choosing', () => {
  test('a facet, a second one, and back', async () => {
    await on('/events', {}, async (page) => {
      const total = async () =>
        Number.parseInt((await page.locator('.results > .minor').first().textContent()) ?? '', 10);
      const all = await total();
      await page.locator('.facet a', { hasText: 'Consultation' }).click();
      const consultations = await total();
      const count = Number(await page.locator('.facet li', { hasText: 'Phone call' }).locator('.count').textContent());
      await page.locator('.facet a', { hasText: 'Phone call' }).click();
      expect(await total()).toBe(count);
      expect(consultations).toBeGreaterThan(count);
      expect(all).toBeGreaterThan(consultations);
      await page.locator('.clear').click();
      expect(await total()).toBe(all);
    });
  });

  test('days, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${examples.address}/events?type=CONSULT`);
    await page.locator('input[name=since]').fill('2023');
    await page.locator('input[name=until]').fill('2023');
    await page.locator('.dates button').click();
    expect(page.url()).toContain('type=CONSULT&since=2023&until=2023');
    const days = await page.locator('td.day').allTextContents();
    expect(days.length).toBeGreaterThan(3);
    for (const day of days) expect(day).toMatch(/^2023/);
    await context.close();
  });
});

describe('the interface', () => {
  test('in Vietnamese, as the browser asks', async () => {
    await on('/', { locale: 'vi' }, async (page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('vi');
      expect(await page.locator('h1').textContent()).toBe('Ai giao thiệp với ai');
      await page.goto(`${examples.address}${examples.kinds.event}`);
      expect(await page.locator('h1').textContent()).toContain('Thổ Nhĩ Kỳ');
      expect(await page.locator('.lead').textContent()).toContain('4 tháng 9, 2023');
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('in another language by a link that stays', async () => {
    await on('/events', {}, async (page) => {
      await page.locator('footer a[lang=ru]').click();
      expect(await page.locator('h1').textContent()).toBe('События');
      await page.locator('td.deed a').first().click();
      expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    });
  });

  test('turned round for languages that are written from the right', async () => {
    for (const kind of ['events', 'event', 'report', 'relation'])
      await on(examples.kinds[kind] as string, {}, async (page) => {
        await page.evaluate('document.documentElement.dir = "rtl"');
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        const brand = await page.locator('.brand').boundingBox();
        expect(brand?.x).toBeGreaterThan(WIDE.width / 2);
      });
  });

  test('prints the text and not the frame', async () => {
    await on(examples.kinds.event as string, { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.top nav').isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
    });
  });

  test('the page to try the API asks what its fields say', async () => {
    await on('/api', {}, async (page) => {
      await page.locator('summary', { hasText: '/relations/{a}/{b}.json' }).click();
      const form = page.locator('form[data-try="/relations/{a}/{b}.json"]');
      await form.locator('[data-path=a]').fill('SAU');
      await form.locator('[data-path=b]').fill('IRN');
      await form.locator('[name=limit]').fill('2');
      await form.locator('button').click();
      expect(page.url()).toBe(`${examples.address}/relations/SAU/IRN.json?limit=2`);
    });
  });
});

describe('a site of files', () => {
  test('opens from the disk, searches, and leads on', async () => {
    const site = await examples.publish();
    const context = await browser.newContext();
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(`file://${site}/index.html`);
    await page.locator('#search-front').fill('thổ nhĩ kỳ');
    await page.keyboard.press('Enter');
    await page.locator('.hits a').first().waitFor();
    expect(await page.locator('.hits li').count()).toBeGreaterThan(3);
    await page.locator('.hits a').first().click();
    expect(await page.locator('h1').count()).toBe(1);
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.waitForURL(/events\.html$/);
    expect(await barriers(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
