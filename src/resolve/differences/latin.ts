import { stripDiacritics } from '../../world/fold.ts';

/** Cyrillic letters as Latin ones (the romanisation of passports, ICAO 9303). */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ы:y э:e ю:iu я:ia ь: ъ:ie'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** A name in small Latin letters without diacritics, as far as its script lets one. */
export function latin(name: string): string {
  const plain = stripDiacritics(name).toLowerCase();
  return [...plain].map((letter) => CYRILLIC[letter] ?? letter).join('');
}
