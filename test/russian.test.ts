import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeSentence } from '../src/check/examples.ts';
import type { Argument } from '../src/recognise/index.ts';
import { recognise } from '../src/recognise/index.ts';
import { type DeclensionData, Decliner } from '../src/world/decline.ts';
import { openWorld, ROOT } from '../src/world/index.ts';
import { markedForm } from '../src/world/word-forms.ts';

const world = openWorld({ languages: ['ru'] });
const decliner = new Decliner(
  JSON.parse(readFileSync(join(ROOT, 'languages', 'ru', 'declension.json'), 'utf8')) as DeclensionData,
);

function casesOf(forms: readonly { words: readonly string[]; cases: readonly string[] }[]): Record<string, string> {
  return Object.fromEntries(forms.map((form) => [form.words.join(' '), form.cases.join(' ')]));
}

describe('declension', () => {
  it.each([
    ['россия', 'россии', 'gen dat pre'],
    ['россия', 'россией', 'ins'],
    ['китай', 'китаем', 'ins'],
    ['соединённые штаты америки', 'соединённых штатов америки', 'gen'],
    ['соединённые штаты америки', 'соединёнными штатами америки', 'ins'],
    ['белый дом', 'белого дома', 'gen'],
    ['северная македония', 'северную македонию', 'acc'],
    ['республика казахстан', 'республики казахстан', 'gen'],
    ['организация объединённых наций', 'организацию объединённых наций', 'acc'],
    ['беларусь', 'беларусью', 'ins'],
    ['большая семёрка', 'большой семёрки', 'gen'],
    ['великие озёра', 'великих озёр', 'gen'],
    ['сибирь', 'сибирью', 'ins'],
    ['ханой', 'ханоем', 'ins'],
  ])('declines %s as %s', (name, form, cases) => {
    expect(casesOf(decliner.noun(name.split(' '), 'name', 'lifeless'))[form]).toBe(cases);
  });

  it('leaves names that do not change as they are', () => {
    expect(casesOf(decliner.noun(['чили'], 'name', 'lifeless'))).toEqual({ чили: '' });
    expect(casesOf(decliner.noun(['сша'], 'name', 'lifeless'))).toEqual({ сша: '' });
    expect(casesOf(decliner.noun(['никарагуа'], 'name', 'lifeless'))).toEqual({ никарагуа: '' });
    expect(casesOf(decliner.noun(['минобороны'], 'noun', 'either'))).toEqual({ минобороны: '' });
  });

  it.each([
    ['владимир путин', 'RUS', 'владимиром путиным', 'ins'],
    ['дональд трамп', 'USA', 'дональда трампа', 'gen acc'],
    ['ангела меркель', 'DEU', 'ангелы меркель', 'gen'],
    ['мария захарова', 'RUS', 'марии захаровой', 'gen dat pre'],
    ['си цзиньпин', 'CHN', 'си цзиньпину', 'dat'],
    ['ким чен ын', 'PRK', 'ким чен ыном', 'ins'],
    ['реджеп тайип эрдоган', 'TUR', 'реджепа тайипа эрдогана', 'gen acc'],
    ['реджеп тайип эрдоган', 'TUR', 'реджеп тайип эрдогана', 'gen acc'],
    ['касым - жомарт токаев', 'KAZ', 'касым - жомартом токаевым', 'ins'],
    ['владимир зеленский', 'UKR', 'владимиру зеленскому', 'dat'],
  ])('declines the name %s (%s) as %s', (name, actor, form, cases) => {
    expect(casesOf(decliner.person(name.split(' '), [actor]))[form]).toBe(cases);
  });

  it('gives adjectives all genders, and their part in compounds', () => {
    const forms = casesOf(decliner.adjective(['турецкий']));
    expect(forms['турецкую']).toBe('acc');
    expect(forms['турецкой']).toBe('gen dat ins pre');
    expect(decliner.combining('турецкий')).toBe('турецко');
    expect(decliner.combining('американский')).toBe('американо');
  });

  it.each([
    ['plural', 'главы государств', 'глав государств'],
    ['plural', 'двусторонние встречи', 'двусторонних встреч'],
    ['noun', 'рабочая встреча', 'рабочей встречи'],
    ['noun', 'чрезвычайный и полномочный посол', 'чрезвычайного и полномочного посла'],
    ['plural', 'личные письма', 'личных писем'],
  ] as const)('declines the %s %s as %s', (kind, phrase, form) => {
    expect(casesOf(decliner.noun(phrase.split(' '), kind, 'either'))[form]).toContain('gen');
  });

  it('declines only the first noun of a post', () => {
    expect(casesOf(decliner.noun('министр иностранных дел'.split(' '), 'noun', 'living'))).toEqual({
      'министр иностранных дел': 'nom',
      'министра иностранных дел': 'gen acc',
      'министру иностранных дел': 'dat',
      'министром иностранных дел': 'ins',
      'министре иностранных дел': 'pre',
    });
  });
});

