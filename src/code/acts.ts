import type { Act, ActMode, ActPerson, ActStatus, ActType, Statement, When } from '../model/index.ts';
import type { Argument, Marked } from '../recognise/index.ts';
import { shiftDay } from '../recognise/people.ts';
import type { Frame } from '../world/frames.ts';
import { BASE, GERUND, PAST } from '../world/inflect.ts';
import { organisationOf } from '../world/organisations.ts';
import { accordingTo } from './according.ts';
import { membersOf, organisationBeside } from './assembly.ts';
import { type Filling, fill, further } from './fill.ts';
import { shortId } from './identify.ts';
import { linesOf } from './lines.ts';
import { placeOf } from './place.ts';
import { isPrivateWord } from './private-words.ts';
import { type Sides, sidesOf } from './sides.ts';
import { settled, statusOf } from './status.ts';
import type { SentenceView, TriggerHit } from './view.ts';
import type { TimePlacer } from './when.ts';

/** Acts done by speaking: they are of the day of the news unless the sentence says otherwise. */
const SPOKEN = new Set<ActType>(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT', 'CONCEDE', 'CONSULT']);

/** How many sentences from the beginning say how the talk that is the news was held, and how far that holds. */
const NEWS_SENTENCES = 3;
const NEAR_NEWS = 8;
const YEAR = 366;
/** How far behind the first part of a phrase the noun of its second part may begin. */
const CARRIED_REACH = 3;
/** How far behind a word of sending the word of going may stand. */
const SENT_REACH = 25;

/** No frame of the tables: the parties are inferred from the sentence. */
const IMPLIED: Frame = {
  name: 'implied',
  variant: 1,
  pos: 'noun',
  pattern: '',
  slots: [],
  light: null,
  passive: null,
  lead: [],
  tail: [],
};

/** Codes the acts of one sentence. */
export class ActCoder {
  readonly #marked: Marked;
  readonly #placer: TimePlacer;
  readonly #statements: readonly Statement[];
  /** How the talk that the report is news of was held, and how one in the present sentence was. */
  #mode: ActMode | null = null;
  #modeHere: ActMode | null = null;

  constructor(marked: Marked, placer: TimePlacer, statements: readonly Statement[]) {
    this.#marked = marked;
    this.#placer = placer;
    this.#statements = statements;
  }

  code(view: SentenceView, index: number): Act[] {
    const acts: Act[] = [];
    this.#placer.hear(view, index);
    this.#noteMode(view, index);
    const taken: { from: number; to: number; score: number; act: Act }[] = [];
    const fillings: Filled[] = view.triggers.map((hit) => ({ hit, filling: fill(view, hit) }));
    for (const { hit, filling } of fillings) {
      // A shorter word at the head of a longer phrase counts only where the longer one fits nothing ("call", "call on").
      if (fillings.some((other) => other.filling && other.hit.from === hit.from && other.hit.to > hit.to)) continue;
      const act = filling ? this.#make(view, hit, filling, index) : null;
      if (!filling || !act) continue;
      if (
        fillings.some(
          (other) => other.filling && (isNounOf(other.hit, hit) || carries(other.hit, hit) || sends(other.hit, hit)),
        )
      )
        continue;
      const rival = taken.findIndex((other) => other.from < hit.to && hit.from < other.to);
      if (rival >= 0 && (taken[rival] as { score: number }).score >= filling.score) continue;
      if (rival >= 0) taken.splice(rival, 1);
      taken.push({ from: hit.from, to: hit.to, score: filling.score, act });
      if (act.type === 'CONSULT') acts.push(...this.#withOthers(view, hit, filling, index));
    }
    if (!taken.some((item) => item.act.type === 'CONSULT')) acts.push(...this.#implied(view, fillings, index));
    acts.push(...taken.map((item) => item.act));
    const dated = acts.find((act) => act.spans.when && act.when?.earliest === act.when?.latest);
    if (dated) this.#placer.narrow([...dated.from, ...dated.to]);
    return acts;
  }

  /** A call told of without its parties ("after the call, both offices said") says how the talk next to it was held. */
  #noteMode(view: SentenceView, index: number): void {
    const remote = view.triggers.find(
      (hit) =>
        hit.trigger.type === 'CONSULT' && hit.trigger.mode !== null && hit.trigger.mode !== 'letter' && !goes(hit),
    );
    if (remote && index < NEWS_SENTENCES) this.#mode ??= remote.trigger.mode;
    this.#modeHere = remote?.trigger.mode ?? null;
  }

  /** The same talks with others, told in one clause. */
  #withOthers(view: SentenceView, hit: TriggerHit, filling: Filling, index: number): Act[] {
    return further(view, filling).flatMap(
      (other) => this.#make(view, hit, { ...filling, slots: { ...filling.slots, B: other } }, index) ?? [],
    );
  }

  /** "At the talks in Paris, Fabius urged Kerry …": talks whose two parties the sentence names only as who says what to whom. */
  #implied(view: SentenceView, fillings: readonly Filled[], index: number): Act[] {
    const told = fillings.find(
      ({ hit: trigger }) =>
        trigger.trigger.type === 'CONSULT' &&
        trigger.trigger.pos === 'noun' &&
        trigger.trigger.mode !== 'letter' &&
        ((trigger.trigger.mode === 'multilateral' && organisationBeside(view, trigger)) ||
          view.marks.some((mark) => mark.to <= trigger.from && trigger.from - mark.to <= 2)),
    );
    if (!told || told.filling) return [];
    const { hit } = told;
    const group = this.#attending(view, hit);
    if (!group) return [];
    const act = this.#make(view, hit, { frame: IMPLIED, slots: { 'A+B': group }, score: 0.6 }, index);
    return act && act.status === 'happened' ? [act] : [];
  }

  /** Who takes part in talks that name nobody: the two whom the sentence names, or who speaks for a small organisation. */
  #attending(view: SentenceView, hit: TriggerHit): Argument | null {
    // "named X as its negotiator": what somebody is made is nobody else.
    const bare = view.arguments.filter(
      (argument) =>
        argument.actors.length > 0 &&
        argument.marks.length === 0 &&
        !(argument.resolved && argument.opener === 'time' && argument.mentions[0]?.role !== null),
    );
    const people = bare.filter((argument) => argument.people.length > 0);
    const [first] = people;
    if (!first) return bare[0] ? membersOf(bare[0], view.marked) : null;
    const actors = [...new Set(people.flatMap((argument) => argument.actors))];
    const host = hit.trigger.mode === 'multilateral' ? organisationBeside(view, hit) : null;
    if (host) actors.push(...host.actors.filter((actor) => !actors.includes(actor)));
    else if (actors.length !== 2) return null;
    return {
      ...first,
      actors,
      people: people.flatMap((argument) => argument.people),
      mentions: people.flatMap((argument) => argument.mentions),
    };
  }

  #make(view: SentenceView, hit: TriggerHit, filling: Filling, index: number): Act | null {
    const sides = sidesOf(filling, hit.trigger.type);
    if (!sides || (view.elsewhere && !isOfficial(filling))) return null;
    if (isPrivateWord(this.#statements, this.#marked.tokens.start[hit.from] as number)) return null;
    const { slots } = filling;
    const outcome = statusOf(view, hit);
    const kept = outcome ? settled(hit.trigger.type, outcome, hit.trigger.subtype) : null;
    if (!kept) return null;
    if (kept.status !== 'happened' && slots['A+B']) vowerFirst(view, hit, sides);
    const future = kept.status !== 'happened';
    const { caseMarks, verbFinal } = this.#marked.pack.settings;
    const isPast =
      caseMarks && !verbFinal && hit.trigger.pos === 'verb' && (hit.is & PAST) !== 0 && (hit.is & BASE) === 0;
    const ahead = future && (kept.type === 'AGREE' || hit.trigger.type === 'CONSULT');
    const told = this.#placer.at(view, hit.from, ahead, isPast);
    const time = isMoment(hit, kept.status) && told.mention?.value.kind === 'since' ? NO_TIME : told;
    return this.#build(view, hit, filling, sides, kept, time, index);
  }

  #build(
    view: SentenceView,
    hit: TriggerHit,
    filling: Filling,
    sides: Sides,
    kept: { type: ActType; status: ActStatus },
    time: ReturnType<TimePlacer['at']>,
    index: number,
  ): Act {
    const { tokens, article, world, pack } = this.#marked;
    const { trigger } = hit;
    const start = tokens.start[view.sentence.from] as number;
    const end = tokens.end[view.sentence.to - 1] as number;
    const told = kept.status === 'happened' && this.#isFarAhead(time.when) ? null : time.when;
    const when =
      told ?? (SPOKEN.has(kept.type) || index < 3 ? this.#placer.untold(index, [...sides.from, ...sides.to]) : null);
    const place =
      kept.type === 'CONSULT' || kept.type === 'AGREE' ? placeOf(this.#marked, view.sentence, hit.from) : null;
    const untold =
      hit.trigger.mode ??
      (hit.trigger.type === 'CONSULT' ? (this.#modeHere ?? (index < NEAR_NEWS ? this.#mode : null)) : null);
    const mode = modeOf(
      untold,
      hit.trigger.type,
      sides,
      (actor) => organisationOf(world.knowledge, actor) !== undefined,
    );
    const codes = world.ontology.codes(kept.type, mode, trigger.subtype, kept.status);
    const according = accordingTo(this.#statements, start, end);
    const people = [
      ...peopleOf(filling, sides),
      ...(SPOKEN.has(kept.type) && kept.type !== 'CONSULT' ? this.#speakers(start, end, sides) : []),
    ];
    return {
      id: shortId(
        'a',
        article.text.slice(start, end),
        kept.type,
        sides.from.join('+'),
        sides.to.join('+'),
        String(this.#marked.tokens.start[hit.from]),
      ),
      type: kept.type,
      mode,
      subtype: trigger.subtype,
      status: kept.status,
      from: sides.from,
      to: sides.to,
      people: unique(people),
      when,
      place,
      topics: [...new Set(view.sentence.topics.map((topic) => topic.topic))],
      according,
      evidence: { start, end },
      spans: this.#spans(hit, filling, time.mention),
      lines: linesOf(article, start, end),
      core: false,
      confidence: world.confidence.of(kept.type, fitOf(filling)),
      why: `${pack.settings.code}/${trigger.id}#${filling.frame.name}.${filling.frame.variant}`,
      cameo: codes.cameo,
      goldstein: codes.goldstein,
    };
  }

  #spans(hit: TriggerHit, filling: Filling, mention: { start: number; end: number } | null): Act['spans'] {
    const { tokens } = this.#marked;
    const ends = (part: { from: number; to: number }): [number, number] => [
      tokens.start[part.from] as number,
      tokens.end[part.to - 1] as number,
    ];
    const group = filling.slots['A+B'];
    const from = filling.slots.A ?? group;
    const to = filling.slots.B ?? group;
    return {
      trigger: ends(hit),
      ...(from ? { from: ends(from) } : {}),
      ...(to ? { to: ends(to) } : {}),
      ...(mention ? { when: [mention.start, mention.end] as [number, number] } : {}),
    };
  }

  /** Whoever says for his state that it will, or will not, takes part in that. */
  #speakers(start: number, end: number, sides: Sides): ActPerson[] {
    return this.#statements
      .filter(
        (statement) =>
          statement.start < end &&
          statement.end > start &&
          statement.speaker.kind === 'person' &&
          statement.speaker.id !== null &&
          sides.from.includes(statement.speaker.actor ?? ''),
      )
      .map(({ speaker }) => ({ id: speaker.id as string, name: speaker.name, post: null, side: 'from' as const }));
  }

  /** "12 yıl sonra Irak'a giden": what has been done was not done years after the report. */
  #isFarAhead(when: When | null): boolean {
    const { reference } = this.#marked;
    return reference !== null && (when?.earliest ?? '') > shiftDay(reference.latest, YEAR);
  }
}

const NO_TIME = { when: null, mention: null };

/** "their first meeting since 2022": a meeting or a call has a day, and goes on from none. */
function isMoment({ trigger }: TriggerHit, status: ActStatus): boolean {
  return trigger.type === 'CONSULT' && trigger.mode !== null && status === 'happened';
}

function unique(people: readonly ActPerson[]): ActPerson[] {
  return [...new Map([...people].reverse().map((person) => [person.id, person])).values()].reverse();
}

/** A trigger and how its best frame is filled, if any is. */
interface Filled {
  hit: TriggerHit;
  filling: Filling | null;
}

/** Somebody in office, or an office, takes part on either side: in a report on sport or markets nothing less is a dealing of states. */
function isOfficial(filling: Filling): boolean {
  return Object.values(filling.slots).every((argument) =>
    argument.mentions.some(
      (mention) =>
        mention.kind === 'office' ||
        (mention.kind === 'person' && argument.people.some((person) => person.class !== null)),
    ),
  );
}

function peopleOf(filling: Filling, sides: Sides): ActPerson[] {
  const people = new Map<string, ActPerson>();
  const add = (argument: Argument | undefined): void => {
    for (const person of argument?.people ?? []) {
      if (!person.actor || people.has(person.id)) continue;
      const side = sides.from.includes(person.actor) ? 'from' : sides.to.includes(person.actor) ? 'to' : null;
      if (side) people.set(person.id, { id: person.id, name: person.name, post: person.post, side });
    }
  };
  add(filling.slots['A+B']);
  add(filling.slots.A);
  add(filling.slots.B);
  return [...people.values()];
}

/** A meeting of three or more is multilateral, unless it was held from afar. */
function modeOf(
  told: ActMode | null,
  type: ActType,
  sides: Sides,
  isOrganisation: (actor: string) => boolean,
): ActMode | null {
  const parties = [...sides.from, ...sides.to];
  const many = parties.length >= 3;
  // A summit of two is a meeting.
  if (told === 'multilateral' && !many && !parties.some(isOrganisation)) return 'meeting';
  return type === 'CONSULT' && many && (told === null || told === 'meeting') ? 'multilateral' : told;
}

/** "Erdogan vowed to deepen trade between Türkiye and Russia": of the two, the one who vows acts. */
function vowerFirst(view: SentenceView, hit: TriggerHit, sides: Sides): void {
  const parties = [...sides.from, ...sides.to];
  const vower = view.arguments.find(
    (argument) =>
      argument.to <= hit.from &&
      argument.marks.length === 0 &&
      argument.actors.length === 1 &&
      parties.includes(argument.actors[0] as string),
  );
  if (!vower) return;
  sides.from = [...vower.actors];
  sides.to = parties.filter((party) => !vower.actors.includes(party));
}

/** "recalled the meeting between …": a form in -ing that is also a noun with parties of its own is that noun. */
function isNounOf(noun: TriggerHit, verb: TriggerHit): boolean {
  return (
    verb.is === GERUND &&
    verb.trigger.pos === 'verb' &&
    noun.trigger.pos === 'noun' &&
    noun.from === verb.from &&
    noun.to >= verb.to
  );
}

/** "dự kiến áp gói trừng phạt": the noun that a phrase of two parts ends with tells of the same deed. */
function carries(verb: TriggerHit, noun: TriggerHit): boolean {
  const isNear = noun.from >= verb.to && noun.from - verb.to <= CARRIED_REACH;
  return isNear && verb.whole && noun.trigger.pos === 'noun' && noun.trigger.type === verb.trigger.type;
}

/** "cử đặc phái viên tới Mali": the word of going behind a phrase that sends somebody tells of the same visit. */
function sends(verb: TriggerHit, going: TriggerHit): boolean {
  const { whole, trigger, to } = verb;
  return whole && trigger.mode === 'visit' && goes(going) && going.from >= to && going.from - to <= SENT_REACH;
}

/** "điều máy bay tới": a verb of going says nothing of how others talked. */
function goes({ trigger }: TriggerHit): boolean {
  return trigger.mode === 'visit' && trigger.pos === 'verb';
}

/** How well a frame is filled, 0…1. */
function fitOf(filling: Filling): number {
  const required = filling.frame.slots.filter((slot) => !slot.optional).length;
  return Math.max(0, Math.min(1, filling.score / (Math.max(1, required) * 1.2)));
}
