/** Shapes of keys, and places where keys stand: vendors and proxies quote them back, whole or in part. */
const KEYS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer)\s+\S+/gi, "$1 [key]"],
  // Named as one: "Incorrect API key provided: sk-ab***yz.", "Your api key: ****abcd is invalid".
  [/(?<=\bapi[ _-]?key(?:\s+provided)?\s*[:=]\s*)\S+/gi, "[key]"],
  [/([?&]key=)[^&\s"']+/gi, "$1[key]"],
  [/\b(?:sk|pk|rk|gsk|xai|sess)[-_](?:[\w*-]|\.(?=\w)){6,}/g, "[key]"],
  [/\b(?:AIza|AQ\.)[\w-]{16,}/g, "[key]"],
  // Any long word that mixes letters and digits, with what is joined to it as in base64: half a key is no less a key.
  [/(?<![\w/+=.:~-])(?=[\w/+=.:~-]*?(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{32})[\w/+=.:~-]+/gi, "[key]"],
];

/** Enough of an HTML page of a gateway to know it by. */
const LONGEST = 400;

/** A message on one line, without any key and not too long. */
export function plain(message: string): string {
  const line = message
    .slice(0, 10 * LONGEST)
    .replace(/\s+/g, " ")
    .trim();
  const clean = KEYS.reduce((text, [key, instead]) => text.replace(key, instead), line);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…` : clean;
}
