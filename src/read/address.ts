import type { Published } from '../model/when.ts';
import { statedDate } from './published.ts';

/** `/2020/03/14/`, `/2020/3/14/`, `-20200314`. */
const DAY =
  /[/_-](?:(20\d\d|19\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])|(20\d\d)\/([1-9])\/([1-9]|[12]\d|3[01])|(20\d\d)\/(1[0-2])\/([1-9]))(?=[/_.-]|$|\D)/;

/** The day that an address carries, as news sites put it there. */
export function dateOfAddress(address: string | null): Published | null {
  const match = address ? DAY.exec(address) : null;
  if (!match) return null;
  const [year, month, day] = match.slice(1).filter((part) => part !== undefined) as [string, string, string];
  return statedDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'the address of the page');
}

/**
 * A crawler that turned links into Markdown and joined each target to the folder of the page without resolving it:
 * `[](https://site/world/2026/2/7/</sport/…>)`.
 */
const JOINED = /\]\((https?:\/\/[^\s()<>]+\/)<[^)\s]*\)/g;

/** The folder that a page lies in, where a crawler's links betray it; null when there are none, or they do not agree. */
export function folderOf(text: string): string | null {
  if (!text.includes('/<')) return null;
  const folders = new Set([...text.matchAll(JOINED)].map((match) => match[1] as string));
  return folders.size === 1 ? ([...folders][0] as string) : null;
}
