import { describe, expect, test } from 'vitest';
import { actsOf, codedOf, markedOf } from './world-of-tests.ts';

/** The noun phrases of a text about actors, as the text writes them. */
function argumentsOf(text: string): string[] {
  const marked = markedOf(text, 'zh');
  const { start, end } = marked.tokens;
  return marked.sentences.flatMap((sentence) =>
    sentence.arguments.map(
      (argument) => `${text.slice(start[argument.from], end[argument.to - 1])} ${argument.actors.join('+')}`,
    ),
  );
}

describe('acts of Chinese sentences', () => {
  test.each<[string, string[]]>([
    ['俄罗斯总统普京14日在北京会见中国国家主席习近平。', ['CONSULT RUS>CHN happened meeting 2024-06-14']],
    ['法国总统马克龙14日同德国总理朔尔茨通电话。', ['CONSULT FRA>DEU happened phone 2024-06-14']],
    ['埃及外长14日同来华进行正式访问的土耳其外长举行会谈。', ['CONSULT EGY>TUR happened meeting 2024-06-14']],
    ['巴西总统14日对智利进行国事访问。', ['CONSULT BRA>CHL happened visit 2024-06-14']],
    ['伊朗没有谴责俄罗斯。', []],
    ['乌克兰14日遭到俄罗斯袭击。', ['ASSAULT RUS>UKR happened 2024-06-14']],
    ['美国对白俄罗斯实施制裁。', ['SANCTION USA>BLR happened 2024-06-15']],
    ['中方愿同埃方加强合作。', ['AGREE CHN>EGY planned 2024-06-15']],
  ])('%s', (text, expected) => {
    expect(actsOf(text, 'zh')).toEqual(expected);
  });

  test('traditional characters are read as simplified ones', () => {
    expect(actsOf('俄羅斯總統普京14日會見土耳其總統。', 'zh')).toEqual(
      actsOf('俄罗斯总统普京14日会见土耳其总统。', 'zh'),
    );
  });

  test('a name parts the characters around it', () => {
    expect(actsOf('王毅14日同意大利外长会谈。', 'zh')).toEqual(['CONSULT CHN>ITA happened meeting 2024-06-14']);
    expect(argumentsOf('发展中国家需要帮助。')).toEqual([]);
  });
});

describe('characters that stand for states', () => {
  test.each<[string, string[]]>([
    ['中俄举行会谈。', ['中俄 CHN+RUS']],
    ['中美元首通话。', ['中美元首 CHN+USA']],
    ['美方表示欢迎。', ['美方 USA']],
    ['俄外长表示欢迎。', ['俄外长 RUS']],
    ['会谈中美方表示欢迎。', ['美方 USA']],
    ['他24日以来没有发言。', ['他 ']],
    ['新政府宣誓就职。', []],
    ['增加企业负担。', []],
  ])('%s', (text, expected) => {
    expect(argumentsOf(text)).toEqual(expected);
  });

  test('one that stands for several means the state that the report names', () => {
    expect(argumentsOf('新西兰总理到访。\n中新关系良好。').at(-1)).toBe('中新 CHN+NZL');
    expect(argumentsOf('新加坡总理到访。\n中新关系良好。').at(-1)).toBe('中新 CHN+SGP');
  });
});

describe('statements in Chinese', () => {
  test.each<[string, string, string | null]>([
    ['普京说：“谈判取得了进展，我们将继续努力。”', 'Vladimir Putin', '谈判取得了进展，我们将继续努力。'],
    ['“谈判取得了很大进展。”普京说。', 'Vladimir Putin', '谈判取得了很大进展。'],
    ['普京稱：「談判取得了很大進展。」', 'Vladimir Putin', '談判取得了很大進展。'],
    ['克里姆林宫14日表示，谈判取得了进展。', 'Kremlin', null],
    ['习近平会见普京时指出，形势依然复杂。', 'Xi Jinping', null],
  ])('%s', (text, speaker, quote) => {
    const [statement] = codedOf(text, 'zh').statements;
    expect(statement?.speaker.name).toBe(speaker);
    expect(statement?.quote).toBe(quote);
  });

  test('an agency is the way the words came', () => {
    const [statement] = codedOf('据塔斯社报道，普京表示，谈判取得了进展。', 'zh').statements;
    expect(statement?.speaker.name).toBe('Vladimir Putin');
    expect(statement?.via).toEqual(['TASS']);
  });
});
