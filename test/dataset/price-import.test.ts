import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookText } from "../../src/dataset/book-text.ts";
import { decimalText, factorOf, perMillion } from "../../src/dataset/prices/decimal-text.ts";
import { readGenaiPrices } from "../../src/dataset/prices/genai-prices.ts";
import { readLitellm } from "../../src/dataset/prices/litellm.ts";
import { readModelsDev } from "../../src/dataset/prices/models-dev.ts";
import { readCatalogue } from "../../src/dataset/prices/read-catalogue.ts";
import { PriceBook } from "../../src/domain/price/book.ts";
import { CATALOGUES } from "../../src/domain/price/imported.ts";

describe("dollars per token", () => {
  it.each([
    [1.5e-7, "0.15"],
    [2.5e-6, "2.5"],
    [3e-5, "30"],
    [0.000168, "168"],
    [2.5e-8, "0.025"],
    [3.0001999999999996e-7, "0.30001999999999996"],
    [0, "0"],
  ])("%d are %s dollars per million", (perToken, text) => {
    expect(perMillion(perToken)).toBe(text);
  });

  it("become the decimal that was written, whatever its digits", () => {
    // A price of up to 15 digits survives the reading of JSON, so its text must come back to the digit.
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.integer({ min: 0, max: 9 }), (digits, places) => {
        const plain = `${digits}`.padStart(places + 1, "0");
        const point = plain.length - places;
        const written = places === 0 ? plain : `${plain.slice(0, point)}.${plain.slice(point)}`;
        const trimmed = written.includes(".") ? written.replace(/\.?0+$/, "") : written;
        expect(perMillion(Number(`${digits}e-${places + 6}`))).toBe(trimmed);
        expect(decimalText(Number(written))).toBe(trimmed);
      }),
    );
  });

  it("give a factor only where it is exact", () => {
    const standard = { input: "0.25", output: "1.5" };
    expect(factorOf(standard, { input: "0.45", output: "2.7" })).toBe("1.8");
    expect(factorOf(standard, { input: "0.125", output: "1.5" })).toEqual({ input: "0.5", output: "1" });
    expect(factorOf({ input: "0.3", output: "0.3" }, { input: "0.1", output: "0.1" })).toBeUndefined();
    expect(factorOf(standard, { input: "0.125" })).toBeUndefined();
    expect(factorOf({ input: "0", output: "1" }, { input: "0", output: "1" })).toBeUndefined();
  });
});

const CHAT = { litellm_provider: "openai", mode: "chat" };

