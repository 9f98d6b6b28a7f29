import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordedAttempt } from "../../../src/domain/recording.ts";
import {
  bodyFields,
  bytesOf,
  parseRecording,
  recordingPath,
  recordingsFolder,
  renderRecording,
} from "../../../src/transport/recordings/file.ts";
import { keyOf } from "../../../src/transport/recordings/key.ts";
import { attemptOf, HEADER, REQUEST } from "./attempts.ts";

const bodyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => new TextEncoder().encode(text)),
);

const attempt = fc
  .record({
    trial: fc.string(),
    content: fc.jsonValue({ maxDepth: 2 }),
    bytes: bodyBytes,
    at: fc.nat(9999),
    cut: fc.nat(9),
  })
  .map(({ trial, content, bytes, at, cut }): RecordedAttempt => {
    const request = { ...REQUEST, body: { model: "m", content } };
    const first = Math.min(cut, bytes.length);
    const { body: _, ...rest } = attemptOf();
    return {
      ...rest,
      request,
      key: keyOf(request),
      trial,
      head: { at, status: 200, headers: { "x-request-id": "r", "content-type": "application/json" } },
      ...bodyFields(bytes),
      reads: [
        [at, first],
        [0, bytes.length - first],
      ],
      end: { after: at, how: "error", code: "UND_ERR_SOCKET" },
    };
  });

const attempts = fc.uniqueArray(attempt, { selector: ({ trial }) => trial, maxLength: 5 });

describe("a recording's file", () => {
  it("reads as what was written, and is written as it was read", () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const text = renderRecording({ header: HEADER, attempts: all });
        const read = parseRecording(text, "r.jsonl");
        expect(renderRecording(read)).toBe(text);
        expect(read.header).toEqual(HEADER);
        const byTrial = new Map(read.attempts.map((each) => [each.trial, each]));
        // By way of JSON: it has no -0.
        for (const each of all) expect(byTrial.get(each.trial)).toEqual(JSON.parse(JSON.stringify(each)));
      }),
      { numRuns: 60 },
    );
  });

  it("has the same bytes whichever order its attempts came in", () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const text = renderRecording({ header: HEADER, attempts: all });
        expect(renderRecording({ header: HEADER, attempts: all.toReversed() })).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it("holds a request once, and every line that asked the same has it", () => {
    const attempts = [1, 2, 3].map((attempt) => attemptOf({ attempt }));
    const text = renderRecording({ header: HEADER, attempts });
    expect(text.split("\n").filter((line) => line.includes("환불해"))).toHaveLength(1);
    expect(parseRecording(text, "r.jsonl").attempts).toEqual(attempts);
    const [header, , second] = text.split("\n");
    expect(() => parseRecording(`${header ?? ""}\n${second ?? ""}\n`, "r.jsonl")).toThrow(
      "r.jsonl:2 leaves out its request, and no line above it asked the same.",
    );
    // One that stands there is held against the key, also where the line could have left it out.
    const edited = text.replace(
      '"trial":"openai/gpt-4o refund.ko 1","attempt":2',
      '"request":{},"trial":"t","attempt":2',
    );
    expect(() => parseRecording(edited, "r.jsonl")).toThrow("r.jsonl:3");
  });

  it("holds a body byte for byte, as text where it can", () => {
    fc.assert(
      fc.property(bodyBytes, (bytes) => {
        expect(bytesOf(bodyFields(bytes))).toEqual(Uint8Array.from(bytes));
      }),
      { numRuns: 100 },
    );
    expect(bodyFields(Buffer.from("\uFEFF환불"))).toEqual({ body: "\uFEFF환불" });
    expect(bodyFields(Uint8Array.of(0xec, 0x99))).toEqual({ base64: "7Jk=" });
  });
});

describe("where a recording stands", () => {
  it("is named by suite, provider and model", () => {
    expect(recordingPath("project", "smoke", "openai/gpt-4o")).toBe(
      "project/evals/recordings/smoke/openai__gpt-4o.jsonl",
    );
    expect(recordingPath("project", "smoke", "a_b/c/d:e")).toBe(
      "project/evals/recordings/smoke/a%5Fb__c%2Fd%3Ae.jsonl",
    );
  });

  const name = fc.string({
    minLength: 1,
    maxLength: 6,
    unit: fc.constantFrom("a", "_", "%", "5", "F", ".", "-", ":", "가"),
  });
  const target = fc.tuple(name, fc.array(name, { minLength: 1, maxLength: 2 })).map(([a, b]) => `${a}/${b.join("/")}`);

  it("is another for every other target", () => {
    fc.assert(
      fc.property(fc.uniqueArray(target, { minLength: 2, maxLength: 20 }), (targets) => {
        expect(new Set(targets.map((each) => recordingPath("/root", "s", each))).size).toBe(targets.length);
      }),
      { numRuns: 100 },
    );
  });

  it("is inside of the folder of recordings, whatever the suite is called", () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.constantFrom(".", "..", "../..", "a/../..")), target, (suite, each) => {
        const path = recordingPath("/root", suite, each);
        expect(path.slice(recordingsFolder("/root").length).split("/")).toHaveLength(3);
        expect(path.startsWith(`${recordingsFolder("/root")}/`)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
