/** Characters as Unicode code points, spaces and punctuation included. On NFC text a Hangul syllable is one. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** 어절 in Korean, words in English: runs without white space. */
export const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Length in UTF-8 bytes. Hangul syllables take 3, ASCII 1. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
