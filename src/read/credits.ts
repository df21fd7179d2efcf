import type { Block, Credit, OutletRef } from '../model/article.ts';
import {
  type CreditWords,
  foldName,
  isCyrillic,
  type Outlet,
  type OutletName,
  type OutletNames,
  outletKey,
  sameNameWord,
  wordsOf,
} from '../world/outlet-names.ts';
import { isWordCode, type PagePhrases } from '../world/page-phrases.ts';
import { outletOfUrl } from './outlet.ts';

/** How far before and after a name the words that credit it may stand. */
const BEFORE = 48;
const AFTER = 40;
const CREDITED = new Set(['title', 'lead', 'paragraph', 'heading', 'credit', 'byline', 'dateline']);

/** Finds whom the text credits: known names in a context that credits, in blocks that are the article's. */
export function findCredits(
  text: string,
  blocks: readonly Block[],
  outlets: OutletNames,
  phrases: PagePhrases,
  publisher: { ref: OutletRef | null; tag: [number, number] | null },
): Credit[] {
  const credits: Credit[] = [...addressCredits(text, blocks, outlets), ...afterText(text, blocks, outlets, phrases)];
  for (const block of blocks) {
    if (!CREDITED.has(block.kind)) continue;
    scan(text, block, outlets, phrases, (outlet, start, end) => {
      if (publisher.tag && start < publisher.tag[1] && end > publisher.tag[0]) return;
      if (block.kind === 'byline' && outlet.name === publisher.ref?.name) return;
      credits.push({
        outlet: outlet.name,
        id: outlet.kind === 'organisation' || outlet.id === '' ? null : outlet.id,
        role: roleOf(block, outlet),
        start,
        end,
      });
    });
  }
  return unique(credits);
}

const ADDRESS = /(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:\/\S*)?/gi;

/** Sources credited by their address: "(Theo https://…)", "Theo vietnamnet.vn". */
function addressCredits(text: string, blocks: readonly Block[], outlets: OutletNames): Credit[] {
  const credits: Credit[] = [];
  for (const block of blocks) {
    if (block.kind !== 'credit') continue;
    for (const match of text.slice(block.start, block.end).matchAll(ADDRESS)) {
      const ref = outletOfUrl(match[1] ?? null, outlets) ?? { id: null, name: match[1] ?? '' };
      const start = block.start + match.index;
      credits.push({
        outlet: ref.name,
        id: ref.id,
        role: 'paper',
        start,
        end: start + match[0].replace(/[).,]+$/, '').length,
      });
    }
  }
  return credits;
}

/** An agency that the page's own notes right after the text name: "Follow …'s coverage". */
function afterText(text: string, blocks: readonly Block[], outlets: OutletNames, phrases: PagePhrases): Credit[] {
  const last = blocks.findLastIndex((block) => block.kind === 'paragraph' || block.kind === 'lead');
  const next = last < 0 ? undefined : blocks[last + 1];
  if (next?.kind !== 'chrome' || next.end - next.start > 300) return [];
  const credits: Credit[] = [];
  scan(text, { ...next, kind: 'credit' }, outlets, phrases, (outlet, start, end) => {
    if (outlet.kind === 'agency') credits.push({ outlet: outlet.name, id: outlet.id, role: 'agency', start, end });
  });
  return credits;
}

function roleOf(block: Block, outlet: Outlet): Credit['role'] {
  if (block.kind !== 'credit' && block.kind !== 'byline' && block.kind !== 'dateline') return 'quoted';
  return outlet.kind === 'agency' ? 'agency' : 'paper';
}

/** One credit an outlet: the first, or the one on a credit line. */
function unique(credits: Credit[]): Credit[] {
  const byName = new Map<string, Credit>();
  for (const credit of credits) {
    const before = byName.get(credit.outlet);
    if (!before || (before.role === 'quoted' && credit.role !== 'quoted')) byName.set(credit.outlet, credit);
  }
  return [...byName.values()].sort((a, b) => a.start - b.start);
}

type Found = (outlet: Outlet, start: number, end: number) => void;

function scan(text: string, block: Block, outlets: OutletNames, phrases: PagePhrases, found: Found): void {
  let at = block.start;
  while (at < block.end) {
    const code = text.charCodeAt(at);
    if (code >= 0x3000) {
      at = signsAt(text, at, block, outlets, phrases, found);
      continue;
    }
    if (!isWordCode(code)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < block.end && isWordCode(text.charCodeAt(end))) end++;
    const after = isUpper(text.charAt(at)) ? wordAt(text, at, end, block, outlets, phrases, found) : end;
    at = after;
  }
}

function signsAt(
  text: string,
  at: number,
  block: Block,
  outlets: OutletNames,
  phrases: PagePhrases,
  found: Found,
): number {
  if (!outlets.openings.mayOpen(text, at, block.end)) return at + 1;
  for (const name of outlets.byKey.get(text.charAt(at)) ?? []) {
    if (!name.signs || !text.startsWith(name.signs, at)) continue;
    const end = at + name.signs.length;
    if (isCredited(text, at, end, block, name, outlets, phrases)) found(name.outlet, at, end);
    return end;
  }
  return at + 1;
}