describe("LiteLLM", () => {
  const read = (file: Record<string, unknown>, known: string[] = []): ReturnType<typeof readLitellm> =>
    readLitellm(file, known);

  it("gives rates, tiers, services, limits and hints", () => {
    const { rows, skipped } = read({
      sample_spec: { litellm_provider: "one of ...", max_tokens: "LEGACY" },
      "model-a": {
        ...CHAT,
        input_cost_per_token: 1.5e-7,
        output_cost_per_token: 6e-7,
        input_cost_per_token_batches: 7.5e-8,
        output_cost_per_token_batches: 3e-7,
        input_cost_per_token_flex: 7.5e-8,
        output_cost_per_token_priority: 1.2e-6,
        cache_read_input_token_cost: 7.5e-8,
        input_cost_per_token_above_272k_tokens: 3e-7,
        cache_read_input_token_cost_above_272k_tokens: 1.5e-7,
        input_cost_per_token_above_272k_tokens_priority: 6e-7,
        input_cost_per_audio_token: 1e-5,
        search_context_cost_per_query: { search_context_size_low: 0.01 },
        max_input_tokens: 128000,
        max_output_tokens: 16384,
        supports_vision: true,
        supports_response_schema: true,
        deprecation_date: "2027-03-01",
      },
      "gemini/model-b": {
        litellm_provider: "gemini",
        mode: "responses",
        input_cost_per_token: 1e-6,
        output_cost_per_token: 2e-6,
      },
      "claude-c": {
        litellm_provider: "anthropic",
        mode: "chat",
        input_cost_per_token: 1e-6,
        output_cost_per_token: 5e-6,
        cache_creation_input_token_cost: 1.25e-6,
        cache_creation_input_token_cost_above_1hr: 2e-6,
        cache_creation_input_token_cost_above_200k_tokens: 2.5e-6,
        input_cost_per_token_above_200k_tokens: 2e-6,
        output_cost_per_token_above_200k_tokens: 7.5e-6,
      },
    });
    expect(skipped).toEqual([]);
    expect(rows).toEqual([
      {
        target: "openai/model-a",
        name: "model-a",
        periods: [
          {
            input: "0.15",
            output: "0.6",
            cache_read: "0.075",
            tiers: [{ over_tokens: 272_000, input: "0.3", output: "0.6", cache_read: "0.15" }],
          },
        ],
        service: { batch: "0.5" },
        context_tokens: 128000,
        max_output_tokens: 16384,
        vision: true,
        structured_output: true,
        lifecycle: { ends: "2027-03-01" },
      },
      { target: "google/model-b", name: "gemini/model-b", periods: [{ input: "1", output: "2" }], lifecycle: {} },
      {
        target: "anthropic/claude-c",
        name: "claude-c",
        periods: [
          {
            input: "1",
            output: "5",
            cache_write: "1.25",
            cache_write_1h: "2",
            tiers: [{ over_tokens: 200_000, input: "2", output: "7.5", cache_write: "2.5" }],
          },
        ],
        lifecycle: {},
      },
    ]);
  });

  it.each([
    [
      "an embedding under the name of a chat model",
      { litellm_provider: "gemini", mode: "embedding" },
      "not chat but embedding",
    ],
    ["a row without a mode", { litellm_provider: "openai" }, "not chat but without a mode"],
    ["a reseller", { litellm_provider: "azure", mode: "chat" }, "sold by another provider"],
    ["a row without prices", CHAT, "without a price per token of input and output"],
    ["text for a price", { ...CHAT, input_cost_per_token: "1" }, /^wrong form: input_cost_per_token: /],
    ["a price below 0", { ...CHAT, input_cost_per_token: -1 }, /^wrong form: input_cost_per_token: /],
    ["an impossible day", { ...CHAT, deprecation_date: "2026-02-30" }, /^wrong form: deprecation_date: /],
    ["no object at all", 5, /^wrong form: /],
  ])("skips %s by name and goes on", (_, row, why) => {
    const good = { ...CHAT, input_cost_per_token: 1e-6, output_cost_per_token: 1e-6 };
    const { rows, skipped } = read({ "gemini/gemini-1.5-flash": row, good });
    expect(rows.map(({ name }) => name)).toEqual(["good"]);
    expect(skipped).toMatchObject([
      { name: "gemini/gemini-1.5-flash", why: typeof why === "string" ? why : (expect.stringMatching(why) as string) },
    ]);
  });

  it("takes the first of two rows for one target, and the newest dated name of a known one", () => {
    const at = (price: number): object => ({ ...CHAT, input_cost_per_token: price, output_cost_per_token: 1e-5 });
    const file = {
      "openai/m": at(1e-6),
      m: at(2e-6),
      "k-2025-01-01": at(1e-6),
      "k-2026-01-01": at(3e-6),
      "k-mini-2026-01-01": at(4e-6),
    };
    const { rows, skipped } = read(file, ["openai/k", "openai/m"]);
    expect(rows.map(({ target, periods: [{ input }] }) => [target, input])).toEqual([
      ["openai/m", "1"],
      ["openai/k-2025-01-01", "1"],
      ["openai/k", "3"],
      ["openai/k-mini-2026-01-01", "4"],
    ]);
    expect(skipped).toEqual([{ name: "m", why: "the target has another row before it" }]);
  });
});

describe("genai-prices", () => {
  const model = (id: string, prices: unknown, more: object = {}): object => ({
    id,
    match: { equals: id },
    prices,
    ...more,
  });
  const file = (...models: unknown[]): unknown[] => [{ id: "openai", name: "OpenAI", api_pattern: "x", models }];

  it("gives dated periods and tiers", () => {
    const rate = (base: number, over: number): object => ({ base, tiers: [{ start: 271_999, price: over }] });
    const { rows, skipped } = readGenaiPrices(
      file(
        model("flat", { input_mtok: 2.5, output_mtok: 10, cache_write_1h_mtok: 5, web_searches_kcount: 10 }),
        model(
          "dated",
          [
            { prices: { input_mtok: rate(5, 10), output_mtok: rate(30, 45), cache_read_mtok: 0.5 } },
            {
              constraint: { start_date: "2026-08-21", type: "start_date" },
              prices: { input_mtok: 4, output_mtok: 20 },
            },
          ],
          { context_window: 1_050_000, deprecated: true },
        ),
      ),
      [],
    );
    expect(skipped).toEqual([]);
    expect(rows).toEqual([
      {
        target: "openai/flat",
        name: "openai/flat",
        periods: [{ input: "2.5", output: "10", cache_write_1h: "5" }],
        lifecycle: {},
      },
      {
        target: "openai/dated",
        name: "openai/dated",
        periods: [
          {
            input: "5",
            output: "30",
            cache_read: "0.5",
            tiers: [{ over_tokens: 271_999, input: "10", output: "45", cache_read: "0.5" }],
          },
          { from: "2026-08-21", input: "4", output: "20" },
        ],
        context_tokens: 1_050_000,
        lifecycle: { deprecated: true },
      },
    ]);
  });

  it("finds a known target by an id that is named in full, never by a rule that may take later models", () => {
    const match = { or: [{ equals: "old" }, { starts_with: "new" }, { regex: "^new" }] };
    const { rows } = readGenaiPrices(file({ ...model("new", { input_mtok: 1, output_mtok: 2 }), match }), [
      "openai/old",
      "openai/new-5",
    ]);
    expect(rows.map(({ target }) => target)).toEqual(["openai/new", "openai/old"]);
  });

  it("skips what it cannot price, by name", () => {
    const hourly = {
      constraint: { start_time: "00:30:00Z", end_time: "16:30:00Z" },
      prices: { input_mtok: 1, output_mtok: 1 },
    };
    const { rows, skipped } = readGenaiPrices(
      [
        { id: "azure", models: [model("resold", { input_mtok: 1, output_mtok: 1 })] },
        ...file(
          model("hourly", [hourly]),
          model("embedding", { input_mtok: 1 }),
          model("wrong", { input_mtok: "1" }),
          7,
        ),
        "no provider",
      ],
      [],
    );
    expect(rows).toEqual([]);
    expect(skipped.map(({ name, why }) => [name, why.replace(/(wrong form): .*/, "$1")])).toEqual([
      ["azure/resold", "sold by another provider"],
      ["openai/hourly", "priced by the hour of the day"],
      ["openai/embedding", "without a price of input and output"],
      ["openai/wrong", "wrong form"],
      ["a model of openai", "wrong form"],
      ["a provider", "wrong form"],
    ]);
  });
});