describe('forms of the tables', () => {
  it('reads flags after a bar', () => {
    expect(markedForm('встретился|past')).toMatchObject({ text: 'встретился', is: 4, future: false });
    expect(markedForm('посетит|future')).toMatchObject({ is: 2, future: true });
    expect(markedForm('ему|dat')).toMatchObject({ cases: ['dat'], declension: null });
    expect(markedForm('войска|plural').declension).toBe('plural');
    expect(markedForm('визит').declension).toBe('noun');
  });
});

function argumentsOf(text: string): Argument[] {
  const article = {
    language: 'ru',
    text,
    title: null,
    outlet: null,
    authors: [],
    url: null,
    credits: [],
    warnings: [],
    published: { earliest: '2024-06-15', latest: '2024-06-15', basis: 'stated' as const, time: null, why: '' },
    blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length, lines: [1, 1] as [number, number] }],
  };
  return recognise(article, world)?.sentences.flatMap((sentence) => sentence.arguments) ?? [];
}

describe('noun phrases', () => {
  it.each([
    ['Президент России Владимир Путин прибыл.', 'RUS', 'Vladimir Putin'],
    ['С президентом Турции Реджепом Тайипом Эрдоганом говорили долго.', 'TUR', 'Recep Tayyip Erdoğan'],
    ['Об этом сказал глава МИД РФ Сергей Лавров.', 'RUS', 'Sergey Lavrov'],
    ['Турецкий лидер Эрдоган прибыл.', 'TUR', 'Recep Tayyip Erdoğan'],
    ['Официальный представитель Кремля Дмитрий Песков молчит.', 'RUS', 'Dmitry Peskov'],
    ['После Берлина Зеленский вылетел домой.', 'UKR', 'Volodymyr Zelenskyy'],
    ['Глава российского внешнеполитического ведомства молчит.', 'RUS', 'Sergey Lavrov'],
    ['Кремль подтвердил, что президент не поедет.', 'RUS', 'Vladimir Putin'],
    ['Министр иностранных дел Мексики Пабло Гуаяненсе прибыл, Гуаяненсе ждали.', 'MEX', 'Пабло Гуаяненсе'],
  ])('%s', (text, actor, person) => {
    const [first] = argumentsOf(text).filter((argument) => argument.people.length > 0);
    expect(first?.actors).toEqual([actor]);
    expect(first?.people.map((item) => item.name)).toEqual([person]);
  });

  it('does not join phrases in different cases', () => {
    const found = argumentsOf('Президент США Байден президенту РФ Путину ответил.');
    expect(found.map((argument) => argument.actors)).toEqual([['USA'], ['RUS']]);
    expect(found[1]?.cases).toEqual(['dat']);
  });

  it('reads letters with and without dots alike', () => {
    expect(argumentsOf('Войска Соединенных Штатов ушли.')[0]?.actors).toEqual(['USA']);
    expect(argumentsOf('Войска Соединённых Штатов ушли.')[0]?.actors).toEqual(['USA']);
  });
});

