import { describe, expect, it } from "vitest";
import type { Profile, SimulatedFailure } from "../../src/domain/profile.ts";
import { ASKED, type Asked, ask, MODEL, question, simulated } from "./ask.ts";

const failing = ({ wire }: Asked, failure: SimulatedFailure): ReturnType<typeof simulated> =>
  simulated({ target: `${wire}/${MODEL}`, wire, failures: { [failure]: 1 } });

/** What our reading of the failure must come to: streamed, and whole where it differs. */
const CLASSES: readonly (readonly [SimulatedFailure, object, object])[] = [
  ["rate-limit", { kind: "rate-limit", status: 429, retry: true, billed: "no" }, {}],
  ["overloaded", { kind: "overloaded", retry: true, billed: "no" }, {}],
  ["server", { kind: "server", status: 500, retry: true, billed: "no" }, {}],
  ["reset", { kind: "network", code: "ECONNRESET", retry: true, billed: "unknown" }, {}],
  ["cut", { kind: "truncated-stream", code: "UND_ERR_SOCKET", retry: true, billed: "yes" }, { billed: "unknown" }],
  // A whole answer that is broken is no JSON.
  ["truncated", { kind: "truncated-stream", retry: true, billed: "yes" }, { kind: "stream-error", billed: "unknown" }],
  [
    "stall",
    { kind: "timeout", deadline: "idle", retry: true, billed: "yes" },
    { deadline: "first-token", billed: "unknown" },
  ],
  ["stream-error", { kind: "stream-error", retry: true, billed: "yes" }, { kind: "server", status: 500, billed: "no" }],
];

describe.each(ASKED)("$name", (asked) => {
  it.each(CLASSES)("%s, in the middle of a stream", async (failure, expected) => {
    const { result, exchange } = await ask(failing(asked, failure), asked);
    expect(result).toMatchObject({ failure: expected, finish: undefined });
    const broken = ["cut", "truncated", "stall", "stream-error"].includes(failure);
    if (broken) expect(result.text).toMatch(/^\[/);
    else expect(exchange.end.at).toBeLessThanOrEqual(200);
    if (exchange.head !== undefined) expect(exchange.head.headers["x-tokenwon-simulated"]).toBe("1");
  });

  it.each(CLASSES)("%s, of a whole answer", async (failure, streamed, whole) => {
    const { result } = await ask(failing(asked, failure), asked, question({ stream: false }));
    expect(result).toMatchObject({ failure: { ...streamed, ...whole }, finish: undefined, text: "" });
  });

  it("a rate limit says how long to wait", async () => {
    const { failure } = (await ask(failing(asked, "rate-limit"), asked)).result;
    const [least, most] = asked.provider === "anthropic" ? [1000, 2000] : [500, 2000];
    expect(failure?.retryAfterMs).toBeGreaterThanOrEqual(least);
    expect(failure?.retryAfterMs).toBeLessThanOrEqual(most);
  });

  it("overload has the vendor's status", async () => {
    const { failure } = (await ask(failing(asked, "overloaded"), asked)).result;
    expect(failure?.status).toBe(asked.provider === "anthropic" ? 529 : 503);
  });

  it("a broken stream breaks anywhere after its first words, not always at the same place", async () => {
    const lengths = new Set<number>();
    const server = failing(asked, "cut");
    for (let time = 0; time < 8; time++) lengths.add((await ask(server, asked)).result.outputs);
    expect(lengths.size).toBeGreaterThan(4);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
  });

  it("a model that does not exist", async () => {
    const server = simulated({ target: `${asked.wire}/${MODEL}`, wire: asked.wire });
    for (const stream of [true, false]) {
      const { result } = await ask(server, asked, question({ model: "nobody", stream }));
      expect(result.failure).toMatchObject({ kind: "not-found", status: 404, retry: false });
      expect(result.failure?.message).toContain("nobody");
    }
  });
});

it("no failure is drawn where none is planted", async () => {
  const shares: Profile["failures"] = { cut: 0, server: 0 };
  const [asked] = ASKED;
  const { result } = await ask(simulated({ target: `openai/${MODEL}`, failures: shares }), asked);
  expect(result.failure).toBeUndefined();
});
