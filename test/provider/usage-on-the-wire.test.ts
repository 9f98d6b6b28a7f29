import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outputTokens, promptTokens } from "../../src/domain/usage.ts";
import { usageOf, type Wire } from "../../src/provider/usage/index.ts";
import { hasShared, sharedFile } from "../shared.ts";

type Raw = Record<string, unknown>;

/** Every JSON object in a body: the whole of it, or each line of a stream. */
function objects(text: string): unknown[] {
  const parse = (part: string): unknown[] => {
    try {
      return [JSON.parse(part)];
    } catch {
      return [];
    }
  };
  const whole = parse(text);
  return whole.length > 0 ? whole : text.split(/\r?\n/).flatMap((line) => parse(line.replace(/^data: ?/, "")));
}

/** Usage objects anywhere in a body, by the names that vendors give them. */
function usages(value: unknown): Raw[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(/^usage(Metadata)?$/.test(name) && typeof inner === "object" && inner !== null ? [inner as Raw] : []),
    ...usages(inner),
  ]);
}

const WIRES: readonly [RegExp, Wire][] = [
  [/^(openai|deepseek|groq|openrouter)-/, "openai"],
  [/^anthropic-/, "anthropic"],
  [/^google-/, "google"],
];

describe.skipIf(!hasShared("data/wire"))("usage in recorded bodies", () => {
  it("is read from every one, and its buckets add up to the vendor's own totals", () => {
    let read = 0;
    let totals = 0;
    for (const file of readdirSync(sharedFile("data/wire"))) {
      const wire = WIRES.find(([name]) => name.test(file))?.[1];
      if (wire === undefined) continue;
      for (const raw of objects(readFileSync(sharedFile(`data/wire/${file}`), "utf8")).flatMap(usages)) {
        const found = usageOf(wire, raw);
        // A message_delta may carry the output side alone.
        if (found === undefined) {
          expect(raw["input_tokens"] ?? raw["prompt_tokens"] ?? raw["promptTokenCount"], file).toBeUndefined();
          continue;
        }
        read++;
        const total = raw["total_tokens"] ?? raw["totalTokenCount"];
        if (total === undefined) continue;
        totals++;
        expect(promptTokens(found) + outputTokens(found), `${file}: ${JSON.stringify(raw)}`).toBe(total);
      }
    }
    expect(read).toBeGreaterThan(70);
    expect(totals).toBeGreaterThan(40);
  });
});
