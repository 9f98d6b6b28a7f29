import { createHash } from "node:crypto";

/** What is asked over the wire; `path` with its query. */
export type WireRequest = { readonly method: string; readonly path: string; readonly body: unknown };

/** A JSON value with the keys of its objects sorted at every depth. Lists keep their order: it means something. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, canonical(each)]));
}

/** SHA-256 of method, path and canonical body, in hex: what a recorded request is found by. No host, no header, no key. */
export const keyOf = ({ method, path, body }: WireRequest): string =>
  createHash("sha256")
    .update(`${method.toUpperCase()} ${withoutKey(path)}\n${JSON.stringify(canonical(body ?? null))}`)
    .digest("hex");

/** A path without the key that Google's API takes in its query; the rest of the query stays as it is. */
export function withoutKey(path: string): string {
  const [before = "", ...query] = path.split("?");
  const kept = query
    .join("?")
    .split("&")
    .filter((part) => !/^(?:key|api[_-]?key)(?:=|$)/i.test(part))
    .join("&");
  return kept === "" ? before : `${before}?${kept}`;
}
