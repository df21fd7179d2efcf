import type { World } from '../../world/index.ts';
import type { Person, Post } from '../../world/knowledge.ts';
import { isoDays } from '../days.ts';
import type { Page } from '../layout.ts';
import { joined, section, table } from '../parts/blocks.ts';
import { actor, eventTable } from '../parts/event.ts';
import { relationList } from '../parts/relations.ts';
import { Problem } from '../problem.ts';
import { type Html, html, type View } from '../view.ts';

const EVENTS = 15;
const PARTNERS = 15;
const MOST_PEOPLE = 400;

/** One actor: whom it deals with, what it did lately, and who speaks for it. */
export function actorPage(view: View, world: World, code: string): Page {
  const { words, store, names } = view;
  const chosen = store.browse.choose({ values: { actor: [code] } });
  const tenures = tenuresOf(world, code);
  if (chosen.total === 0 && tenures.length === 0 && names.actor(code) === code)
    throw new Problem(404, 'no-actor', `nothing is known of an actor ${code.slice(0, 60)}`);
  const { ids } = chosen.page({ limit: EVENTS });
  const title = names.actor(code);
  return {
    title,
    alternates: [{ href: view.href(`/actors/${encodeURIComponent(code)}.json`), type: 'application/json' }],
    body: html`<p class="kicker">${words.text('actor')} <span class="code">${code}</span></p><h1>${title}</h1>
${formerNames(view, world, code)}
${members(view, world, code)}
<div class="columns"><section class="wide"><h2>${words.text('actor.events')}</h2>${eventTable(view, store.browse.events(ids), title)}
<p><a href="${view.href('/events', { actor: code })}">${words.count('actor.all-events', chosen.total)}</a></p></section>
<section><h2>${words.text('actor.partners')}</h2>${relationList(view, store.browse.partners(code, PARTNERS), code)}</section></div>
${tenures.length > 0 ? tenureTable(view, tenures) : ''}`,
  };
}

/** A post that somebody holds or held for an actor. */
export interface Tenure {
  person: Person;
  post: Post;
  title: string;
  class: string;
}

/** Who held which post for an actor, the latest first. */
export function tenuresOf(world: World, code: string): Tenure[] {
  const { knowledge } = world;
  return (knowledge.byActor.get(code) ?? [])
    .flatMap((at) => {
      const person = knowledge.people[at] as Person;
      return person.posts.filter(({ actor: of }) => of === code).map((post) => tenure(world, person, post));
    })
    .sort((a, b) => (key(a) > key(b) ? -1 : 1))
    .slice(0, MOST_PEOPLE);
}

function tenure({ knowledge }: World, person: Person, post: Post): Tenure {
  const role = knowledge.roles.get(post.role);
  return { person, post, title: role?.title ?? post.role, class: role?.class ?? 'official' };
}

function key({ post, person }: Tenure): string {
  return `${post.to ?? '9999'} ${post.from ?? '0000'} ${person.id}`;
}

/** What a state was called before, with the days. */
function formerNames({ words }: View, { knowledge }: World, code: string): Html | '' {
  const former = knowledge.formerNames.filter(({ state }) => state === code);
  if (former.length === 0) return '';
  const list = former.map(({ names, from, to }) => {
    const name = (names[words.locale] ?? names['en'])?.[0] ?? '';
    return html`${name} (${isoDays({ earliest: from, latest: to })})`;
  });
  return html`<p>${words.text('actor.former-names')} ${joined(list)}</p>`;
}

function members(view: View, world: World, code: string): Html | '' {
  const organisation = world.knowledge.organisations.find(({ id }) => id === code);
  if (!organisation || organisation.members.length === 0) return '';
  const { words } = view;
  const all = joined(organisation.members.map((one) => actor(view, one)));
  const gone = organisation.memberships.filter(({ to }) => to !== null);
  const left = joined(
    gone.map(({ member, from, to }) => html`${actor(view, member)} (${isoDays({ earliest: from, latest: to })})`),
  );
  const former = gone.length > 0 ? html`<p>${words.text('actor.former-members')} ${left}</p>` : '';
  return html`<details><summary>${words.count('actor.members', organisation.members.length)}</summary><p>${all}</p>${former}</details>`;
}

function tenureTable(view: View, tenures: readonly Tenure[]): Html {
  const { words, names } = view;
  const title = ({ title, class: of }: Tenure) =>
    words.locale === 'en' ? title : html`${words.label('post', of)} <span class="minor" lang="en">${title}</span>`;
  const row = (one: Tenure) => html`<tr data-row><td>${names.person(one.person)}</td><td>${title(one)}</td>
<td class="day">${isoDays({ earliest: one.post.from, latest: one.post.to })}</td></tr>\n`;
  const heading = words.text('actor.posts');
  const heads = [words.text('person'), words.text('post'), words.text('tenure')];
  return section('posts', heading, table('posts', heading, heads, tenures.map(row)));
}
