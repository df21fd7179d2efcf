import { join } from 'node:path';
import { findQuantities } from '../src/recognise/quantities/index.ts';
import { findTimes } from '../src/recognise/times/index.ts';
import { compileTimes } from '../src/world/times.ts';
import { tokenBuffer, tokenise, Vocabulary } from '../src/world/tokenise.ts';

/** Sentences with few times, as running text has them, for each language. */
const SAMPLES: Readonly<Record<string, string>> = {
  en: 'The two ministers spoke at length about trade, energy and the safety of shipping in the strait, and agreed that their deputies should go on with the work. The larger questions were left open. They last met on 24 November, in a hotel by the sea. ',
  vi: 'Hai bộ trưởng trao đổi khá lâu về thương mại, năng lượng và an toàn hàng hải qua eo biển, và nhất trí để các cấp phó tiếp tục công việc. Những câu hỏi lớn hơn vẫn bỏ ngỏ. Lần gần nhất họ gặp nhau là ngày 24/11 ở ven biển. ',
  ru: 'Министры долго говорили о торговле, энергетике и безопасности судоходства в проливе и решили, что их заместители продолжат работу. Большие вопросы остались открытыми. Последний раз они виделись 24 ноября в гостинице у моря. ',
  tr: 'Bakanlar ticaret, enerji ve boğazdaki gemi güvenliği üzerine uzun uzun konuştu, yardımcılarının işi sürdürmesinde anlaştı. Daha büyük sorular açık kaldı. En son 24 Kasım’da deniz kıyısında bir otelde görüşmüşlerdi. ',
  zh: '两位部长就贸易、能源以及海峡航运安全作了长时间交谈，并同意由副手继续工作。更大的问题没有答案。他们上一次会面是11月24日在海边的一家旅馆。',
};
const REPEATS = 4000;

for (const [language, sample] of Object.entries(SAMPLES)) {
  const started = performance.now();
  const grammar = compileTimes(join(import.meta.dirname, '..', 'languages', language), language);
  const compiled = performance.now() - started;
  const vocabulary = new Vocabulary();
  grammar.vocabulary.bind((word) => vocabulary.add(word));
  const text = sample.repeat(20);
  const tokens = tokenBuffer(text.length);
  tokenise(text, 0, text.length, vocabulary, tokens);
  const times = rate(text.length, () => findTimes(text, tokens, grammar));
  const quantities = rate(text.length, () => findQuantities(text, tokens, grammar));
  console.log(
    `${language}: compile ${compiled.toFixed(0)} ms, times ${times.toFixed(1)} M characters/s, quantities ${quantities.toFixed(1)} M characters/s`,
  );
}

/** Millions of characters a second of processor time, so that a busy machine does not count. */
function rate(length: number, run: () => unknown): number {
  const repeats = REPEATS / 20;
  for (let index = 0; index < 60; index++) run();
  const started = process.cpuUsage();
  for (let index = 0; index < repeats; index++) run();
  return (length * repeats) / process.cpuUsage(started).user;
}
