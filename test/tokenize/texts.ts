import fc from "fast-check";

const HANGUL = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
const JAMO = fc.integer({ min: 0x1100, max: 0x11ff }).map((code) => String.fromCharCode(code));
const COMPATIBILITY = fc.constantFrom("ㅋ", "ㅎ", "ㅠ", "ㆍ", "㈜", "①", "％", "Ａ", "　");
const EMOJI = fc.constantFrom("😀", "👨‍👩‍👧‍👦", "🇰🇷", "👍🏽", "❤️", "\u200d", "\ufe0f");
const SURROGATE = fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff");
const SPECIAL = fc.constantFrom("<|endoftext|>", "<|im_start|>", "<|endofprompt|>", "<|fim_prefix|>", "<|return|>");
const SPACE = fc.constantFrom(" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\n\n \n");
const LATIN = fc.constantFrom("a", "Z", "the", "don't", "I'LL", "é", "1", "2026", "3.14", "_", "{", "}", '"', "…", "—");

/** Texts of all that a user may paste: Hangul, jamo, emoji, lone surrogates, special-token text, odd spaces. */
export const anyText = fc
  .array(fc.oneof(HANGUL, HANGUL, JAMO, COMPATIBILITY, EMOJI, SURROGATE, SPECIAL, SPACE, LATIN), { maxLength: 60 })
  .map((parts) => parts.join(""));

/**
 * Runs without a break, from a few bytes to 3,000, long ones as rarely as short ones are often (log-uniform), of a
 * single letter, of few letters, or of any Hangul: what byte-pair merging is slow on.
 */
export const unbrokenPiece = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(
      fc.array(HANGUL, { minLength: 1, maxLength: 4 }),
      fc.array(HANGUL, { minLength: 200, maxLength: 200 }),
      fc.constantFrom(["a"], ["a", "b"], ["=", "-"], ["ㅋ", "ㅎ"], ["😀"]),
    ),
    fc.integer(),
  )
  .map(([size, letters, seed]) => {
    const bytes = Math.round(4 * 750 ** size);
    let state = seed >>> 0;
    let piece = "";
    for (let length = 0; ; ) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const letter = letters[(state >>> 8) % letters.length] ?? "";
      length += Buffer.byteLength(letter);
      if (length > bytes) return piece;
      piece += letter;
    }
  });
