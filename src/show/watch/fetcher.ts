/** What a server answered. Redirects are answers too: whoever asked decides whether to follow. */
export interface Answer {
  status: number;
  /** A header by its name in lower case, or null. */
  header(name: string): string | null;
  body: Uint8Array;
}

/** Asks a server once. The one thing here that touches the network. @throws when no answer came */
export interface Fetcher {
  get(url: string, headers: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Time as the watch sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
};

const TIMEOUT = 30_000;
const LARGEST = 16 * 1024 * 1024;

/** A server sends more than any page or feed has. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Asks by HTTP, names the product, and takes no more than 30 seconds and 16 MB. */
export function webFetcher(agent: string): Fetcher {
  return {
    async get(url, headers) {
      const ask = (): Promise<Response> =>
        fetch(url, {
          headers: { 'user-agent': agent, ...headers },
          redirect: 'manual',
          signal: AbortSignal.timeout(TIMEOUT),
        });
      const response = await ask().catch((error: Error) => (wasClosed(error) ? ask() : Promise.reject(error)));
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        body: await bodyOf(response),
      };
    },
  };
}

/** Whether a server had closed a connection that was kept from the request before: the pause was long, and it is no fault. */
function wasClosed(error: Error): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(
    (error.cause as NodeJS.ErrnoException | undefined)?.code ?? '',
  );
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST) throw new TooLarge(`the answer is larger than ${LARGEST / 1048576} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