describe("models.dev", () => {
  const api = (models: Record<string, unknown>, vendor = "openai"): object => ({ [vendor]: { id: vendor, models } });

  it("gives rates, limits and abilities", () => {
    const { rows } = readModelsDev(
      api({
        m: {
          id: "m",
          cost: { input: 2, output: 10, cache_read: 0.2, cache_write: 2.5, input_audio: 9 },
          limit: { context: 400_000, input: 272_000, output: 128_000 },
          modalities: { input: ["text", "image"], output: ["text"] },
          structured_output: true,
          reasoning: true,
          release_date: "2026-05-01",
          status: "deprecated",
        },
      }),
      [],
    );
    expect(rows).toEqual([
      {
        target: "openai/m",
        name: "openai/m",
        periods: [{ input: "2", output: "10", cache_read: "0.2", cache_write: "2.5" }],
        context_tokens: 400_000,
        max_output_tokens: 128_000,
        vision: true,
        structured_output: true,
        reasoning: true,
        lifecycle: { deprecated: true, released: "2026-05-01" },
      },
    ]);
  });

  it.each([
    ["openai", { context_over_200k: { input: 4, output: 15 } }, 272_000],
    ["google", { context_over_200k: { input: 4, output: 15 } }, 200_000],
    [
      "google",
      {
        context_over_200k: { input: 9, output: 9 },
        tiers: [{ tier: { type: "context", size: 128_000 }, input: 4, output: 15 }],
      },
      128_000,
    ],
  ])("reads the long-prompt rates of %s", (vendor, tiers, limit) => {
    const { rows } = readModelsDev(api({ m: { cost: { input: 2, output: 10, ...tiers } } }, vendor), []);
    expect(rows[0]?.periods[0].tiers).toEqual([{ over_tokens: limit, input: "4", output: "15" }]);
  });

  it("skips resellers and what has no price", () => {
    const { rows, skipped } = readModelsDev(
      { ...api({ a: {} }), ...api({ b: { cost: { input: 1 } } }, "other"), x: 1 },
      [],
    );
    expect(rows).toEqual([]);
    expect(skipped.map(({ name }) => name)).toEqual(["openai/a", "other/b", "x"]);
  });
});

describe("a file", () => {
  it("of another format is refused, with the format that it looks like", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tokenwon-prices-"));
    try {
      const files = {
        litellm: { m: CHAT },
        "genai-prices": [{ id: "openai", models: [] }],
        "models.dev": { openai: { models: {} } },
      };
      const path = join(folder, "file.json");
      for (const written of CATALOGUES) {
        writeFileSync(path, JSON.stringify(files[written]));
        for (const format of CATALOGUES) {
          const reading = readCatalogue(path, format, []);
          if (format === written) expect((await reading).sha256).toMatch(/^[0-9a-f]{64}$/);
          else {
            await expect(reading).rejects.toMatchObject({
              message: expect.stringContaining(`is not a price file of ${format}.`) as string,
              fix: `It looks like ${written}: give --format ${written}.`,
            });
          }
        }
      }
      for (const text of ["[]", "{}", "5", "null", '"x"', "{"]) {
        writeFileSync(path, text);
        for (const format of CATALOGUES)
          await expect(readCatalogue(path, format, [])).rejects.toMatchObject({ name: "UserError" });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("the text of a book", () => {
  it.each(["2026-11-24", "article-2026-01-29"])("%s is laid out as it is committed", (name) => {
    const text = readFileSync(`datasets/prices/${name}.json`, "utf8");
    const book = PriceBook.parse(JSON.parse(text));
    const written = bookText(book);
    expect(PriceBook.parse(JSON.parse(written))).toEqual(book);
    // The order of the fields inside a model is that of the schema; a committed line may have another.
    const lines = (of: string): unknown[] =>
      of.split("\n").map((line) => (line.startsWith("    {") ? (JSON.parse(line.replace(/,$/, "")) as unknown) : line));
    expect(lines(written)).toEqual(lines(text));
  });
});
