import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { JSON_FAULTS, type JsonFault } from "../../src/domain/profile.ts";
import type { JsonSchema, Shape } from "../../src/domain/question.ts";
import { seeded } from "../../src/measure/random.ts";
import { instance } from "../../src/simulate/json/instance.ts";
import { stockOf } from "../../src/simulate/stock/index.ts";
import { ASKED, ask, MODEL, question, simulated } from "./ask.ts";

/** A review, with everything that the vendors' strict modes take. */
const REVIEW = z.object({
  summary: z.string(),
  sentiment: z.enum(["긍정", "부정", "중립"]),
  score: z.int().min(1).max(5),
  ratio: z.number(),
  urgent: z.boolean(),
  order: z.nullable(z.string()),
  kind: z.literal("review"),
  tags: z.array(z.object({ name: z.string(), weight: z.number() })),
  contact: z.object({ city: z.string(), days: z.union([z.string(), z.int()]) }),
});
const schema = z.toJSONSchema(REVIEW) as JsonSchema;
const shape = (mode: Shape["mode"]): Shape => ({ mode, name: "review", schema });

describe.each(ASKED)("$name", (asked) => {
  const server = (fault?: JsonFault): ReturnType<typeof simulated> =>
    simulated({
      target: `${asked.wire}/${MODEL}`,
      wire: asked.wire,
      ...(fault === undefined ? {} : { json: { [fault]: 1 } }),
    });
  /** As the suites ask, where a vendor has no JSON mode or the schema is not sent. */
  const inWords = `다음 후기를 분석해 주세요. 아래 스키마를 따르는 JSON으로만 답하세요. {"예": 1}\n${JSON.stringify(schema)}`;

  it.each(["schema", "json", "prompt"] as const)("asked by %s: valid, in Korean, and not marked", async (mode) => {
    const messages = [{ role: "user", text: mode === "schema" ? "후기를 분석해 주세요." : inWords }] as const;
    for (const stream of [true, false]) {
      const { result } = await ask(server(), asked, question({ shape: shape(mode), messages, stream }));
      expect(result).toMatchObject({ failure: undefined, finish: { reason: "complete" } });
      const review = REVIEW.parse(JSON.parse(result.text));
      expect(review.summary).toMatch(/[가-힣]/);
    }
  });

  it("JSON mode without a schema gives a small object", async () => {
    if (asked.provider === "anthropic") return; // It has no such mode.
    const messages = [{ role: "user", text: "JSON으로 답하세요." }] as const;
    const { result } = await ask(server(), asked, question({ shape: shape("json"), messages }));
    expect(JSON.parse(result.text)).toBeTypeOf("object");
  });

  it.each(JSON_FAULTS)("%s is faulty in its way, and in no other", async (fault) => {
    const messages = [{ role: "user", text: inWords }] as const;
    for (const stream of [true, false]) {
      const { result } = await ask(server(fault), asked, question({ shape: shape("prompt"), messages, stream }));
      expect(result).toMatchObject({ failure: undefined, finish: { reason: "complete" } });
      expectFault[fault](result.text);
    }
  });
});

/** Strict about the keys of every object, as the schema that was sent is. */
const SENT = z.fromJSONSchema(schema);
const issuesOf = (text: string): readonly string[] =>
  SENT.safeParse(parse(text)).error?.issues.map(({ code, message }) => `${code}: ${message}`) ?? [];
const parse = (text: string): unknown => JSON.parse(text) as unknown;

const isFaultOfSyntax = (text: string): void => {
  expect(() => parse(text)).toThrow();
  expect(issuesOf(text.replace(/,\}$/, "}"))).toEqual([]);
};

