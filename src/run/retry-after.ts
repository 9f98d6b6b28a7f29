/**
 * What the headers ask to wait, in ms: `retry-after-ms`, else `retry-after` in seconds or as a date against the answer's
 * own `date`. Undefined where they say nothing that can be read.
 */
export function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const ms = number(headers["retry-after-ms"]);
  if (ms !== undefined) return ms;
  const text = headers["retry-after"];
  const seconds = number(text);
  if (seconds !== undefined) return seconds * 1000;
  // Every form of an HTTP date begins with the day of the week; `Date.parse` takes "-1" for a year.
  if (text === undefined || !/^[a-z]/i.test(text)) return undefined;
  const wait = Date.parse(text) - Date.parse(headers["date"] ?? "");
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function number(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
