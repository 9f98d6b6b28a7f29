/** Headers that say how much more may be asked, and when. */
const LIMITS =
  /^(retry-after|retry-after-ms|x-should-retry|x-ratelimit-.+|anthropic-ratelimit-.+|openai-processing-ms|server-timing|x-tokenwon-simulated)$/;

/** Those of them that name a moment. */
const RESETS = /^anthropic-ratelimit-.+-reset$/;

/** Headers that carry the vendor's id of a request: what its support asks for. */
export const REQUEST_IDS: readonly string[] = ["x-request-id", "request-id", "x-goog-request-id"];

type Pairs = Iterable<readonly [name: string, value: string]>;

/** The headers of an answer that a recording keeps. By name: an account or a cookie in a header not named here is left out. */
export const keptHeaders = (headers: Pairs): Record<string, string> =>
  chosen(headers, (name) => LIMITS.test(name) || REQUEST_IDS.includes(name) || name === "content-type");

/** Those among them that say when to ask again: what the log of an attempt keeps. */
export const limitHeaders = (headers: Pairs): Record<string, string> => chosen(headers, (name) => LIMITS.test(name));

function chosen(headers: Pairs, isWanted: (name: string) => boolean): Record<string, string> {
  const all = [...headers].map(([name, value]) => [name.toLowerCase(), value] as const);
  const kept = Object.fromEntries(all.filter(([name]) => isWanted(name)));
  // A moment says how long to wait only against the clock of the one who names it.
  const date = all.find(([name]) => name === "date");
  const moments = Number.isNaN(Number(kept["retry-after"] ?? 0)) || Object.keys(kept).some((name) => RESETS.test(name));
  if (date !== undefined && moments) kept["date"] = date[1];
  return kept;
}
