import { createHash } from 'node:crypto';
import { splitExtension } from '../exports.ts';

/** The file that a page of the site is written to, relative to its folder. One address, one file, everywhere the same. */
export function fileOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  if (pathname.startsWith('/assets/')) return pathname.slice(1);
  const { path, extension } = splitExtension(pathname);
  const parts = path
    .split('/')
    .filter(Boolean)
    .map((part) => safe(decodeURIComponent(part)));
  const stem = parts.length > 0 ? parts.join('/') : 'index';
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return `${stem}${query ? `~${safe(query)}` : ''}.${extension ?? 'html'}`;
}

/** A name that every file system and web server takes as it is; what was changed in it is told by a hash. */
function safe(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9=._-]+/g, '-').slice(0, 60);
  if (plain === name) return name;
  return `${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** The way from one file of the site to another. */
export function wayTo(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

// Attribute values of our own templates. Words of reports cannot look like this: their quotation marks are escaped.
const LINK = /\b(href|src|action)="(\/[^"]*)"/g;

/** The addresses within the site that a page leads to. */
export function linksIn(page: string): string[] {
  return [...page.matchAll(LINK)].map(([, , value = '']) => addressOf(value).address);
}

/** A page with its links made ways between files. */
export function linkedByFile(page: string, file: string): string {
  return page.replace(LINK, (_, name: string, value: string) => {
    const { address, hash } = addressOf(value);
    return `${name}="${wayTo(file, fileOf(address))}${hash}"`;
  });
}

function addressOf(value: string): { address: string; hash: string } {
  const [address = '', hash] = value.replaceAll('&amp;', '&').split('#');
  return { address, hash: hash === undefined ? '' : `#${hash}` };
}
