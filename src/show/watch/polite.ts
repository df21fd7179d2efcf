import robotsModule from 'robots-parser';
import type { WatchedPlaces } from '../../store/store.ts';
import { type Answer, type Clock, type Fetcher, TooLarge } from './fetcher.ts';

/** What came of asking for a page or a feed. */
export type Outcome =
  | { kind: 'page'; url: string; type: string; body: Uint8Array; etag: string | null; modified: string | null }
  /** It is as it was. */
  | { kind: 'unchanged' }
  /** The site does not want it fetched. */
  | { kind: 'refused' }
  /** It is not there, or not for us: asking again will not help. */
  | { kind: 'gone'; why: string }
  /** Not now; where the server said when, not before then (milliseconds since 1970). */
  | { kind: 'later'; why: string; until: number | null };

/** What is already known of a place, so that the server can say "as it was". */
export interface Known {
  etag: string | null;
  modified: string | null;
}

export interface Manners {
  /** The product's name as robots.txt files know it. */
  product: string;
  /** Least time between two requests to one host. */
  delay: number;
}

const MOST_REDIRECTS = 5;
const ROBOTS_HOURS = 24;
/** A site that wants us away for longer than this is asked in a later round. */
const LONGEST_WAIT = 60_000;
const MINUTE = 60_000;

// Its types describe an ES module, what Node imports is its function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;
type Robots = ReturnType<typeof robotsParser>;

/** Asks servers as a guest does: one request at a time to a host, with pauses, and none that its robots.txt forbids. */
export class PoliteClient {
  readonly #fetcher: Fetcher;
  readonly #clock: Clock;
  readonly #places: WatchedPlaces;
  readonly #manners: Manners;
  /** By host: not before. */
  readonly #free = new Map<string, number>();
  readonly #robots = new Map<string, { robots: Robots; until: number }>();

  constructor(fetcher: Fetcher, clock: Clock, places: WatchedPlaces, manners: Manners) {
    this.#fetcher = fetcher;
    this.#clock = clock;
    this.#places = places;
    this.#manners = manners;
  }

  /** Asks for a page or feed; follows redirects, each as politely as the first request. */
  async get(address: string, known: Known = { etag: null, modified: null }): Promise<Outcome> {
    let url = new URL(address);
    for (let step = 0; step <= MOST_REDIRECTS; step++) {
      const robots = await this.#robotsOf(url);
      if (!robots) return { kind: 'later', why: 'its robots.txt cannot be had now', until: this.#now() + 60 * MINUTE };
      if (robots.isAllowed(url.href, this.#manners.product) === false) return { kind: 'refused' };
      const headers = step === 0 ? conditions(known) : {};
      const answer = await this.#ask(url, headers, (robots.getCrawlDelay(this.#manners.product) ?? 0) * 1000);
      if (!('status' in answer)) return answer;
      const target = redirect(url, answer);
      if (!target) return outcome(url, answer, this.#now());
      url = target;
    }
    return { kind: 'gone', why: 'it leads from page to page without end' };
  }

  #now(): number {
    return this.#clock.now();
  }

  /** One request, when the host's pause is over. */
  async #ask(url: URL, headers: Record<string, string>, crawlDelay: number): Promise<Answer | Outcome> {
    const wait = (this.#free.get(url.host) ?? 0) - this.#now();
    if (wait > LONGEST_WAIT) return { kind: 'later', why: 'its server wants a pause', until: this.#now() + wait };
    if (wait > 0) await this.#clock.sleep(wait);
    try {
      const answer = await this.#fetcher.get(url.href, headers);
      const until = retryAfter(answer, this.#now());
      if (until !== null) this.#free.set(url.host, until);
      return answer;
    } catch (error) {
      if (error instanceof TooLarge) return { kind: 'gone', why: error.message };
      const cause = (error as Error).cause ?? error;
      return { kind: 'later', why: cause instanceof Error ? cause.message : String(cause), until: null };
    } finally {
      const pause = this.#now() + Math.max(this.#manners.delay, crawlDelay);
      this.#free.set(url.host, Math.max(pause, this.#free.get(url.host) ?? 0));
    }
  }

  /** The rules of a host, kept for a day. None are no rules; a server in trouble forbids for now (RFC 9309): null. */
  async #robotsOf(url: URL): Promise<Robots | null> {
    const place = `${url.origin}/robots.txt`;
    const held = this.#robots.get(place);
    if (held && held.until > this.#now()) return held.robots;
    const kept = this.#places.get(place);
    const until = Date.parse(kept?.next ?? '');
    if (kept && until > this.#now()) return this.#hold(place, kept.content ?? '', until);
    const text = await this.#fetchRobots(new URL(place));
    return text === null ? null : this.#keepRobots(place, text);
  }

  #hold(place: string, text: string, until: number): Robots {
    const robots = robotsParser(place, text);
    this.#robots.set(place, { robots, until });
    return robots;
  }

  async #fetchRobots(start: URL): Promise<string | null> {
    let url = start;
    for (let step = 0; step <= MOST_REDIRECTS; step++) {
      const answer = await this.#ask(url, {}, 0);
      if (!('status' in answer)) return answer.kind === 'gone' ? '' : null;
      const target = redirect(url, answer);
      if (target) url = target;
      else if (answer.status >= 500 || answer.status === 429) return null;
      else return answer.status < 300 ? Buffer.from(answer.body).toString('utf8') : '';
    }
    return '';
  }

  #keepRobots(url: string, content: string): Robots {
    const until = this.#now() + ROBOTS_HOURS * 60 * MINUTE;
    const next = new Date(until).toISOString();
    this.#places.put({ url, kind: 'robots', state: 'done', etag: null, modified: null, failures: 0, next, content });
    return this.#hold(url, content, until);
  }
}

function conditions({ etag, modified }: Known): Record<string, string> {
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(modified ? { 'if-modified-since': modified } : {}) };
}

function redirect(from: URL, answer: Answer): URL | null {
  const location = answer.header('location');
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return null;
  const target = URL.parse(location, from.href);
  return target && /^https?:$/.test(target.protocol) ? target : null;
}

function outcome(url: URL, answer: Answer, now: number): Outcome {
  const { status } = answer;
  if (status === 304) return { kind: 'unchanged' };
  if (status === 429 || status >= 500 || status === 408)
    return { kind: 'later', why: `its server answers ${status}`, until: retryAfter(answer, now) };
  if (status < 200 || status > 299) return { kind: 'gone', why: `its server answers ${status}` };
  return {
    kind: 'page',
    url: url.href,
    type: answer.header('content-type') ?? '',
    body: answer.body,
    etag: answer.header('etag'),
    modified: answer.header('last-modified'),
  };
}

/** `Retry-After` of a server that wants a pause: seconds, or a date. */
function retryAfter(answer: Answer, now: number): number | null {
  const value = answer.header('retry-after');
  if (!value || (answer.status !== 429 && answer.status !== 503)) return null;
  if (/^\d+$/.test(value)) return now + Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : date;
}
