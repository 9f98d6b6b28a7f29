/** A stretch of a text that looks like a key. */
export type Shaped = { readonly kind: "key-shape" | "bearer"; readonly start: number; readonly end: number };

/** No letter, digit, `_` or `-` before it: `sk-` is also the end of "task-". */
const ALONE = "(?<![A-Za-z0-9_-])";

/** What vendors' keys begin with. Stars too: vendors quote a wrong key back with stars in its middle. */
const VENDORS = [
  // OpenAI, Anthropic (sk-ant-), OpenRouter (sk-or-), DeepSeek. Not the words of a style sheet: sk-fading-circle.
  /sk-(?=[\w*-]*?[\d*]|[\w*-]{24})[\w*-]{8,}/,
  /(?:AIza[\w*-]{8,}|AQ\.(?=[\w-]*\d)[\w-]{16,})/,
  /(?:gsk_|xai-|sess-|pplx-)(?=[\w*-]*[\d*])[\w*-]{8,}/,
  /(?:gh[opusr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|hf_[A-Za-z0-9]{16,}|[spr]k_(?:live|test)_[A-Za-z0-9]{8,})/,
  /(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/,
  // A JSON web token: three parts, the first of which is JSON.
  /eyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]{6,}/,
].map((shape) => new RegExp(ALONE + shape.source, "g"));

const TOKEN = String.raw`[\w.~+/=*-]`;

/** Places where keys stand. The value counts only where it looks like one: `YOUR_API_KEY` in a line of code is none. */
const PLACES: readonly (readonly [Shaped["kind"], RegExp])[] = [
  ["bearer", new RegExp(String.raw`\bbearer(?:\s|%20|\+)+(?<value>${TOKEN}{4,})`, "gi")],
  // "Incorrect API key provided: ab***yz.", api_key=…, "apiKey": "…", x-api-key: …, x-goog-api-key: …
  [
    "key-shape",
    new RegExp(
      String.raw`(?:api|access|secret)[ _-]?(?:key|token)["']?(?:\s+provided)?\s*[:=]\s*\[?["']?(?<value>${TOKEN}{6,})`,
      "gi",
    ),
  ],
  ["key-shape", /[?&]key=(?<value>[^&\s"'\\<>]{6,})/gi],
  [
    "key-shape",
    new RegExp(
      String.raw`authorization["']?\s*:\s*\[?["']?(?:(?:token|key)\s+)?(?<value>(?!(?:bearer|basic)\b)${TOKEN}{6,})`,
      "gi",
    ),
  ],
  ["key-shape", /\bcookie["']?\s*:\s*\[?["']?(?<value>[\w.-]+=[^\s;"'\\]{6,})/gi],
];

/** Without a look behind: one for white space takes minutes on the long runs of it that models get stuck in. */
const BASIC = /authorization["']?\s*:\s*\[?["']?basic\s+(?<value>[A-Za-z0-9+/]{8,}={0,2})/gi;
const PEM = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\sA-Za-z0-9+/=]*(?:-----END [A-Z ]*PRIVATE KEY-----)?/g;

/** Everything in a text that is shaped like a key, or stands where keys stand. */
export function keyShapes(text: string): Shaped[] {
  const named = PLACES.flatMap(([kind, place]) =>
    matched(text, place).flatMap((found) =>
      isToken(kind, text.slice(found.start, found.end)) ? [{ ...found, kind }] : [],
    ),
  );
  return [...vendorKeys(text), ...matched(text, PEM), ...matched(text, BASIC), ...named, ...inBase64(text)];
}

const vendorKeys = (text: string): Shaped[] => VENDORS.flatMap((shape) => matched(text, shape));

/** A shape that is found by what stands before it ends in a group `value`. */
const matched = (text: string, shape: RegExp): Shaped[] =>
  [...text.matchAll(shape)].map(({ index, 0: match, groups }) => {
    const end = index + match.length;
    return { kind: "key-shape", start: end - (groups?.["value"] ?? match).length, end };
  });

/** After "Bearer" no word of twenty characters is a plain one. */
const isToken = (kind: Shaped["kind"], value: string): boolean =>
  looksLikeKey(value) || (kind === "bearer" && value.length >= 20);

/** A digit, or a star in place of one; or a long mix of small letters and capitals. */
const looksLikeKey = (value: string): boolean =>
  /[\d*]/.test(value) || (value.length >= 20 && /[a-z]/.test(value) && /[A-Z]/.test(value) && !value.includes("."));

/** Words of base64 whose bytes hold a vendor's key, whichever of the four places of a group the text begins at. */
const inBase64 = (text: string): Shaped[] =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{20,}/g)].flatMap(({ index, 0: word }) => {
    const standard = word.replaceAll("-", "+").replaceAll("_", "/");
    const holds = [0, 1, 2, 3].some((from) => vendorKeys(bytesIn(standard.slice(from))).length > 0);
    return holds ? [{ kind: "key-shape" as const, start: index, end: index + word.length }] : [];
  });

/** Node reads what is whole of it; half a group at its end is no error. */
const bytesIn = (base64: string): string => Buffer.from(base64, "base64").toString("latin1");
