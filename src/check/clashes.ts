import { fold } from '../world/fold.ts';
import { type Knowledge, LANGUAGE_COLUMNS, type Named, type Person } from '../world/knowledge.ts';
import type { RowPlaces } from './places-of-rows.ts';
import type { Problem } from './problem.ts';

/** One thing that a name may mean. */
interface Claim {
  /** The table, or `people`. */
  group: string;
  id: string;
  /** As the table writes it. */
  name: string;
  /** What it stands for: two claims of one meaning do not clash. */
  meaning: string;
  person?: Person;
}

/** Tables whose names stand for an actor: of these the first would always be taken. */
const ACTORS = ['states.tsv', 'adjectives.tsv', 'capitals.tsv', 'organisations.tsv', 'offices.tsv'];

/**
 * Names that two things claim and no rule settles. Rules there are: people are told apart by the posts they hold on the day of
 * the report, by the actor the phrase names and by whom the report has named in full; between things of different kinds the order
 * state, organisation, office, adjective, capital, person decides, except that no name may mean two actors. A capital may be the seat of
 * an organisation too: it is the state's where the report names the state.
 * @param isOf whose problems are told: those of pairs of which one is asked about
 */
export function checkClashes(
  knowledge: Knowledge,
  places: RowPlaces,
  isOf: (group: string, id: string) => boolean = () => true,
): Problem[] {
  return LANGUAGE_COLUMNS.flatMap((language) => {
    const problems: Problem[] = [];
    for (const claims of claimsIn(knowledge, language).values()) {
      const pair = clashing(claims, knowledge, isOf);
      if (pair) problems.push(told(language, pair, places));
    }
    return problems;
  });
}

function claimsIn(knowledge: Knowledge, language: string): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  const add = (group: string, items: readonly Named[], meaning: (item: Named) => string): void => {
    for (const item of items)
      for (const name of item.names[language] ?? []) {
        const claim = {
          group,
          id: item.id,
          name,
          meaning: meaning(item),
          ...(group === 'people' ? { person: item as Person } : {}),
        };
        const known = claims.get(spelling(name));
        if (known) known.push(claim);
        else claims.set(spelling(name), [claim]);
      }
  };
  const itself = ({ id }: Named): string => id;
  add('states.tsv', knowledge.states, itself);
  add('adjectives.tsv', knowledge.adjectives, itself);
  add('capitals.tsv', knowledge.capitals, itself);
  add('organisations.tsv', knowledge.organisations, itself);
  add('offices.tsv', knowledge.offices, (office) => (office as Knowledge['offices'][number]).actor);
  add('outlets.tsv', knowledge.outlets, itself);
  add('places.tsv', knowledge.places, itself);
  add('initiatives.tsv', knowledge.initiatives, itself);
  add('people', knowledge.people, itself);
  return claims;
}

/** Capitals tell names from words only where all letters are: "US", "us". */
function spelling(name: string): string {
  return name === name.toUpperCase() && name.length <= 3 ? name : fold(name);
}

function clashing(
  claims: readonly Claim[],
  knowledge: Knowledge,
  isOf: (group: string, id: string) => boolean,
): [Claim, Claim] | null {
  for (const [at, first] of claims.entries())
    for (const second of claims.slice(at + 1)) {
      if (!isOf(first.group, first.id) && !isOf(second.group, second.id)) continue;
      if (clash(first, second, knowledge)) return isOf(first.group, first.id) ? [first, second] : [second, first];
    }
  return null;
}

function clash(first: Claim, second: Claim, knowledge: Knowledge): boolean {
  if (first.meaning === second.meaning) return false;
  if (first.person && second.person) return holdOnePost(first.person, second.person, knowledge);
  if ([first.group, second.group].sort().join(' ') === 'capitals.tsv offices.tsv') return false;
  return first.group === second.group || (ACTORS.includes(first.group) && ACTORS.includes(second.group));
}

/** Two of one name in posts of one class for one actor at a time: nothing in a text tells them apart. */
function holdOnePost(first: Person, second: Person, knowledge: Knowledge): boolean {
  const classOf = (role: string): string | undefined => knowledge.roles.get(role)?.class;
  return first.posts.some((one) =>
    second.posts.some(
      (other) =>
        one.actor === other.actor &&
        classOf(one.role) === classOf(other.role) &&
        (one.from ?? '') < (other.to ?? '9999') &&
        (other.from ?? '') < (one.to ?? '9999'),
    ),
  );
}

function told(language: string, [first, second]: [Claim, Claim], places: RowPlaces): Problem {
  const message = `the ${language} name "${first.name}" of "${first.id}" is also a name of "${second.id}" (${second.group}), and nothing tells the two apart: give one of them another name`;
  return places.problem(first.group, first.id, message);
}
