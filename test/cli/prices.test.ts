import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PriceBook, periodOn } from "../../src/domain/price/book.ts";
import { type CliRun, type Workplace, workplace } from "./run-cli.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
  writeFileSync(at.path("book.json"), JSON.stringify(BOOK));
});
afterEach(() => {
  at.remove();
});

const model = (target: string, input: string, output: string, more: object = {}): object => ({
  target,
  periods: [{ input, output, cache_read: "0.2" }],
  lifecycle: { status: "active" },
  sources: ["s"],
  ...more,
});
const BOOK = {
  name: "2026-11-24",
  title: "Prices",
  as_of: "2026-11-24",
  currency: "USD",
  unit: "1M tokens",
  sources: { s: { what: "made up" } },
  models: [
    model("openai/gpt-a", "2", "10"),
    model("openai/gpt-b", "2", "10"),
    model("google/gemini-1.5-flash", "1", "4"),
  ],
};

const chat = (input: number, output: number, more: object = {}): object => ({
  litellm_provider: "openai",
  mode: "chat",
  input_cost_per_token: input,
  output_cost_per_token: output,
  ...more,
});
const LITELLM = {
  "gpt-a": chat(1e-6, 5e-6),
  "gpt-c": chat(1e-6, 5e-6),
  "azure/gpt-a": { litellm_provider: "azure", mode: "chat" },
  "gemini/gemini-1.5-flash": { litellm_provider: "gemini", mode: "embedding" },
  "gpt-broken": chat(-1, 1),
};

const importing = (file: unknown, ...args: string[]): Promise<CliRun> => {
  writeFileSync(at.path("upstream.json"), JSON.stringify(file));
  return at.cli([
    ...["prices", "import", "upstream.json", "--format", "litellm", "--as-of", "2026-11-25", "--onto", "book.json"],
    ...args,
  ]);
};

