/** What a key looks like inside a message: vendors quote it back, whole or in part. */
const KEYS: readonly RegExp[] = [
  /\bbearer\s+\S+/gi,
  // Named as one: "Incorrect API key provided: sk-ab***yz.", "Your api key: ****abcd is invalid".
  /(?<=\bapi[ _-]?key(?:\s+provided)?\s*[:=]\s*)[^\s,;]+/gi,
  /\b(?:sk|pk|rk|gsk|xai|sess)[-_][\w*.-]{6,}/g,
  // Any long word that mixes letters and digits.
  /(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{32,}/gi,
];

const LONGEST = 400;

/** A message on one line, without keys, and not the whole of a proxy's HTML page. */
export function redact(message: string): string {
  const line = message
    .slice(0, 10 * LONGEST)
    .replace(/\s+/g, " ")
    .trim();
  const clean = KEYS.reduce((text, key) => text.replace(key, "[key]"), line);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…` : clean;
}