const expectFault: Readonly<Record<JsonFault, (text: string) => void>> = {
  fenced: (text) => {
    const inside = /^```json\n(.*)\n```$/su.exec(text)?.[1] ?? "";
    expect(issuesOf(inside)).toEqual([]);
  },
  prose: (text) => {
    expect(text).toMatch(/^요청하신 결과는 다음과 같습니다\.\n\n\{.*\}\n\n더 필요한 내용이 있으면 말씀해 주세요\.$/su);
    expect(issuesOf(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1))).toEqual([]);
  },
  truncated: (text) => {
    expect(text).toMatch(/^\{"summary"/);
    expect(() => parse(text)).toThrow();
  },
  syntax: isFaultOfSyntax,
  quotes: (text) => {
    expect(text).toMatch(/^\{'summary': '/);
    expect(() => parse(text)).toThrow();
  },
  "duplicate-key": (text) => {
    expect(text.match(/"summary":/g)).toHaveLength(2);
    expect(issuesOf(text)).toEqual([]);
  },
  "missing-key": (text) => {
    expect(issuesOf(text)).toEqual([expect.stringMatching(/undefined|^invalid_(value|union)/)]);
  },
  "extra-key": (text) => {
    expect(text).toContain('"비고":');
    expect(issuesOf(text)).toEqual([expect.stringMatching(/^unrecognized_keys/)]);
  },
  "wrong-type": (text) => {
    expect(issuesOf(text)).toEqual([expect.stringMatching(/^invalid_(type|value|union)/)]);
    expect(issuesOf(text)).not.toEqual([expect.stringContaining("undefined")]);
  },
  "wrong-value": (text) => {
    expect(text).toContain('"매우 ');
    expect(issuesOf(text)).toEqual([expect.stringMatching(/^invalid_value/)]);
  },
  // Nobody says what the other language has for its enum, and it has no date.
  "translated-value": isFaultOfSyntax,
  "date-format": isFaultOfSyntax,
  "number-words": (text) => {
    expect(text).toMatch(/:"[영일이삼사오육칠팔구십백]+"/);
    expect(issuesOf(text)).toEqual([expect.stringMatching(/^invalid_type/)]);
  },
  empty: (text) => {
    expect(text).toBe("");
  },
};

describe("where a schema does not allow a fault", () => {
  const loose: JsonSchema = { type: "object", properties: { name: { type: "string" } } };
  it.each(["missing-key", "extra-key", "wrong-value", "translated-value", "number-words", "date-format"] as const)(
    "%s is one of syntax instead",
    async (fault) => {
      const [asked] = ASKED;
      const given = question({ messages: [{ role: "user", text: `Answer by ${JSON.stringify(loose)}` }] });
      const { result } = await ask(simulated({ target: `openai/${MODEL}`, json: { [fault]: 1 } }), asked, given);
      expect(() => parse(result.text)).toThrow();
    },
  );
});

it("an instance is valid whatever the schema", () => {
  const leaf = fc.constantFrom<z.ZodType[]>(
    z.string(),
    z.string().min(30),
    z.string().max(3),
    z.int(),
    z.int().min(-5).max(-3),
    z.int().positive(),
    z.number().gt(0).lt(1),
    z.number().min(500),
    z.boolean(),
    z.null(),
    z.iso.date(),
    z.email(),
    z.enum(["a", "b"]),
    z.literal(7),
    z.union([z.string(), z.int()]),
  );
  const { tree } = fc.letrec<{ tree: z.ZodType }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("tree"), { maxKeys: 4 }).map((keys) => z.object(keys)),
      tie("tree").map((item) => z.array(item)),
      tie("tree").map((item) => z.nullable(item)),
      tie("tree").map((item) => z.object({ a: item, b: z.optional(item) })),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.nat(), (type, seed) => {
      const value = instance(z.toJSONSchema(type), stockOf(true), seeded(seed));
      expect(type.safeParse(value).error?.issues).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

it("a schema that contains itself ends", () => {
  const $defs = {
    node: {
      type: "object",
      properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/$defs/node" } } },
      required: ["name", "children"],
    },
  };
  const value = instance({ $ref: "#/$defs/node", $defs }, stockOf(false), seeded(3));
  expect(JSON.stringify(value).length).toBeLessThan(200_000);
});
