const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header names this machine's loopback: a page of another site that had its name point here does not. */
export function isOwnHost(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase().replace(/:\d+$/, ''));
}