function wordAt(
  text: string,
  at: number,
  end: number,
  block: Block,
  outlets: OutletNames,
  phrases: PagePhrases,
  found: Found,
): number {
  const names = outlets.openings.mayOpen(text, at, end) ? outlets.byKey.get(outletKey(text.slice(at, end))) : undefined;
  const next = names ? nextWord(text, end, block.end) : '';
  for (const name of names ?? []) {
    if (name.words[1] !== undefined && !mayFollow(name.words[1], next)) continue;
    const to = name.signs ? signsEnd(text, at, name.signs) : nameEnd(text, at, block.end, name);
    if (to < 0) continue;
    if (isCredited(text, at, to, block, name, outlets, phrases)) found(name.outlet, at, to);
    return to;
  }
  return unknownAt(text, at, end, block, outlets, found);
}

/** The word after a gap of at most three signs, folded once for all the names that begin alike. */
function nextWord(text: string, at: number, limit: number): string {
  let start = at;
  while (start < limit && start - at < 3 && !isWordCode(text.charCodeAt(start))) start++;
  let end = start;
  while (end < limit && isWordCode(text.charCodeAt(end))) end++;
  return foldName(text.slice(start, end));
}

function mayFollow(named: string, next: string): boolean {
  return named === next || (isCyrillic(named.charCodeAt(0)) && next.slice(0, 3) === named.slice(0, 3));
}

const MOST_WORDS = 4;

