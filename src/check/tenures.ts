import type { Knowledge, Person, Post } from '../world/knowledge.ts';
import type { RowPlaces } from './places-of-rows.ts';
import type { Problem } from './problem.ts';
import type { References } from './references.ts';

/** Posts of which a state has one holder at a time. */
const SINGLE = new Set(['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister']);
/** Days that two holders may share: a handover, an acting one. */
const HANDOVER = 45;
const DAY = 86_400_000;

/** Posts that no table knows, and two people in one post at a time. @param isOf whose problems are told */
export function checkTenures(
  knowledge: Knowledge,
  references: References,
  places: RowPlaces,
  isOf: (person: string) => boolean = () => true,
): Problem[] {
  return knowledge.people
    .filter(({ id }) => isOf(id))
    .flatMap((person) =>
      person.posts.flatMap((post) => {
        const wrong = wrongPost(knowledge, references, person, post) ?? rivalry(knowledge, person, post, isOf);
        return wrong === null ? [] : [places.problem('people', person.id, wrong)];
      }),
    );
}

function wrongPost(knowledge: Knowledge, references: References, person: Person, post: Post): string | null {
  if (!references.isActor(post.actor)) return `in the posts of "${person.id}": ${references.noActor(post.actor)}`;
  return knowledge.roles.has(post.role) ? null : `there is no role "${post.role}" in roles.tsv`;
}

/** Each pair is told once, and where one of the two is asked about, at that one. */
function rivalry(knowledge: Knowledge, person: Person, post: Post, isOf: (person: string) => boolean): string | null {
  if (!SINGLE.has(knowledge.roles.get(post.role)?.class ?? '') || !post.from) return null;
  const rival = (knowledge.byActor.get(post.actor) ?? [])
    .map((index) => knowledge.people[index] as Person)
    .filter((other) => other.id > person.id || (other.id !== person.id && !isOf(other.id)))
    .flatMap((other) => other.posts.map((held) => ({ other, held })))
    .find(({ held }) => held.actor === post.actor && held.role === post.role && daysShared(held, post) > HANDOVER);
  if (!rival) return null;
  return `${person.name} and ${rival.other.name} ("${rival.other.id}") are both ${post.role} of ${post.actor} at a time: ${spanOf(post)} and ${spanOf(rival.held)}`;
}

function spanOf({ from, to }: Post): string {
  return `${from ?? ''}..${to ?? ''}`;
}

/** A tenure known to the year only runs, as a span of days, over its neighbours'. */
function isToTheYear(post: Post): boolean {
  return (post.from?.endsWith('-01-01') ?? false) || (post.to?.endsWith('-12-31') ?? false);
}

function daysShared(left: Post, right: Post): number {
  if (!left.from || !right.from || isToTheYear(left) || isToTheYear(right)) return 0;
  const [, from] = [left.from, right.from].sort();
  const [to] = [left.to ?? '9999-12-31', right.to ?? '9999-12-31'].sort();
  return (Date.parse(to as string) - Date.parse(from as string)) / DAY;
}
