import type { OutletRef } from '../model/article.ts';
import type { ReportHints } from '../model/report.ts';
import { foldName, type OutletNames, wordsOf } from '../world/outlet-names.ts';
import type { Line } from './lines.ts';
import { isDropped } from './lines.ts';

/** A publisher's tag before the first sentence: "TGVN. …", "(Petrotimes) - …", "VOV.VN - …", "央视网消息（…）：…". */
export interface PublisherTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const BRACKETED = /^[*\s]*[(（]\s*([\p{L}\p{N}][\p{L}\p{N} .&-]{1,24}?)\s*[)）]\s*[-–—:]?\s/u;
const DATELINE = /^[*\s]*\p{Lu}[\p{L}\d .,/-]{1,48}?\s*[(（]\s*([\p{L}\p{N}][\p{L}\p{N} .&-]{1,24}?)\s*[)）]\s*[-–—]/u;
const CAPITALS = /^((?:\p{Lu}[\p{Lu}\p{N}]{1,9})(?:\.(?:VN|COM|RU|NET|ORG))?)(?:\s*[-–—]\s+|\.\s+(?=\p{Lu}))/u;
const COLON_TAG = /^([\p{Script=Han}]{2,10}?)(消息)?([（(][^）)]{1,12}[）)])?[：:讯訊电電]/u;

/** Finds the publisher's tag on the first lines of the text. */
export function findPublisherTag(lines: readonly Line[], outlets: OutletNames): PublisherTag | null {
  let looked = 0;
  for (const line of lines) {
    if (isDropped(line) || !(line.prose || line.kind === 'lead')) continue;
    for (const pattern of [BRACKETED, DATELINE, CAPITALS, COLON_TAG]) {
      const match = pattern.exec(line.text);
      const name = match?.[1]?.trim();
      if (match && name && isPublisher(pattern, match, name, outlets)) {
        // "MOSCOW (Reuters) -" credits an agency; any other name there is the publisher's own
        if (pattern === DATELINE && isAgency(name, outlets)) return null;
        const at = line.start + match[0].indexOf(name);
        return { name, start: at, end: at + name.length };
      }
    }
    if (++looked === 2) break;
  }
  return null;
}

/**
 * A city in capitals opens a dateline ("ANTALYA - …"), a speaker and a colon a quotation ("顾问说："), and an agency after a word
 * in brackets is credited ("(Theo AP) - …"): a name that is not known needs more to be a publisher's.
 */
function isPublisher(pattern: RegExp, match: RegExpExecArray, name: string, outlets: OutletNames): boolean {
  const known = (words: string): boolean => outlets.byName.get(folded(words)) !== undefined;
  if (pattern === CAPITALS)
    return (
      (match[0].trimEnd().endsWith('.') && name.length <= INITIALS) ||
      known(name) ||
      name.includes('.') ||
      outlets.byDomain.get(name.toLowerCase()) !== undefined
    );
  if (pattern === COLON_TAG)
    return outlets.byName.get(name) !== undefined || known(name) || match[2] !== undefined || match[3] !== undefined;
  if (pattern === BRACKETED && !known(name))
    return !wordsOf(name).some((_, at, words) => at > 0 && isAgency(words.slice(at).join(' '), outlets));
  return true;
}

/** "TGVN. …": letters that stand for a paper's name; a city has more. */
const INITIALS = 5;

function isAgency(name: string, outlets: OutletNames): boolean {
  return outlets.byName.get(folded(name))?.kind === 'agency';
}

const PARTED = /[,;/、，&]/;

/** Whether a text names known outlets and nothing else: "Reuters, AFP", "(ТАСС)", "— AA". */
export function areOutlets(text: string, outlets: OutletNames): boolean {
  const bare = text.replace(/^[\s\-–—/([（【「:：]+|[\s/)\]）】」.]+$/g, '');
  if (bare === '' || bare.length > 60) return false;
  return bare.split(PARTED).every((part) => isKnown(part.trim(), outlets));
}

function isKnown(name: string, outlets: OutletNames): boolean {
  return name !== '' && knownOutlet(name, outlets) !== undefined;
}

/** The outlet that a printed name or domain is one of. */
function knownOutlet(name: string, outlets: OutletNames) {
  return outlets.byName.get(keyOf(name)) ?? outlets.byDomain.get(name.toLowerCase());
}

/** What a printed name is looked up by; names in Chinese, Japanese and Korean as they stand. */
function keyOf(name: string): string {
  return name.charCodeAt(0) >= 0x3000 ? name : folded(name);
}

/** A name as the knowledge's names are looked up by it. */
function folded(name: string): string {
  return wordsOf(name).map(foldName).join(' ');
}

/** The outlet of an address, by its domain or a parent of it. */
export function outletOfUrl(url: string | null, outlets: OutletNames): OutletRef | null {
  const host = siteHost(url);
  if (!host) return null;
  const labels = host.split('.');
  for (let at = 0; at < labels.length - 1; at++) {
    const outlet = outlets.byDomain.get(labels.slice(at).join('.'));
    if (outlet) return { id: outlet.id, name: outlet.name };
  }
  return null;
}

/** The host of an address as its site is called: without `www.`. */
export function siteHost(url: string | null): string | null {
  return hostOf(url)?.replace(/^www\./, '') ?? null;
}

export function hostOf(url: string | null): string | null {
  if (!url) return null;
  try {
    return new URL(url.includes('://') ? url : `https://${url}`).hostname.toLowerCase();
  } catch {
    return null;
  }
}

/** The outlet of a printed name, known or not. */
export function outletOfName(name: string, outlets: OutletNames): OutletRef {
  const known = knownOutlet(name, outlets);
  if (known) return { id: known.id, name: known.name };
  return { id: keyOf(name).replace(/\s+/g, '-'), name };
}

/** The publisher: by address, by what the container says, by the tag before the text. */
export function findOutlet(
  url: string | null,
  hints: ReportHints,
  siteName: string | null,
  tag: PublisherTag | null,
  outlets: OutletNames,
): OutletRef | null {
  const byUrl = outletOfUrl(url, outlets);
  if (byUrl) return byUrl;
  if (hints.outlet) return outletOfName(hints.outlet, outlets);
  if (siteName) return outletOfName(siteName, outlets);
  if (tag) return outletOfName(tag.name, outlets);
  const host = siteHost(url);
  return host ? { id: host, name: host } : null;
}
