import { readdirSync, readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Workplace, workplace } from "../run-cli.ts";
import { linesIn } from "./served.ts";

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => {
  at.remove();
});

type Row = Readonly<Record<string, string>>;
const read = (name: string): string => readFileSync(at.path(name), "utf8");
const rows = (out: string): Row[] => parse(read(`${out}/measurements.csv`), { columns: true, bom: true });
const unique = (all: readonly Row[], column: string): Set<string | undefined> => new Set(all.map((row) => row[column]));
const SUITE = ["--suite", "json-validity", "--out", "out"];
const simulated = (...words: readonly string[]): ReturnType<Workplace["cli"]> =>
  at.cli([...SUITE, "--mode", "simulate", "--quiet", ...words]);

describe("json-validity without a key", () => {
  it("replays the committed recordings and gives the committed report to the byte, watermarked", async () => {
    const connect = vi.spyOn(Socket.prototype, "connect").mockImplementation(() => {
      throw new Error("the connection is refused");
    });
    const { code, out, err } = await at.cli(SUITE);
    expect(connect).not.toHaveBeenCalled();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Simulated: no provider was called\./);
    const committed = join("reports", "json-validity");
    const files = readdirSync(committed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(committed.length + 1));
    expect(files.toSorted()).toEqual(
      [
        ...["faults", "valid"].flatMap((chart) => [`charts/${chart}.ko.svg`, `charts/${chart}.svg`]),
        ...["measurements.csv", "measurements.json", "report.ko.md", "report.md"],
      ].toSorted(),
    );
    for (const file of files) {
      const there = readFileSync(join(committed, file), "utf8");
      // Where the log is stands in the report alone.
      expect(read(`out/${file}`).replaceAll("out/run/", "runs/"), file).toBe(
        there.replaceAll(/runs\/json-validity-\w+\//g, "runs/"),
      );
      expect(there, file).toMatch(/[Ss]imulated|모의 실행/);
    }
    expect(unique(rows("out"), "evidence")).toEqual(new Set(["simulated"]));
  });
});

describe("what is asked", () => {
  it("of one task is that alone, in one language without a comparison, of one model without another to ask", async () => {
    const words = ["--domain", "order", "--lang", "ko", "--target", "openai/gpt-4o", "--repeat", "1"];
    expect((await simulated(...words)).code).toBe(0);
    const all = rows("out");
    expect(unique(all, "lang")).toEqual(new Set(["ko"]));
    expect(unique(all, "target")).toEqual(new Set(["openai/gpt-4o"]));
    expect([...unique(all, "condition")].filter((condition) => condition?.includes("other"))).toEqual([]);
    expect([...unique(all, "condition")].some((condition) => condition?.includes("again"))).toBe(true);
    expect(unique(all, "domain")).toEqual(new Set(["all", "order"]));
    const lines = linesIn(at.path("out/run/attempts.jsonl"));
    expect(lines.every((line) => line["tokenwon.case"]?.startsWith("order-"))).toBe(true);
    expect(JSON.parse(read("out/run/run.json"))).toMatchObject({ trials: 120, plan: { domain: "order", lang: "ko" } });
    expect(read("out/report.md")).toContain(
      "npm run eval -- --suite json-validity --mode simulate --target openai/gpt-4o --domain order --lang ko --repeat 1`",
    );
  });

  it("in full with a limit counts the items that are asked, and no more", async () => {
    const { code, out } = await at.cli([
      ...SUITE,
      ...["--mode", "simulate", "--full", "--limit", "10", "--repeat", "1", "--json"],
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      mode: "simulate",
      evidence: "simulated",
      asked: 20,
      items: 1,
      full: false,
      targets: [
        { target: "openai/gpt-4o", asked: true, answered: true },
        { target: "google/gemini-1.5-flash", asked: true, answered: true },
      ],
    });
    expect(JSON.parse(read("out/run/run.json"))).toMatchObject({ trials: 20, plan: { full: true, limit: 10 } });
    expect(read("out/report.md")).toContain("20 trials of 1 item in Korean and English.");
    expect(read("out/report.md")).toContain("These are some of the 286 items");
    expect(read("out/report.md")).toContain("--mode simulate --full --limit 10 --repeat 1`");
  });

  it("of a single case is under its condition alone", async () => {
    expect((await simulated("--limit", "1", "--domain", "event")).code).toBe(0);
    const asked = [...unique(rows("out"), "condition")].map((condition) => condition?.split(/[.: ]/)[0]);
    expect(new Set(asked)).toEqual(new Set(["prompt"]));
    expect(read("out/report.md")).toContain("Only Korean was asked");
    expect(JSON.parse(read("out/run/run.json"))).toMatchObject({ trials: 6 });
  });

  it("with --full of a task is every item of it", async () => {
    const words = [
      "--domain",
      "status",
      "--lang",
      "en",
      "--target",
      "openai/gpt-4o",
      "--repeat",
      "1",
      "--format",
      "md",
    ];
    expect((await simulated("--full", ...words)).code).toBe(0);
    const items = readFileSync("datasets/tasks/status.jsonl", "utf8").trimEnd().split("\n").length;
    expect(read("out/report.md")).toContain(`${4 * items} trials of ${items} items`);
    expect(read("out/report.md")).toContain("These are all items of the tasks.");
  });
});