describe('acts', () => {
  it.each([
    ['Россию осудила Франция.', 'ACCUSE FRA>RUS happened'],
    ['Иран осуждён Францией.', 'ACCUSE FRA>IRN happened'],
    ['Макрон посетит Индию в сентябре.', 'AGREE FRA>IND planned'],
    ['В Анкару прибыл министр иностранных дел Ирана.', 'CONSULT IRN>TUR happened'],
    ['США ввели антироссийские санкции.', 'SANCTION USA>RUS happened'],
    ['В МИД Китая осудили американские удары по Ирану.', 'ACCUSE CHN>USA happened'],
    ['Путин не встретился с Зеленским.', 'CONSULT RUS>UKR denied'],
    ['Москва направила Лондону ноту протеста.', 'ACCUSE RUS>GBR happened'],
    ['Переговоры министров иностранных дел России и Турции прошли в Сочи.', 'CONSULT RUS>TUR happened'],
    ['Министр иностранных дел Индии был принят Владимиром Путиным.', 'CONSULT RUS>IND happened'],
    ['С.В.Лавров позвонил министру иностранных дел Турции.', 'CONSULT RUS>TUR happened'],
    ['В Москве тогда обвинили Киев в срыве переговоров.', 'ACCUSE RUS>UKR happened'],
    ['В Анкаре резко осудили действия Израиля.', 'ACCUSE TUR>ISR happened'],
    ['США пригрозили новыми санкциями, если Иран не вернётся к переговорам.', 'THREATEN USA>IRN threatened'],
    ['Путин заявил, что, призвав Израиль к миру, страны G7 опоздали.', 'REQUEST G7>ISR happened'],
    ['Россия нанесла удар по Харькову.', 'ASSAULT RUS>UKR happened'],
    ['Страны «Большой семёрки» осудили Иран.', 'ACCUSE G7>IRN happened'],
    ['Министры стран G7 собрались в Риме. Затем министры осудили Иран.', 'ACCUSE G7>IRN happened'],
    ['Эрдоган и Путин договорятся о поставках газа.', 'AGREE TUR>RUS planned'],
    ['Путин не меняет планов посетить Индию.', 'AGREE RUS>IND planned'],
    ['Путин не планирует посещать Индию.', 'CONSULT RUS>IND denied'],
    ['Главы МИД России и Индии обсудили торговлю.', 'CONSULT RUS>IND happened'],
    ['КНДР пригрозила нанести удар по Южной Корее.', 'THREATEN PRK>KOR threatened'],
    ['США и Великобритания нанесли серию ударов по позициям хуситов.', 'ASSAULT USA+GBR>Houthis happened'],
    ['Германия передаст Украине ещё одну систему ПВО.', 'AGREE DEU>UKR planned'],
    ['У посольства Израиля в Аммане прошёл митинг.', 'PROTEST JOR>ISR happened'],
  ])('%s', (text, wanted) => {
    const told = codeSentence(world, 'ru', text).map(
      (act) => `${act.type} ${act.from.join('+')}>${act.to.join('+')} ${act.status}`,
    );
    expect(told).toContain(wanted);
  });

  it.each([
    'Немецкие туристы посетили Турцию.',
    'Россия приняла закон о рекламе.',
    'Полиция Италии арестовала мафиози.',
    'Если Россия нападёт на Польшу, НАТО ответит.',
    'Удар молнии повредил церковь во Франции.',
    'Орбан обсудил санкции против России.',
    'Зеленский призвал союзников ускорить поставки.',
    'В Германии прошли выборы, Россию там не обсуждали.',
    'Переговоры о ценах не привели Газпром к соглашению с Украиной.',
  ])('codes nothing: %s', (text) => {
    expect(codeSentence(world, 'ru', text)).toEqual([]);
  });
});
