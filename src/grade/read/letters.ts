/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five that it leaves out stay themselves. */
const SHOWN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES = new Map(Array.from(SHOWN, (sign, at) => [sign, 0x80 + at] as const));

/** A lead byte of Hangul in UTF-8 and two more bytes, shown as Latin-1 or Windows-1252: `ì•ˆ` for 안. */
const HANGUL_BYTES = new RegExp(`[ê-í][\\u0080-\\u00bf${SHOWN}]{2}`, "g");

const byteOf = (sign: string): number => BYTES.get(sign) ?? sign.charCodeAt(0);

function isHangul(shown: string): boolean {
  const [first = 0, second = 0, third = 0] = Array.from(shown, byteOf);
  const code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return code >= 0xac00 && code <= 0xd7a3;
}

/** Whether a text has U+FFFD, or Hangul whose UTF-8 was read as Latin letters. */
export const hasMojibake = (text: string): boolean =>
  text.includes("\uFFFD") || (text.match(HANGUL_BYTES) ?? []).some(isHangul);

/** Whether half of a pair of surrogates stands alone in a text. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

/** Whether any key or text of a value answers to `holds`. */
export function someText(value: unknown, holds: (text: string) => boolean): boolean {
  if (typeof value === "string") return holds(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inside]) => holds(key) || someText(inside, holds));
}
