/** Digits of a stamp: microseconds, up to a quarter of an hour. */
export const STAMP_DIGITS = 9;

/** The mark of a stamp in a text. */
export const STAMP_MARK = "@";

/** The instants in the text of an answer, in ms after the server had the request: one for every chunk, when it was written. */
export const stampsIn = (text: string): number[] =>
  [...text.matchAll(STAMPS)].map(([, digits]) => Number(digits) / 1000);

const STAMPS = new RegExp(`${STAMP_MARK}(\\d{${STAMP_DIGITS}})`, "g");
