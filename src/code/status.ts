import type { ActStatus, ActType } from '../model/index.ts';
import type { TimeMention } from '../recognise/index.ts';
import { ANY_FORM, BASE, CONVERB, GERUND, OWNED, PAST, THIRD_PERSON } from '../world/inflect.ts';
import { isObjectBefore } from './object-before.ts';
import type { SentenceView, StatusHit, TriggerHit } from './view.ts';

/** How far before a trigger, in tokens, a word can still say of it that it is planned, denied or possible. */
const REACH = 12;
/** How far after a noun its own verb's "will" may stand. */
const NOUN_REACH = 6;
/** Openers of clauses that tell what is denied. */
const TELLING = new Set(['that', 'fact', 'relative']);
const VERBAL_CONFLICT = new Set<ActType>(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']);
/** Acts that, told of somebody else's wish or demand, have not taken place. */
const GOVERNING = new Set<ActType>(['REQUEST', 'AGREE', 'THREATEN', 'REJECT']);
/** Deeds that a threat announces. */
const FORCE = new Set<ActType>(['ASSAULT', 'SANCTION', 'COERCE', 'MOBILIZE']);
/** What is talked about, or only alleged, has not for that been done. */
const TOPICS_OF_TALK = new Set<ActType>([
  'COOPERATE',
  'SUPPORT',
  'AGREE',
  'AID',
  'ASSAULT',
  'SANCTION',
  'RETREAT',
  'CONSULT',
]);

/** How far the deed of a trigger got, from the words around it; null when the sentence tells of no deed. */
export function statusOf(view: SentenceView, hit: TriggerHit): ActStatus | null {
  const said = sayings(view, hit);
  const ruler = governing(view, hit);
  if (ruler) said.push(ruled(view, ruler, hit));
  if (isPurpose(view, hit) || isScheduled(view, hit) || isForScheduled(view, hit)) said.push('planned');
  if (isAskedFor(view, hit)) said.push('hypothetical');
  if (said.length === 0) return hit.trigger.status ?? naturalStatus(hit.trigger.type);
  return strongest(said);
}

/** What becomes of a deed that somebody threatens, asks for or refuses. */
function ruled(view: SentenceView, ruler: TriggerHit, hit: TriggerHit): ActStatus {
  const { caseMarks, verbFinal } = view.marked.pack.settings;
  const { type } = hit.trigger;
  if (ruler.trigger.type === 'THREATEN' && FORCE.has(type)) return 'threatened';
  // "отказался встречаться с премьером Косова": a meeting refused is off.
  return ruler.trigger.type === 'REJECT' && type === 'CONSULT' && caseMarks && !verbFinal ? 'denied' : 'hypothetical';
}

/** Of several sayings the one that leaves least of the deed. */
export function strongest(said: readonly ActStatus[]): ActStatus | null {
  return (
    (['hypothetical', 'denied', 'threatened', 'proposed', 'planned'] as const).find((status) =>
      said.includes(status),
    ) ?? null
  );
}

/** "để thiết lập quan hệ": where verbs are not inflected, what is done in order to is intended. */
export function isPurpose(view: SentenceView, hit: TriggerHit): boolean {
  return (
    !view.marked.pack.inflected && hit.trigger.pos === 'verb' && view.infinitives.some((word) => word.to === hit.from)
  );
}

/** A promise is planned and a threat threatened, as PLOVER rules. */
function naturalStatus(type: ActType): ActStatus {
  if (type === 'THREATEN') return 'threatened';
  return type === 'AGREE' ? 'planned' : 'happened';
}

/** What the words around a trigger say of how far it got, in their order. */
export function sayings(view: SentenceView, hit: TriggerHit, words: readonly StatusHit[] = view.status): ActStatus[] {
  const found: ActStatus[] = [];
  if (isAhead(view, hit)) found.push('planned');
  const adjunct = isAdjunctBefore(view, hit);
  for (const word of words) {
    if (word.from < hit.to && word.to > hit.from) continue;
    if (adjunct && word.from > hit.to) continue;
    if (word.from >= hit.to && isSaidBetween(view, hit.to, word.from)) continue;
    if (word.status.kind === 'next') {
      const said = word.to <= hit.from ? bound(view, word, hit) : null;
      if (said) found.push(said);
    } else if (word.to <= hit.from) {
      if (isBesideAdjunct(view, word, hit) || (word.status.kind === 'verb' && isJoinedPast(view, hit))) continue;
      const reaches = bears(view, word.to, hit.from) || carriesOver(view, word, hit);
      if (word.status.kind !== 'after' && (reaches || isDenied(view, word, hit) || deniesThat(view, word, hit)))
        found.push(word.status.status);
    } else if (
      word.status.kind !== 'before' &&
      word.from >= hit.to &&
      (isOutcome(view, hit, word) ||
        isRightBehind(view, hit, word) ||
        (word.from - hit.to <= REACH && isSameClause(view, hit.to, word.from)))
    ) {
      if ((word.status.kind === 'after' || hit.trigger.pos === 'noun') && !goesOnFrom(hit, word.status.status))
        found.push(isWished(hit, word.status.status) ? 'hypothetical' : word.status.status);
    } else if (
      hit.trigger.pos === 'noun' &&
      view.marked.pack.settings.spaces &&
      word.from >= hit.to &&
      word.from - hit.to <= NOUN_REACH &&
      isSameClause(view, hit.to, word.from)
    ) {
      // "talks with Riyadh would resume"
      found.push(word.status.status);
    }
  }
  return found;
}

/** "uyguladı mı": where the verb ends its clause, what stands right behind it still belongs to it. */
function isRightBehind(view: SentenceView, hit: TriggerHit, word: StatusHit): boolean {
  return view.marked.pack.settings.verbFinal === true && word.from === hit.to && word.to - word.from === 1;
}

/** "vurduğunu belirterek suçladı": what comes after the saying is not said of what was told. */
function isSaidBetween(view: SentenceView, from: number, to: number): boolean {
  return (
    view.marked.pack.settings.verbFinal === true &&
    view.speech.some((verb) => verb.from >= from && verb.to <= to && verb.is !== ANY_FORM && (verb.is & CONVERB) !== 0)
  );
}

/** "A meeting between X and his counterpart, Y, was called off": past what stands between commas the verb goes on. */
function isOutcome(view: SentenceView, hit: TriggerHit, word: StatusHit): boolean {
  return (
    view.marked.pack.inflected &&
    word.status.kind === 'after' &&
    hit.trigger.pos === 'noun' &&
    view.mark(word.from - 1) === ',' &&
    word.from - hit.to <= 3 * REACH &&
    !view.hasMark(hit.to, word.from, ';:.') &&
    view.verbs.every((verb) => verb.to <= hit.from || verb.from >= hit.to)
  );
}

/** "travels to Apia on Wednesday": the present tense with a day that is not past is a plan; headlines tell of what is done. */
function isScheduled(view: SentenceView, hit: TriggerHit): boolean {
  const { sentence, marked } = view;
  if (!marked.pack.inflected || hit.trigger.type !== 'CONSULT' || hit.is !== THIRD_PERSON) return false;
  if (marked.article.blocks[sentence.block]?.kind === 'title' || marked.pack.settings.caseMarks) return false;
  const at = marked.tokens.end[hit.to - 1] as number;
  return sentence.times.some(({ start, value }) => start >= at && isAheadOf(value));
}

/** "travels on Wednesday for talks with …": what a plan is for lies ahead too. */
function isForScheduled(view: SentenceView, hit: TriggerHit): boolean {
  if (hit.trigger.pos !== 'noun' || !view.marks.some((mark) => mark.value === 'for' && isJustBefore(mark, hit)))
    return false;
  const verb = view.triggers.findLast((other) => other.trigger.pos === 'verb' && other.to <= hit.from);
  return verb !== undefined && isScheduled(view, verb);
}

function isJustBefore(mark: { to: number }, hit: TriggerHit): boolean {
  return mark.to <= hit.from && hit.from - mark.to <= 2;
}

function isAheadOf(value: TimeMention['value']): boolean {
  if (value.kind === 'weekday') return value.which !== 'last' && (value.week ?? 0) >= 0;
  if (value.kind === 'offset') return value.base === 'reference' && value.unit !== 'year' && value.amount >= 0;
  return value.kind === 'rest' || value.kind === 'coming';
}

/** "ruled out talks and demanded that …": a past tense behind "and" stands beside the verb before it, not under it. */
function isJoinedPast(view: SentenceView, hit: TriggerHit): boolean {
  return (
    view.marked.pack.inflected &&
    hit.trigger.pos === 'verb' &&
    (hit.is & PAST) !== 0 &&
    view.ands.some((word) => word.to === hit.from)
  );
}

/** "uygulamasını istedi": what somebody wants of another is not what he himself proposes. */
function isWished(hit: TriggerHit, status: ActStatus): boolean {
  return (hit.is & OWNED) !== 0 && status === 'proposed';
}

/** "не": denies the verb it stands before, and the noun that verb carries; of the object of another verb nothing is said. */
function bound(view: SentenceView, word: StatusHit, hit: TriggerHit): ActStatus | null {
  const next = word.to;
  const verb = [...view.light, ...view.passive].find((other) => other.from === next);
  if (hit.from === next || view.status.some((other) => other.from === next && other.to <= hit.from) || verb) {
    return bears(view, verb?.to ?? word.to, hit.from) ? word.status.status : null;
  }
  return hit.trigger.pos === 'noun' && hit.from - next <= NOUN_REACH && bears(view, next, hit.from)
    ? 'hypothetical'
    : null;
}

/** "Macron'la görüşerek baskı yapılmasını istedi": what the verb after it says was not said of the talk, unless it lies ahead. */
function goesOnFrom(hit: TriggerHit, status: ActStatus): boolean {
  return (hit.is & CONVERB) !== 0 && status !== 'planned';
}

/** "phủ nhận rằng nước này từng nghe lén …": where verbs are not inflected, who denies a deed denies it in the clause that tells of it. */
function isDenied(view: SentenceView, { status, to }: StatusHit, hit: TriggerHit): boolean {
  const { inflected, settings } = view.marked.pack;
  if (inflected || !settings.spaces || status.kind !== 'verb' || status.status !== 'denied') return false;
  if (hit.trigger.pos !== 'verb' || hit.from - to > 2 * REACH || view.hasMark(to, hit.from, ',;:.')) return false;
  const clause = view.clauseBetween(to, hit.from);
  if (clause && !TELLING.has(clause.value)) return false;
  return !view.triggers.some((other) => other.trigger.pos === 'verb' && other.from >= to && other.to <= hit.from);
}

/** "опровергла, что провела переговоры": what somebody denies right before a clause is denied in it. */
function deniesThat(view: SentenceView, { status, to }: StatusHit, hit: TriggerHit): boolean {
  if (status.status !== 'denied' || status.kind !== 'before' || !view.marked.pack.settings.caseMarks) return false;
  const opener = view.clauseBetween(to, hit.from);
  return opener?.value === 'that' && opener.from - to <= 1 && bears(view, opener.to, hit.from);
}

/** Whether a word at the end of `from` still bears on what begins at `to`. */
function bears(view: SentenceView, from: number, to: number): boolean {
  const { spaces } = view.marked.pack.settings;
  if (
    to - from > (spaces ? REACH : 2 * REACH) ||
    view.hasMark(from, to, ';:.。；') ||
    (to - from > 3 && view.hasMark(from, to, ',，'))
  )
    return false;
  if (view.clauseBetween(from, to)) return false;
  return !view.triggers.some(
    (other) =>
      other.trigger.pos === 'verb' &&
      other.from >= from &&
      other.to <= to &&
      (spaces || hasOwnSubject(view, other.to, to)),
  );
}

/** "将访问韩国，与韩国总统会谈": where nothing parts words, what lies ahead does so in the next clause too, unless that has its own subject. */
function carriesOver(view: SentenceView, word: StatusHit, hit: TriggerHit): boolean {
  if (view.marked.pack.settings.spaces || word.status.status !== 'planned' || hit.from - word.to > 4 * REACH)
    return false;
  if (
    view.hasMark(word.to, hit.from, ';:.。；：') ||
    view.speech.some((verb) => verb.from >= word.to && verb.to <= hit.from)
  )
    return false;
  const between = view.arguments.filter((argument) => argument.from >= word.to && argument.to <= hit.from);
  return between.every((argument) => argument.marks.length > 0 || isObjectBefore(view, argument, hit.from));
}

/** Where verbs stand in chains with nothing between them, a noun phrase right before the later one is its subject. */
function hasOwnSubject(view: SentenceView, from: number, verb: number): boolean {
  return view.arguments.some(
    (argument) =>
      argument.from >= from && argument.to <= verb && (argument.to === verb || view.markBetween(argument.to, verb)),
  );
}

function isSameClause(view: SentenceView, from: number, to: number): boolean {
  return !view.hasMark(from, to, ',;:.，。；') && view.clauseBetween(from, to) === null;
}

/** "durdurması çağrısını yineledi": where the verb stands last, what is asked for stands right before the asking, as a noun. */
function isAskedFor(view: SentenceView, hit: TriggerHit): boolean {
  if (!view.marked.pack.settings.verbFinal || hit.trigger.pos !== 'verb' || (hit.is & BASE) === 0) return false;
  if (hit.trigger.type === 'REQUEST' || hit.trigger.type === 'CONSULT' || (hit.is & CONVERB) !== 0) return false;
  const next = view.triggers.find((other) => other.trigger.pos === 'verb' && other.from >= hit.to);
  return next?.trigger.type === 'REQUEST' && next.from - hit.to <= 1 && isSameClause(view, hit.to, next.from);
}

/** "görüşmeden önce": it lies ahead. */
function isAhead(view: SentenceView, hit: TriggerHit): boolean {
  const { ahead } = view.marked.pack.settings.marks;
  return (
    ahead !== undefined &&
    hit.trigger.pos === 'noun' &&
    hit.cases.includes('abl') &&
    view.marks.some((mark) => mark.from === hit.to && ahead.includes(mark.value))
  );
}

/** "ziyaretinde … istedi", "ziyareti sırasında … istedi": what follows is not said of what only says when or where. */
function isAdjunctBefore(view: SentenceView, hit: TriggerHit): boolean {
  const { verbFinal, marks } = view.marked.pack.settings;
  if (!verbFinal || (hit.trigger.pos === 'verb' && (hit.is & BASE) === 0)) return false;
  const { adjunct = [] } = marks;
  return (
    hit.cases.some((name) => marks.place.includes(name)) ||
    view.marks.some((mark) => mark.from === hit.to && adjunct.includes(mark.value))
  );
}

/** "kêu gọi hai bên kiềm chế trong cuộc điện đàm": what is proposed is not the talk in which it is. */
function isBesideAdjunct(view: SentenceView, word: StatusHit, hit: TriggerHit): boolean {
  const { inflected, settings } = view.marked.pack;
  if (inflected || !settings.spaces || hit.trigger.pos !== 'noun' || word.status.status !== 'proposed') return false;
  return isAdjunct(view, hit);
}

/** "promised during a visit": what only says when or where is not what was promised. */
function isAdjunct(view: SentenceView, hit: TriggerHit): boolean {
  const { adjunct = [] } = view.marked.pack.settings.marks;
  return view.marks.some((mark) => mark.to <= hit.from && hit.from - mark.to <= 2 && adjunct.includes(mark.value));
}

/** Whether a trigger decides on the deeds told under it: "urged … to halt", "discussed cooperation", "accused … of supplying". */
function rules(view: SentenceView, outer: TriggerHit, hit: TriggerHit): boolean {
  const { type, pos } = outer.trigger;
  if (type === 'ACCUSE')
    return hit.trigger.pos === 'verb' && outer.trigger.type !== hit.trigger.type && hit.trigger.type !== 'CONSULT';
  if (pos !== 'verb' || !governs(view, outer)) return false;
  // "told Lebanon to halt …", as against "told Lebanon that …".
  const asks = outer.trigger.frames.every(({ tail }) => tail.length > 0);
  if (asks && !view.infinitives.some((word) => word.to === hit.from)) return false;
  if (type === 'CONSULT')
    return (
      (hit.trigger.pos === 'noun' || (!view.marked.pack.inflected && hit.trigger.type === 'COOPERATE')) &&
      TOPICS_OF_TALK.has(hit.trigger.type) &&
      hit.trigger.type !== 'CONSULT' &&
      outer.trigger.mode === null
    );
  return GOVERNING.has(type);
}

/** "resisting US calls for sanctions": a plural that looks like a verb, right behind the verb it is the object of. */
function isObjectOfGoverning(view: SentenceView, hit: TriggerHit): boolean {
  return (
    (hit.is & PAST) === 0 &&
    view.triggers.some(
      (outer) =>
        outer.trigger.pos === 'verb' &&
        outer.to < hit.from &&
        hit.from - outer.to <= 3 &&
        GOVERNING.has(outer.trigger.type),
    )
  );
}

/** "demands", "offer" and "veto" govern as verbs only where they can be no nouns. */
function governs(view: SentenceView, outer: TriggerHit): boolean {
  return (outer.is & PAST) !== 0 || !view.mayBeNoun(outer.from);
}

/** "urged Israel to halt its strikes": the trigger by which the deed is what is asked for, not what was done. */
export function governing(view: SentenceView, hit: TriggerHit): TriggerHit | null {
  if (hit.trigger.pos === 'noun' && isAdjunct(view, hit)) return null;
  // "urged Sweden to act and promised to help": a finite verb stands for itself.
  if (hit.trigger.pos === 'verb' && (hit.is & (BASE | GERUND)) === 0 && !isObjectOfGoverning(view, hit)) return null;
  for (let index = view.triggers.length - 1; index >= 0; index--) {
    const outer = view.triggers[index] as TriggerHit;
    if (outer.to > hit.from || !rules(view, outer, hit)) continue;
    if (hit.from - outer.to > 25 || view.hasMark(outer.to, hit.from, ',;:.，。；')) continue;
    const relative = view.clauseBetween(outer.to, hit.from);
    if (relative && relative.value !== 'that') continue;
    if (isSaidBeside(view, outer, hit)) continue;
    return outer;
  }
  return null;
}

/** "lo ngại về thông tin này và yêu cầu Mỹ giải thích", "giận dữ đòi …": where verbs are not inflected, a demand joined to a reproach stands for itself. */
function isSaidBeside(view: SentenceView, outer: TriggerHit, hit: TriggerHit): boolean {
  const { inflected, settings } = view.marked.pack;
  if (inflected || !settings.spaces || outer.trigger.type !== 'ACCUSE') return false;
  const isJoined = view.ands.some((word) => word.to <= hit.from && hit.from - word.to <= 2);
  return VERBAL_CONFLICT.has(hit.trigger.type) && (isJoined || outer.to === hit.from);
}

/** Reproaches that are deeds, and can lie ahead. */
const REPROACH_BY_DEED = new Set(['summons', 'investigation']);

/** The type and status under which an act is kept, as PLOVER rules: what lies ahead is AGREE or THREATEN. Null: it is not kept. */
export function settled(
  type: ActType,
  status: ActStatus,
  subtype: string | null = null,
): { type: ActType; status: ActStatus } | null {
  if (status === 'hypothetical') return null;
  // That two countries trade is a state of things; that they mean to is a deed.
  if ((subtype === 'trade' || subtype === 'ties') && status === 'happened') return null;
  // "will summon the ambassador" has not been done; "will demand" as good as demands.
  if (subtype !== null && REPROACH_BY_DEED.has(subtype)) return status === 'denied' ? null : { type, status };
  if (VERBAL_CONFLICT.has(type))
    return status === 'denied' ? null : { type, status: type === 'THREATEN' ? 'threatened' : 'happened' };
  if (type === 'AGREE') return status === 'denied' ? null : { type, status };
  if (status === 'denied') return type === 'CONSULT' ? { type, status } : null;
  if (status === 'happened') return { type, status };
  if (['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'].includes(type))
    return { type: 'AGREE', status: status === 'threatened' ? 'planned' : status };
  if (type === 'RETREAT') return { type: 'CONCEDE', status };
  // "considers sanctions" as against "threatens sanctions".
  if (type === 'SANCTION') return { type: status === 'threatened' ? 'THREATEN' : type, status: 'threatened' };
  return type === 'CONCEDE' ? { type, status } : { type: 'THREATEN', status: 'threatened' };
}