/** A medium that the knowledge does not have, told by the noun before its name: "tờ The Island", "the newspaper Kathimerini". */
function unknownAt(
  text: string,
  at: number,
  end: number,
  block: Block,
  { medium, mediumEnds, mediumLetters, byKey }: OutletNames,
  found: Found,
): number {
  if (!mediumLetters.has(letterBefore(text, at, block.start))) return end;
  const noun = wordBefore(text, at, block.start);
  if (noun === '' || !mediumEnds.has(noun)) return end;
  const words = wordsOf(text.slice(Math.max(block.start, at - 28), at).toLowerCase());
  if (![1, 2, 3].some((length) => words.length >= length && medium.has(words.slice(-length).join(' ')))) return end;
  let to = end;
  for (let count = 1; count < MOST_WORDS; count++) {
    const next = /^[ -]((?:\p{Lu}[\p{L}'’]*|\d+)|(?:of|the|de|la|le)(?= \p{Lu}))/u.exec(text.slice(to, to + 30));
    if (!next || to + next[0].length > block.end) break;
    if (next[1] && /^\p{Lu}/u.test(next[1]) && byKey.get(outletKey(next[1]))) return end;
    to += next[0].length;
  }
  const name = text.slice(at, to);
  if (name.length > 2) found({ id: '', name, kind: 'paper' }, at, to);
  return to;
}

const QUOTES = new Set(['"', '“', '«', '„', "'"]);

/** The last letter of the word right before a name, lower case; 0 when there is none. */
function letterBefore(text: string, at: number, from: number): number {
  let end = at - 1;
  while (end >= from && at - end < 4 && !isWordCode(text.charCodeAt(end))) end--;
  return end < from ? 0 : text.charAt(end).toLowerCase().charCodeAt(0);
}

/** The word right before a name, quotation marks between at most; lower case. */
function wordBefore(text: string, at: number, from: number): string {
  let end = at;
  while (end > from && at - end < 3 && (text.charAt(end - 1) === ' ' || QUOTES.has(text.charAt(end - 1)))) end--;
  let start = end;
  while (start > from && isWordCode(text.charCodeAt(start - 1))) start--;
  return end === at ? '' : text.slice(start, end).toLowerCase();
}

function signsEnd(text: string, at: number, signs: string): number {
  return text.startsWith(signs, at) ? at + signs.length : -1;
}

/** Where a name that begins here ends, or −1. */
function nameEnd(text: string, from: number, limit: number, name: OutletName): number {
  let at = from;
  for (let index = 0; index < name.words.length; index++) {
    if (index > 0) {
      const gap = /^[\s.'’&-]{1,3}/.exec(text.slice(at, at + 3));
      if (!gap) return -1;
      at += gap[0].length;
    }
    let end = at;
    while (end < limit && isWordCode(text.charCodeAt(end))) end++;
    const word = text.slice(at, end);
    if (!sameNameWord(name.words[index] ?? '', word)) return -1;
    if (name.capitals && !isCyrillic(word.charCodeAt(0)) && word !== word.toUpperCase()) return -1;
    at = end;
  }
  return text.startsWith(name.tail, at) ? at + name.tail.length : -1;
}

function isCredited(
  text: string,
  start: number,
  end: number,
  block: Block,
  { outlet }: OutletName,
  outlets: OutletNames,
  phrases: PagePhrases,
): boolean {
  const before = text.slice(Math.max(block.start, start - BEFORE), start);
  const after = text.slice(end, Math.min(block.end, end + AFTER));
  if (block.kind !== 'credit' && isPhotoCredit(before, phrases)) return false;
  if (outlet.kind === 'organisation') return citesData(before, after, outlets);
  if (block.kind === 'credit' || block.kind === 'byline') return true;
  if (/[(（]\s*$/.test(before) && /^\s*[)）]/.test(after)) return !isAbbreviation(before, text.slice(start, end));
  if (start - block.start < DATELINE && isDateline(text.slice(block.start, start), after)) return true;
  return contextBefore(before, outlets.before) || contextAfter(after, outlets.after);
}

/** "МОСКВА, 5 мая. /ТАСС/. …", "МОСКВА, 5 мая - РИА Новости. …": an agency that ends a dateline. */
function isDateline(before: string, after: string): boolean {
  if (/\p{Ll}[.!?]\s+\p{Lu}\p{Ll}/u.test(before)) return false;
  return (
    (/\/\s*$/.test(before) && /^\s*\//.test(after)) || (/^\p{Lu}{2}.*\s[-–—]\s*$/u.test(before) && /^\.\s/.test(after))
  );
}

/** A dateline is over within so many characters. */
const DATELINE = 60;

/** "Palestine Liberation Organization (PLO)": brackets that shorten what stands before them credit nobody. */
function isAbbreviation(before: string, name: string): boolean {
  const initials = wordsOf(before)
    .filter((word) => isUpper(word.charAt(0)))
    .map((word) => word.charAt(0))
    .join('');
  return name.length > 1 && name === name.toUpperCase() && initials.endsWith(name);
}

/** "Photo: Reuters", "Ảnh: AFP". */
function isPhotoCredit(before: string, phrases: PagePhrases): boolean {
  const tail = before.slice(-24).toLowerCase();
  const words = wordsOf(tail);
  const last = words.at(-1);
  if (!last) return false;
  const close = tail.slice(tail.lastIndexOf(last) + last.length);
  if (!/^\s*[:：/]?\s*$/.test(close)) return false;
  const list = phrases.start.get(last) ?? [];
  return list.some((phrase) => phrase.kind === 'photo' && (phrase.form === last || phrase.form === `${last}:`));
}

function citesData(before: string, after: string, { data, datum }: OutletNames): boolean {
  if (!contextBefore(before, data)) return false;
  const forms = [...data.forms].some(
    (form) => datum.forms.size === 0 || (before.toLowerCase().trimEnd().endsWith(form) && form.split(' ').length > 2),
  );
  return forms || contextAfter(after, datum);
}

/** Whether credit words end right before the name, an article or two words between at most. */
function contextBefore(before: string, { forms, lasts }: CreditWords): boolean {
  const last = before.charCodeAt(before.trimEnd().length - 1);
  if (last >= 0x3000) return endsWithSigns(before.trimEnd(), forms);
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
  const words = wordsOf(clause.toLowerCase());
  for (let gap = 0; gap <= 3; gap++) {
    const to = words.length - gap;
    if (to < 1 || !lasts.has(words[to - 1] ?? '')) continue;
    for (let length = 1; length <= 5; length++) {
      if (to - length < 0) break;
      if (gap > 1 && length === 1) continue;
      if (forms.has(words.slice(to - length, to).join(' '))) return true;
    }
  }
  return false;
}

function endsWithSigns(before: string, forms: ReadonlySet<string>): boolean {
  for (let length = 1; length <= 4; length++)
    for (let gap = 0; gap <= 2; gap++) {
      const to = before.length - gap;
      if (to - length >= 0 && forms.has(before.slice(to - length, to))) return true;
    }
  return false;
}

/** Whether credit words follow the name, a date or a bracket between at most. */
function contextAfter(after: string, { forms, firsts }: CreditWords): boolean {
  const rest = after.replace(/^["”’»]?\s*[(（][^)）]{0,24}[)）]/, ' ');
  const first = rest.trimStart().charCodeAt(0);
  if (first >= 0x3000) return startsWithSigns(rest.trimStart(), forms);
  const stop = rest.search(/[.;:!?]\s/);
  const words = wordsOf((stop >= 0 ? rest.slice(0, stop) : rest).toLowerCase());
  for (let gap = 0; gap <= 3; gap++) {
    if (!firsts.has(words[gap] ?? '')) continue;
    for (let length = 1; length <= 4; length++) if (forms.has(words.slice(gap, gap + length).join(' '))) return true;
  }
  return false;
}

function startsWithSigns(after: string, forms: ReadonlySet<string>): boolean {
  const clause = after.split(/[，。；]/)[0] ?? '';
  for (let at = 0; at < Math.min(clause.length, 10); at++)
    for (let length = 1; length <= 4; length++) if (forms.has(clause.slice(at, at + length))) return true;
  return false;
}

function isUpper(sign: string): boolean {
  return sign !== sign.toLowerCase() || (sign >= '0' && sign <= '9');
}
