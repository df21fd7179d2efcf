import type { Knowledge, Post } from '../world/index.ts';

/** Roles that a class of the table stands for when a text says only "the leader". */
const LEADERS: ReadonlySet<string> = new Set(['head-of-state', 'head-of-government', 'supreme-leader', 'party-leader']);

/** The class of a role in `roles.tsv`; the role itself where it has none. */
export function classOf(role: string, knowledge: Knowledge): string {
  return knowledge.roles.get(role)?.class ?? role;
}

/** Whether a post that somebody held is the one that a text names: the same role, one of its class, or a wider word for it. */
export function fitsRole(post: Post, role: string, knowledge: Knowledge): boolean {
  return (
    post.role === role ||
    classOf(post.role, knowledge) === classOf(role, knowledge) ||
    (role === 'minister' && post.role.endsWith(role)) ||
    ((role === 'leader' || role === 'head') && LEADERS.has(classOf(post.role, knowledge)))
  );
}
