import { NUMBER } from '../world/tokenise.ts';
import type { SentenceView } from './view.ts';

/** Whether a mark of punctuation parts the digits of one number: "1.500". */
export function partsDigits({ kind, start, end }: SentenceView['marked']['tokens'], at: number): boolean {
  const isDigits = kind[at - 1] === NUMBER && kind[at + 1] === NUMBER;
  return isDigits && end[at - 1] === start[at] && end[at] === start[at + 1];
}