describe("prices import", () => {
  it("prints what would change and what was left out, and writes nothing unasked", async () => {
    const { code, out, err } = await importing(LITELLM);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^openai\/gpt-a +input +2 -> 1 +\(x0\.5\)$/m);
    expect(out).toMatch(/^openai\/gpt-a +output +10 -> 5 +\(x0\.5\)$/m);
    expect(out).toContain("Targets: 1 with a new price, 0 with the same, 0 added.");
    expect(out).toContain("Not in litellm, kept as they were: 1 (openai/gpt-b).");
    expect(out).toContain("In litellm as a row that was skipped, kept as they were: 1 (google/gemini-1.5-flash).");
    expect(out).toContain("Targets that the book does not have: 1 (openai/gpt-c); add them with --add PATTERN.");
    expect(out).toContain("Rows read: 2; skipped: 3.");
    expect(out).toMatch(/^ {2}sold by another provider: 1 \(azure\/gpt-a\)\.$/m);
    expect(out).toMatch(/^ {2}not chat but embedding: 1 \(gemini\/gemini-1\.5-flash\)\.$/m);
    expect(out).toMatch(/^ {2}wrong form: input_cost_per_token: .*: 1 \(gpt-broken\)\.$/m);
    expect(out).toContain("Nothing written: give --out FILE.json to write the price book 2026-11-25.");
    expect(readdirSync(at.folder).sort()).toEqual(["book.json", "home", "upstream.json"]);
  });

  it("writes a book that every command reads, one model a line", async () => {
    const { code, out } = await importing(LITELLM, "--out", "new/next.json", "--add", "openai/gpt-c");
    expect(code).toBe(0);
    expect(out).toMatch(/^openai\/gpt-c +added +— -> 1 in, 5 out$/m);
    expect(out).toMatch(/^Written: .*next\.json, price book 2026-11-25\.$/m);
    const text = readFileSync(at.path("new/next.json"), "utf8");
    const next = PriceBook.parse(JSON.parse(text));
    expect(text.split("\n").filter((line) => line.startsWith('    {"target":'))).toHaveLength(next.models.length);
    expect(next.models.map(({ target }) => target)).toEqual([
      "openai/gpt-a",
      "openai/gpt-b",
      "google/gemini-1.5-flash",
      "openai/gpt-c",
    ]);
    const first = next.models[0] ?? { periods: [] };
    expect(periodOn(first, "2026-11-24")).toMatchObject({ input: "2" });
    expect(periodOn(first, "2026-11-25")).toEqual({ from: "2026-11-25", input: "1", output: "5", cache_read: "0.2" });
    expect(next.models[1]?.note).toBe("not in litellm on 2026-11-25");
    expect(next.sources["litellm@2026-11-25"]).toMatchObject({ file: "upstream.json", date: "2026-11-25" });
    expect(readdirSync(at.path("new"))).toEqual(["next.json"]);

    expect((await at.cli(["count", "안녕", "--prices", "new/next.json"])).code).toBe(0);
    const again = await importing(LITELLM, "--onto", "new/next.json");
    expect(again.out).toMatch(/^No difference /);
  });

  it("refuses prices that look wrong until they are accepted, names all of them, and writes nothing", async () => {
    const odd = { "gpt-a": chat(2e-5, 5e-5), "gpt-b": chat(2e-6, 1e-6, { cache_read_input_token_cost: 0 }) };
    const refused = await importing(odd, "--out", "next.json");
    expect(refused.code).toBe(2);
    expect(refused.out).toMatch(/^openai\/gpt-a +input +2 -> 20 +\(x10\)$/m);
    expect(refused.out).toMatch(/\nNothing written\.\n$/);
    expect(refused.err.split("\n")).toEqual([
      "error[price]: 4 prices of upstream.json may be wrong, so nothing was written.",
      "  openai/gpt-a: input 2 -> 20 (x10): jumps by more than 3 times; --accept openai/gpt-a",
      "  openai/gpt-a: output 10 -> 50 (x5): jumps by more than 3 times; --accept openai/gpt-a",
      "  openai/gpt-b: output 10 -> 1 (x0.1): jumps by more than 3 times; --accept openai/gpt-b",
      "  openai/gpt-b: cache_read 0.2 -> 0 (x0): becomes 0; --accept openai/gpt-b",
      "  fix: Look at the vendor's page; take those that are right with --accept openai/gpt-a --accept openai/gpt-b.",
      "",
    ]);
    expect(existsSync(at.path("next.json"))).toBe(false);

    const half = await importing(odd, "--out", "next.json", "--accept", "openai/gpt-a");
    expect([half.code, half.err]).toEqual([2, expect.stringMatching(/^error\[price\]: 2 prices /)]);
    const taken = await importing(odd, "--out", "next.json", "--accept", "openai/*");
    expect([taken.code, existsSync(at.path("next.json"))]).toEqual([0, true]);
  });

  it("prints JSON with nothing cut short", async () => {
    const { out } = await importing(LITELLM, "--json");
    expect(JSON.parse(out)).toMatchObject({
      format: "litellm",
      onto: "2026-11-24",
      book: "2026-11-25",
      rows: 2,
      changes: [
        { target: "openai/gpt-a", what: "input", old: "2", new: "1", factor: "0.5" },
        { target: "openai/gpt-a", what: "output", old: "10", new: "5", factor: "0.5" },
      ],
      changed: ["openai/gpt-a"],
      absent: ["openai/gpt-b"],
      unknown: ["openai/gpt-c"],
      skipped: [{ name: "azure/gpt-a" }, { name: "gemini/gemini-1.5-flash" }, { name: "gpt-broken" }],
      refused: [],
      written: null,
    });
  });

  it.each([
    [["--as-of", "2026-11-23"], /^error\[usage\]: --as-of 2026-11-23 is before 2026-11-24, /],
    [["--as-of", "soon"], /^error\[usage\]: "soon" is not a day\./],
    [["--out", "folder"], /^error\[usage\]: --out "folder" is not a \.json file\./],
    [
      ["--add", "openai/gpt-z"],
      /^error\[usage\]: --add "openai\/gpt-z" meets no target of the file\. Did you mean "openai\/gpt-/,
    ],
    [["--accept", "gpt-a"], /^error\[usage\]: --accept "gpt-a" meets no target/],
    [["--format", "csv"], /^error\[usage\]: .*Allowed choices are litellm, genai-prices, models\.dev/],
    [
      ["--format", "models.dev"],
      /^error\[input\]: .*is not a price file of models\.dev\.\n {2}fix: It looks like litellm/,
    ],
    [["--onto", "2026-11-2"], /^error\[usage\]: There is no price book "2026-11-2"\./],
  ])("refuses %j in one sentence", async (args, message) => {
    const { code, err } = await importing(LITELLM, ...args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it("needs a format, a day and a file that is there", async () => {
    expect((await at.cli(["prices", "import", "x.json", "--as-of", "2026-11-25"])).err).toContain("--format");
    expect((await at.cli(["prices", "import", "x.json", "--format", "litellm"])).err).toContain("--as-of");
    const { code, err } = await at.cli(["prices", "import", "x.json", "--format", "litellm", "--as-of", "2026-11-25"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^error\[input\]: There is no file .*x\.json\./)]);
  });

  it("leaves nothing behind where it cannot write", async () => {
    writeFileSync(at.path("in-the-way"), "");
    const { code, err } = await importing(LITELLM, "--out", "in-the-way/next.json");
    expect([code, err]).toEqual([1, expect.stringMatching(/^error\[write\]: The price book could not be written to /)]);
    expect(readFileSync(at.path("in-the-way"), "utf8")).toBe("");
    expect(readdirSync(at.folder).filter((name) => name.startsWith(".draft"))).toEqual([]);
  });

  it("never writes over a book", async () => {
    writeFileSync(at.path("next.json"), "a book of old");
    const { code, err } = await importing(LITELLM, "--out", "next.json");
    expect([code, err]).toEqual([2, expect.stringContaining("next.json exists: a price book is never written over.")]);
    expect(readFileSync(at.path("next.json"), "utf8")).toBe("a book of old");
  });
});

describe("prices diff", () => {
  it("prints one change a line, from what to what", async () => {
    const next = {
      ...BOOK,
      name: "next",
      models: [model("openai/gpt-a", "1", "10.0", { vision: true }), ...BOOK.models.slice(1, 2)],
    };
    writeFileSync(at.path("next.json"), JSON.stringify(next));
    const { code, out } = await at.cli(["prices", "diff", "book.json", "next.json"]);
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.replace(/ {2,}/g, " | "))).toEqual([
      "Target | What | Old -> new (prices in $ per 1M tokens)",
      "openai/gpt-a | input | 2 -> 1 | (x0.5)",
      "google/gemini-1.5-flash | gone | 1 in, 4 out -> —",
      "",
      "Changes from 2026-11-24 to next (on 2026-11-24): 0 targets added, 1 gone, 1 changed.",
      "Known to only one of the books, and listed with --all: 1.",
      "",
    ]);
    const all = await at.cli(["prices", "diff", "book.json", "next.json", "--all"]);
    expect(all.out).toMatch(/openai\/gpt-a +vision +— -> true/);
    const json = await at.cli(["prices", "diff", "book.json", "next.json", "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({
      a: { book: "2026-11-24", day: "2026-11-24" },
      b: { book: "next", day: "2026-11-24" },
      changes: [{ what: "input", factor: "0.5" }, { what: "vision" }, { kind: "gone" }],
    });
  });

  it("says plainly that there is no difference", async () => {
    const { code, out } = await at.cli(["prices", "diff", "2026-11-24", "2026-11-24"]);
    expect([code, out]).toEqual([0, "No difference from 2026-11-24 to 2026-11-24: 63 targets.\n"]);
  });

  it("compares the prices of one day, and those that are announced without one", async () => {
    const ends = model("openai/gpt-a", "2", "10", {
      periods: [
        { input: "2", output: "10", cache_read: "0.2" },
        { from: "2027-01-01", input: "4", output: "20" },
      ],
    });
    writeFileSync(at.path("next.json"), JSON.stringify({ ...BOOK, models: [ends, ...BOOK.models.slice(1)] }));
    const diff = async (...args: string[]): Promise<string> =>
      (await at.cli(["prices", "diff", "book.json", "next.json", ...args])).out;
    expect(await diff()).toMatch(/^openai\/gpt-a +input from 2027-01-01 +2 -> 4 +\(x2\)$/m);
    expect(await diff("--as-of", "2026-12-31")).toMatch(/^No difference /);
    expect(await diff("--as-of", "2027-01-01")).toMatch(/^openai\/gpt-a +input +2 -> 4 +\(x2\)$/m);
  });

  it("names a book that is not there", async () => {
    const { code, err } = await at.cli(["prices", "diff", "2026-11-24", "2026-11-25"]);
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean "2026-11-24"?')]);
  });
});

describe("help of prices", () => {
  it.each([[["prices", "--help"]], [["prices", "diff", "--help"]], [["prices", "import", "--help"]]])(
    "%j teaches by example",
    async (args) => {
      const { code, out } = await at.cli(args);
      expect(code).toBe(0);
      expect(out).toContain("npm run eval -- prices ");
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
    },
  );
});
