export type Word = { readonly start: number; readonly end: number };

/** The shortest word that is looked at: vendors' keys have 32 characters and more, once their beginning is taken off. */
const SHORTEST = 32;

/** Values that mean nothing to anybody by design: ids, checks, and what a model thought, sealed by its vendor. */
const SEALED =
  /"(?:id|response_id|item_id|call_id|tool_use_id|tool_call_id|responseId|request_id|requestId|system_fingerprint|obfuscation|signature|thoughtSignature|thought_signature|encrypted_content|base64)"\s*:\s*$/;

/**
 * Words that look drawn by lot: 32 characters or more with digits, small letters and capitals, too mixed to be a path or a
 * name. Keys of vendors whose shape nobody knows look like this, and so do ids, images and signatures: values of fields
 * that hold those are passed over, and so are data URLs. `text` has no JSON escapes left, and may have broken off.
 */
export function opaqueWords(text: string): Word[] {
  return [...text.matchAll(/[\w+/=.-]{32,}/g)].flatMap(({ index, 0: word }) => {
    const end = index + word.length;
    return isDrawnByLot(word) && !isSealed(text, index, end) ? [{ start: index, end }] : [];
  });
}

function isDrawnByLot(word: string): boolean {
  if (!/\d/.test(word) || !/[a-z]/.test(word) || !/[A-Z]/.test(word)) return false;
  return entropy(word) >= leastEntropy(word.length) && changes(word) >= LEAST_CHANGES;
}

/**
 * Bits a character below which a word of that length is not taken for random: of words drawn from letters and digits
 * two in 100,000 fall below at worst. 66 real bodies have paths and names up to 4.2 bits at 50 characters, where it is 4.3.
 */
const leastEntropy = (length: number): number => Math.min(4.8, 3.7 + 0.95 * Math.log2(length / SHORTEST));

/** Shannon's entropy of the characters of a word, in bits a character. */
function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / word.length) * Math.log2(count / word.length);
  return bits;
}

/** Neighbours drawn from letters and digits are of two kinds in 62 of 100; in an address or a title in less than 20. */
const LEAST_CHANGES = 0.25;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/];

function changes(word: string): number {
  const kinds = Array.from(word, (character) => KINDS.findIndex((kind) => kind.test(character)));
  const pairs = kinds.slice(1).map((kind, i) => [kinds[i] ?? -1, kind] as const);
  const within = pairs.filter(([a, b]) => a >= 0 && b >= 0);
  return within.length === 0 ? 0 : within.filter(([a, b]) => a !== b).length / within.length;
}

/** True where the word is the value, or in the value, of a field that is opaque by design. */
function isSealed(text: string, start: number, end: number): boolean {
  const quote = text.lastIndexOf('"', start - 1);
  if (quote < 0) return false;
  const inside = text.slice(quote + 1, start);
  if (/\s/.test(inside)) return false;
  if (/^data:[\w/.+-]+(?:;[\w=-]+)*;base64,$/.test(inside)) return true;
  const before = text.slice(Math.max(0, quote - 200), quote);
  if (SEALED.test(before)) return true;
  const around = before + text.slice(end, end + 60);
  return /"data"\s*:\s*$/.test(before) && /"type"\s*:\s*"(?:redacted_thinking|reasoning\.encrypted)"/.test(around);
}
