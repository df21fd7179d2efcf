/**
 * Finds what links hold together: for each name the smallest of the names it is connected to, itself among them.
 * The answer depends on the set of links alone, not on their order.
 */
export function connected(links: Iterable<readonly [string, string]>): (name: string) => string {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    if (at !== name) parent.set(name, at);
    return at;
  };
  for (const [a, b] of links) {
    const [smaller, larger] = [root(a), root(b)].sort() as [string, string];
    if (smaller !== larger) parent.set(larger, smaller);
  }
  return root;
}
