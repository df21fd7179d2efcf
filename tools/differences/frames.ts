/** A report around one sentence: what stands before and behind it, in an agency's text and in a retelling that credits another agency. */
export interface Frame {
  source: readonly string[];
  /** Given the language of the agency that it credits. */
  retelling(credited: string): readonly string[];
  after: readonly string[];
}

/** The agency of each language, as each language writes it. */
const AGENCIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { en: 'Reuters', vi: 'Reuters', ru: 'Reuters', tr: 'Reuters', zh: '路透社' },
  vi: { en: 'the Vietnam News Agency', vi: 'TTXVN', ru: 'ВИА', tr: 'VNA', zh: '越通社' },
  ru: { en: 'TASS', vi: 'TASS', ru: 'ТАСС', tr: 'TASS', zh: '塔斯社' },
  tr: { en: 'Anadolu Agency', vi: 'Anadolu', ru: 'Anadolu', tr: 'Anadolu Ajansı', zh: '阿纳多卢通讯社' },
  zh: { en: 'Xinhua', vi: 'Tân Hoa xã', ru: 'Синьхуа', tr: 'Xinhua', zh: '新华社' },
};

/** The same report in every language; the sentence to be compared comes between. Its facts have nothing to do with it. */
export const FRAMES: Readonly<Record<string, Frame>> = {
  en: frame('en', {
    title: 'Norway and Chile agree on fisheries patrols',
    days: ['June 11, 2024', 'June 12, 2024'],
    dateline: 'OSLO, June 11 (Reuters) - ',
    credit: (agency, news) => `${news}, ${agency} reported.`,
    news: 'Norway and Chile agreed on Tuesday to hold joint fisheries patrols with 14 ships',
    signed:
      'Norwegian Foreign Minister Espen Barth Eide and Chilean Foreign Minister Alberto van Klaveren signed the agreement in Oslo.',
    last: 'The patrols will cover 3.2 million square kilometres of sea and will begin on September 1, 2024.',
  }),
  vi: frame('vi', {
    title: 'Na Uy và Chile nhất trí tuần tra nghề cá',
    days: ['11/06/2024', '12/06/2024'],
    dateline: 'Oslo (TTXVN 11/6) - ',
    credit: (agency, news) => `Theo ${agency}, ${news}.`,
    news: 'Na Uy và Chile hôm thứ ba nhất trí tiến hành tuần tra nghề cá chung với 14 tàu',
    signed: 'Ngoại trưởng Na Uy Espen Barth Eide và Ngoại trưởng Chile Alberto van Klaveren đã ký thỏa thuận tại Oslo.',
    last: 'Hoạt động tuần tra sẽ bao phủ 3,2 triệu km2 biển và bắt đầu vào ngày 1/9/2024.',
  }),
  ru: frame('ru', {
    title: 'Норвегия и Чили договорились о рыболовных патрулях',
    days: ['11 июня 2024', '12 июня 2024'],
    dateline: 'ОСЛО, 11 июня. /ТАСС/. ',
    credit: (agency, news) => `${news}, сообщает ${agency}.`,
    news: 'Норвегия и Чили во вторник договорились о совместном рыболовном патрулировании силами 14 судов',
    signed:
      'Министр иностранных дел Норвегии Эспен Барт Эйде и министр иностранных дел Чили Альберто ван Клаверен подписали соглашение в Осло.',
    last: 'Патрулирование охватит 3,2 млн квадратных километров моря и начнется 1 сентября 2024 года.',
  }),
  tr: frame('tr', {
    title: 'Norveç ve Şili balıkçılık devriyelerinde anlaştı',
    days: ['11.06.2024', '12.06.2024'],
    dateline: 'OSLO (AA) - ',
    credit: (agency, news) => `${agency} tarafından verilen habere göre ${news}.`,
    news: 'Norveç ve Şili salı günü 14 gemiyle ortak balıkçılık devriyesi yapılması konusunda anlaştı',
    signed:
      "Norveç Dışişleri Bakanı Espen Barth Eide ve Şili Dışişleri Bakanı Alberto van Klaveren anlaşmayı Oslo'da imzaladı.",
    last: 'Devriyeler 3,2 milyon kilometrekarelik denizi kapsayacak ve 1 Eylül 2024 tarihinde başlayacak.',
  }),
  zh: frame('zh', {
    title: '挪威和智利就渔业巡逻达成协议',
    days: ['2024年6月11日', '2024年6月12日'],
    dateline: '新华社奥斯陆6月11日电 ',
    credit: (agency, news) => `据${agency}报道，${news}。`,
    news: '挪威和智利星期二同意派14艘船只进行联合渔业巡逻',
    signed: '挪威外交大臣埃斯彭·巴特·艾德和智利外交部长阿尔韦托·范克拉韦伦在奥斯陆签署了协议。',
    last: '巡逻将覆盖320万平方公里的海域，于2024年9月1日开始。',
  }),
};

interface Text {
  title: string;
  days: [string, string];
  dateline: string;
  credit: (agency: string, news: string) => string;
  news: string;
  signed: string;
  last: string;
}

function frame(language: string, { title, days: [day, next], dateline, credit, news, signed, last }: Text): Frame {
  const credited = (from: string) => credit(AGENCIES[from]?.[language] as string, news);
  const stop = language === 'zh' ? '。' : '.';
  return {
    source: [title, day, `${dateline}${news}${stop}`, signed],
    retelling: (from) => [title, next, credited(from), signed],
    after: [last],
  };
}
