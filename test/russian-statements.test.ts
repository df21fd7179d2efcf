import { describe, expect, it } from 'vitest';
import { codedOf } from './world-of-tests.ts';

/** Statements of a text: speaker, and the words in quotation marks if any. */
function told(text: string): string[] {
  return codedOf(text, 'ru').statements.map(({ speaker, quote }) => `${speaker.name}${quote ? `: ${quote}` : ''}`);
}

describe('speakers behind the verb', () => {
  it.each([
    [
      '«Договор будет подписан осенью», — сообщил журналистам в четверг пресс-секретарь Кремля Дмитрий Песков.',
      'Dmitry Peskov: Договор будет подписан осенью',
    ],
    ['Визит отложен, заявил в понедельник на полях форума глава МИД РФ Сергей Лавров.', 'Sergey Lavrov'],
    ['Об этом в среду рассказала официальный представитель МИД РФ Мария Захарова.', 'Maria Zakharova'],
    ['«Нам не о чем говорить», — ответил на это Эрдоган.', 'Recep Tayyip Erdoğan: Нам не о чем говорить'],
    ['Встреча прошла полезно, сообщили в Кремле.', 'Kremlin'],
    ['Поставки начнутся в мае, уточняют в министерстве обороны Германии.', 'Germany'],
    [
      '"Мы готовы к диалогу", - сказал РИА Новости замглавы МИД РФ Сергей Рябков.',
      'Sergey Ryabkov: Мы готовы к диалогу',
    ],
    ['Сообщил об этом президент Сербии Александр Вучич.', 'Aleksandar Vučić'],
    ['«Порт закрыт», — написал глава Одесской области Олег Кипер.', 'Олег Кипер: Порт закрыт'],
    ['«Мы предупреждали об этом», — напомнил Гуаяненсе.', 'Гуаяненсе: Мы предупреждали об этом'],
    ['— Мы готовы к переговорам, — сказал Лавров.', 'Sergey Lavrov: Мы готовы к переговорам'],
    [
      'Статью написал Кристофер Хартвелл. Хартвелл призвал Запад «не спешить с выводами».',
      'Кристофер Хартвелл: не спешить с выводами',
    ],
  ])('%s', (text, wanted) => {
    expect(told(text)).toContain(wanted);
  });

  it.each([
    ['Эрдоган осудил Израиль.', 'Israel'],
    ['Лавров, посетивший Ирак, осудил Израиль.', 'Israel'],
    ['Песков сообщил, что Эрдоган прибудет в Москву.', 'Recep Tayyip Erdoğan'],
    ['Песков пока не прокомментировал визит Эрдогана.', 'Dmitry Peskov'],
    ['Москва и Пекин заключили соглашение.', 'Moscow'],
  ])('does not hear whom it is said of: %s', (text, name) => {
    expect(told(text)).not.toContain(name);
  });
});

describe('quotations in Russian', () => {
  it('gives a quotation of several sentences to whoever stands behind the last', () => {
    expect(told('Стороны говорили долго. «Мы подписали два договора. Третий готовится», — отметил Лавров.')).toContain(
      'Sergey Lavrov: Мы подписали два договора. Третий готовится',
    );
  });

  it.each([
    [
      'Макрон назвал это «концом эпохи «Большой семёрки», которую мы знали».',
      'концом эпохи «Большой семёрки», которую мы знали',
    ],
    ['"Мы достроим "Северный поток-2", - заявил Песков.', 'Мы достроим "Северный поток-2'],
    ['Речь не о войне", - подчеркнул Лавров.', 'Речь не о войне'],
  ])('finds where it ends: %s', (text, quote) => {
    expect(codedOf(text, 'ru').statements.map((statement) => statement.quote)).toContain(quote);
  });

  it.each([
    'Лавров обсудил с Фиданом проект «Аккую».',
    'Песков заявил, что газопровод «Северный поток — 2» достроят.',
    'Как сообщила газета «Политика», Лавров прибыл в Белград.',
  ])('takes a name for nobody’s words: %s', (text) => {
    expect(codedOf(text, 'ru').statements.filter((statement) => statement.direct)).toEqual([]);
  });

  it('gives what he says to whoever spoke before, not to whom he speaks of', () => {
    const text = 'Песков сообщил, что переговоры идут. «Мы ценим усилия президента США Дональда Трампа», — добавил он.';
    expect(told(text)).toContain('Dmitry Peskov: Мы ценим усилия президента США Дональда Трампа');
  });
});
