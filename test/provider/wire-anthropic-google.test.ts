import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Provider } from "../../src/domain/provider.ts";
import type { StreamEvent } from "../../src/domain/stream-event.ts";
import { anthropic } from "../../src/provider/anthropic/messages.ts";
import { google } from "../../src/provider/google/generate.ts";
import { hasShared, sharedFile } from "../shared.ts";
import { answerOf, endpoint, eventsOf, JSON_TYPE, SIZES, SSE } from "./asked.ts";
import { feed } from "./feed.ts";
import { type Frame, type Read, readAnthropic, readGoogle } from "./wire-reading.ts";

type Body = {
  readonly file: string;
  readonly vendor: string;
  readonly api: string;
  readonly stream: boolean;
  readonly status: number;
  readonly framing: string;
};

const VENDORS: Record<string, { provider: Provider; read: (frames: readonly Frame[]) => Read }> = {
  anthropic: { provider: anthropic, read: readAnthropic },
  google: { provider: google, read: readGoogle },
};

const load = (path: string): string => readFileSync(sharedFile(`data/wire/${path}`), "utf8");
const parse = (text: string): Frame => JSON.parse(text) as Frame;

/** The JSON objects of a body, one for each event of a stream. */
const framesOf = (text: string, { stream, file }: Body): Frame[] =>
  !stream
    ? [parse(text)]
    : text
        .split(/\r?\n/)
        .filter((line) => line.startsWith(file.endsWith(".jsonl") ? "{" : "data:"))
        .map((line) => parse(line.replace(/^data:/, "")));

/** The bytes as they went over the wire: files of one event a line have lost their envelope. */
const wire = (text: string, { file, vendor }: Body): Uint8Array =>
  new TextEncoder().encode(
    !file.endsWith(".jsonl")
      ? text
      : text
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => `${vendor === "anthropic" ? `event: ${parse(line).type ?? ""}\n` : ""}data: ${line}\n\n`)
          .join(""),
  );

const here = hasShared("data/wire");
const bodies = here
  ? Object.values(JSON.parse(load("MANIFEST.json")) as Record<string, Body>).filter(({ vendor }) => vendor in VENDORS)
  : [];

describe.skipIf(!here)("recorded bodies of Anthropic and Google", () => {
  it("are all here: 22 streams, 5 whole answers, 2 counts, 4 errors", () => {
    const kinds = bodies.map(({ stream, status, api }) =>
      status !== 200 ? "error" : stream ? "stream" : /count/i.test(api) ? "count" : "whole",
    );
    const sizes = ["stream", "whole", "count", "error"].map((kind) => kinds.filter((each) => each === kind).length);
    expect(sizes).toEqual([22, 5, 2, 4]);
  });

  it.each(bodies)("$file", async (body) => {
    const { provider, read } = VENDORS[body.vendor] as (typeof VENDORS)[string];
    const text = load(body.file);
    const frames = framesOf(text, body);
    const question = { model: "m", messages: [{ role: "user" as const, text: "?" }], stream: body.stream };
    const seen: StreamEvent[][] = [];
    for (const size of SIZES) {
      const fetch = feed(wire(text, body), {
        status: body.status,
        headers: body.stream ? SSE : JSON_TYPE,
        ...(size === undefined ? {} : { size }),
      });
      const counts = /count/i.test(body.api);
      const asked = counts ? provider.count?.(question, endpoint(fetch)) : eventsOf(provider, question, fetch);
      if (body.status !== 200) {
        const facts = provider.describe(await asked?.catch((error: unknown) => error));
        expect(facts.status).toBe(body.status);
        expect(facts.code).toBe(frames[0]?.error?.status ?? frames[0]?.error?.type);
        expect(facts.code).toBeTypeOf("string");
      } else if (counts) {
        expect(await asked).toBe(frames[0]?.input_tokens ?? frames[0]?.totalTokens);
      } else {
        seen.push((await asked) as StreamEvent[]);
      }
    }
    const [whole, ...cut] = seen;
    if (whole === undefined) return;
    const { text: said, tool, usage, finish } = answerOf(whole);
    expect({ text: said, tool, usage, finish: finish?.split(" ")[1] }).toEqual(read(frames));
    expect(finish).toBeDefined();
    for (const events of cut) expect(events).toEqual(whole);
  });
});
