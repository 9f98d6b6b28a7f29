import { it } from "vitest";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { SPOKEN, type Spoken } from "../../contract/wires.ts";
import { type Behaviour, serve } from "../../transport/server.ts";
import { askEach, openOne, targetOf, trialsFor } from "./asking.ts";
import { project } from "./project.ts";

/** Short, so that a stall is over soon; a recording is replayed by the same. */
const DEADLINES = { headers: 1000, firstToken: 2000, idle: 700, total: 20_000 };

type Case = { readonly does: Behaviour; readonly kind: string | undefined };

/** What a server may do, and what the attempt is then. */
function cases({ wire: { frames }, errors, provider }: Spoken): Case[] {
  // Into the text, well before the vendor's last word.
  const after = 4;
  const error = (status: 429 | 503 | 529, headers = {}): Behaviour => ({
    ...errors[status],
    does: "answer",
    headers: { ...errors[status].headers, ...headers },
  });
  return [
    { does: { does: "stream", frames, gapMs: 2 }, kind: undefined },
    { does: { does: "stream", frames, cut: 31 }, kind: undefined },
    { does: error(429, { "retry-after": "7" }), kind: "rate-limit" },
    { does: error(provider === "anthropic" ? 529 : 503), kind: "overloaded" },
    { does: { does: "hang-up", how: "reset" }, kind: "network" },
    { does: { does: "hang-up", how: "close" }, kind: "network" },
    { does: { does: "stream", frames, after, then: "reset" }, kind: "truncated-stream" },
    { does: { does: "stream", frames, after, then: "half" }, kind: "truncated-stream" },
    { does: { does: "stream", frames, after }, kind: "truncated-stream" },
    { does: { does: "stream", frames, after, then: "stall" }, kind: "timeout" },
    { does: { does: "no-headers" }, kind: "timeout" },
  ];
}

const withoutGrade = (line: Attempt): Attempt => ({ ...line, "tokenwon.evidence": "live" });

// They mostly wait: all APIs at once.
it.concurrent.for(SPOKEN)(
  "$name: every end of an exchange is replayed as it was, with its server gone",
  async (spoken, { expect, onTestFinished }) => {
    const { root, remove } = project();
    onTestFinished(remove);
    const told = cases(spoken);
    const trials = trialsFor(spoken, told.length);
    const server = await serve((request, index) =>
      // What is looked at to see whether a simulator is silent there is not one of the questions.
      request.method === "GET" ? { does: "answer", status: 404 } : (told[asked(server.requests, index)] as Case).does,
    );
    const live = await openOne("record", { root, spoken, url: server.url, deadlines: DEADLINES });
    const lines = await askEach(live, trials);
    const said = await live.close();
    await server.close();

    expect(lines.map((line) => line["tokenwon.failure"]?.kind)).toEqual(told.map(({ kind }) => kind));
    expect(lines.map((line) => line["tokenwon.evidence"])).toEqual(told.map(() => "live"));
    expect(lines[2]?.["tokenwon.failure"]).toMatchObject({
      status: 429,
      retry: true,
      retryAfterMs: expect.any(Number) as number,
    });
    expect(said).toEqual([expect.stringContaining(`Recorded ${told.length} attempts of ${targetOf(spoken)}`)]);

    const replays = await Promise.all(
      [0, 1].map(async () => askEach(await openOne("replay", { root, spoken, deadlines: DEADLINES }), trials)),
    );
    expect(JSON.stringify(replays[1])).toBe(JSON.stringify(replays[0]));
    expect(replays[0]?.map(withoutGrade)).toEqual(lines);
    expect(replays[0]?.map((line) => line["tokenwon.evidence"])).toEqual(told.map(() => "recorded"));
  },
);

/** How many of the requests before this one were questions. */
const asked = (requests: readonly { readonly method: string }[], index: number): number =>
  requests.slice(0, index).filter(({ method }) => method === "POST").length;
