import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, keyOf, withoutKey } from "../../../src/transport/recordings/key.ts";
import { requestOf } from "../../../src/transport/recordings/request.ts";
import { REQUEST } from "./attempts.ts";

/** The same value with the keys of its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

/** The value with its leaf of that number changed, counted round. */
function changed(value: unknown, wanted: number): unknown {
  let count = 0;
  const walk = (each: unknown, at: number): unknown => {
    if (Array.isArray(each) && each.length > 0) return each.map((part) => walk(part, at));
    if (typeof each === "object" && each !== null && Object.keys(each).length > 0)
      return Object.fromEntries(Object.entries(each).map(([key, part]) => [key, walk(part, at)]));
    return count++ === at ? { changed: each } : each;
  };
  walk(value, -1);
  const at = wanted % count;
  count = 0;
  return walk(value, at);
}

const json = fc.jsonValue({ maxDepth: 4 });

describe("the key of a request", () => {
  it("does not follow the order of keys", () => {
    fc.assert(
      fc.property(json, (body) => {
        expect(JSON.stringify(canonical(reversed(body)))).toBe(JSON.stringify(canonical(body)));
        expect(keyOf({ ...REQUEST, body: reversed(body) })).toBe(keyOf({ ...REQUEST, body }));
        expect(canonical(body)).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });

  it("changes with any leaf", () => {
    fc.assert(
      fc.property(json, fc.nat(1000), (body, leaf) => {
        expect(keyOf({ ...REQUEST, body: changed(body, leaf) })).not.toBe(keyOf({ ...REQUEST, body }));
      }),
      { numRuns: 100 },
    );
  });

  it("changes with the order of a list, the path and the method, but not with the case of the method", () => {
    const of = (more: object): string => keyOf({ ...REQUEST, ...more });
    expect(of({ body: [1, 2] })).not.toBe(of({ body: [2, 1] }));
    expect(of({ path: "/v1/messages" })).not.toBe(of({}));
    expect(of({ method: "GET" })).not.toBe(of({}));
    expect(of({ method: "post" })).toBe(of({}));
  });

  it("does not follow a key in the query", () => {
    expect(withoutKey("/m:stream?key=abc&alt=sse")).toBe("/m:stream?alt=sse");
    expect(withoutKey("/m?api_key=abc")).toBe("/m");
    expect(withoutKey("/m?monkey=abc")).toBe("/m?monkey=abc");
    expect(keyOf({ ...REQUEST, path: "/m?key=a" })).toBe(keyOf({ ...REQUEST, path: "/m?key=b" }));
  });

  it.each([
    ["https://api.openai.com/v1/chat/completions", "/chat/completions"],
    ["https://openrouter.ai/api/v1/chat/completions", "/chat/completions"],
    ["http://localhost:1234/folder/v1/messages/count_tokens", "/v1/messages/count_tokens"],
    [
      "https://g.test/v1beta/models/gemini:streamGenerateContent?alt=sse&key=abc",
      "/v1beta/models/gemini:streamGenerateContent?alt=sse",
    ],
  ])("does not follow the server: %s", (href, path) => {
    expect(requestOf(href, { method: "POST", body: '{"b":1}' })).toEqual({ method: "POST", path, body: { b: 1 } });
  });
});
