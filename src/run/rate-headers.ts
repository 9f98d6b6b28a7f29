/** What a vendor says is left of one of its limits. */
export type Level = {
  readonly limit: number;
  readonly remaining: number;
  /** Until it is full again, in ms. */
  readonly resetMs: number;
};

/** What the limits of vendors count. */
export const COUNTED = ["requests", "tokens", "input-tokens", "output-tokens"] as const;
export type Counted = (typeof COUNTED)[number];
export type Levels = Readonly<Partial<Record<Counted, Level>>>;

type Headers = Readonly<Record<string, string>>;

/**
 * The levels in the headers of an answer: `x-ratelimit-remaining-requests` with a duration (OpenAI and those who speak like
 * it), `anthropic-ratelimit-requests-remaining` with the moment of the reset, which is read against the answer's own `date`.
 */
export function levelsOf(headers: Headers): Levels {
  const levels: Partial<Record<Counted, Level>> = {};
  for (const what of COUNTED) {
    const level = openai(headers, what) ?? anthropic(headers, what);
    if (level !== undefined) levels[what] = level;
  }
  return levels;
}

const openai = (headers: Headers, what: Counted): Level | undefined =>
  level(
    headers[`x-ratelimit-limit-${what}`],
    headers[`x-ratelimit-remaining-${what}`],
    durationMs(headers[`x-ratelimit-reset-${what}`]),
  );

function anthropic(headers: Headers, what: Counted): Level | undefined {
  const reset = Date.parse(headers[`anthropic-ratelimit-${what}-reset`] ?? "");
  const wait = reset - Date.parse(headers["date"] ?? "");
  return level(
    headers[`anthropic-ratelimit-${what}-limit`],
    headers[`anthropic-ratelimit-${what}-remaining`],
    Number.isNaN(wait) ? undefined : Math.max(0, wait),
  );
}

function level(
  limit: string | undefined,
  remaining: string | undefined,
  resetMs: number | undefined,
): Level | undefined {
  const [most, left] = [count(limit), count(remaining)];
  if (most === undefined || left === undefined || resetMs === undefined || most === 0 || left > most) return undefined;
  return { limit: most, remaining: left, resetMs };
}

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `6m0s`, `1.2s`, `350ms`, or plain seconds. */
function durationMs(text: string | undefined): number | undefined {
  if (text === undefined || !/^(\d+(\.\d+)?(ms|[smhd]))+$|^\d+(\.\d+)?$/.test(text)) return undefined;
  if (/^[\d.]+$/.test(text)) return Number(text) * 1000;
  let ms = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
    ms += Number(number) * (UNITS_MS[unit ?? ""] ?? 0);
  }
  return ms;
}
