import { englishNumber } from "./english-number.ts";
import { plain } from "./text.ts";

/** Digits and units of numbers in Korean words. */
const DIGITS: Readonly<Record<string, number>> = {
  ...{ 영: 0, 공: 0, 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9 },
  ...{ 하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 넷: 4, 네: 4 },
  ...{ 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9 },
};
const TENS: Readonly<Record<string, number>> = {
  ...{ 열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90 },
};
const SMALL: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };
const LARGE: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12 };

/** The longer words first. */
const WORDS = [DIGITS, TENS, SMALL, LARGE].flatMap(Object.keys).toSorted((a, b) => b.length - a.length);
const TOKEN = new RegExp(`\\d+(?:\\.\\d+)?|${WORDS.join("|")}`, "gy");

/** Signs and words around an amount that change nothing of it. */
const BEFORE = /^(?:금|총|약|\$|KRW|USD)\s*/iu;
const AFTER =
  /\s*(?:원정|원|won|KRW|개|명|점|건|장|잔|병|벌|권|켤레|박스|매|세트|pieces?|items?|points?|people|°C|도|kg|mg|mL|g|%|정|알)$/iu;
const MINUS = /^(?:[-−△▲]|마이너스|minus\s)\s*/iu;

/**
 * A number that is written as text: `38,000원`, `￦38,000`, `３８０００`, `3만 8천 원`, `삼만팔천`, `1.5만`, `thirty thousand`.
 * Undefined where it is none: what is left over is never passed over.
 */
export function numberIn(text: string): number | undefined {
  const bare = amountIn(text);
  const unsigned = bare.replace(MINUS, "");
  const size = PLAIN.test(unsigned) ? Number(unsigned) : (koreanNumber(unsigned) ?? englishNumber(unsigned));
  if (size === undefined) return undefined;
  return unsigned === bare || size === 0 ? size : -size;
}

/** Whether a text is a number in words, in full or in part: `삼만 원`, `3만 8천`, but not `38,000원`. */
export const isInWords = (text: string): boolean =>
  numberIn(text) !== undefined && !PLAIN.test(amountIn(text).replace(MINUS, ""));

const PLAIN = /^\+?\d+(?:\.\d+)?$/;

/** The amount alone, without currency, unit and separators. */
function amountIn(text: string): string {
  let bare = plain(text).replace(/[₩￦]/g, "").trim();
  for (let round = 0; round < 2; round++) bare = bare.replace(BEFORE, "").replace(AFTER, "").trim();
  return bare.replace(/,(?=\d{3}(?:\D|$))/g, "");
}

function koreanNumber(spaced: string): number | undefined {
  const text = spaced.replace(/\s+/g, "");
  // Digits with a blank between them are two numbers.
  if (text === "" || /\d\s+\d/.test(spaced)) return undefined;
  let [total, section, digit] = [0, 0, undefined as number | undefined];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return undefined;
    const [tens, small, large] = [TENS[token], SMALL[token], LARGE[token]];
    if (tens !== undefined) {
      if (digit !== undefined) return undefined;
      section += tens;
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
    } else if (large !== undefined) {
      total += (section + (digit ?? (section === 0 ? 1 : 0))) * large;
      [section, digit] = [0, undefined];
    } else {
      // Two digits after each other are no number in words.
      if (digit !== undefined) return undefined;
      digit = DIGITS[token] ?? Number(token);
    }
  }
  return total + section + (digit ?? 0);
}
