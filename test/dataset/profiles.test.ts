import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listProfiles, readProfiles } from "../../src/dataset/profiles.ts";
import { JSON_FAULTS, type Profile } from "../../src/domain/profile.ts";

const ARTICLE = "article-2026-01-29";
const folder = mkdtempSync(join(tmpdir(), "tokenwon-profiles-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The committed book with its first profile changed, as a file of one's own. */
function spoilt(change: (first: Profile, book: { profiles: Profile[] }) => void): string {
  const book = JSON.parse(readFileSync(`datasets/profiles/${ARTICLE}.json`, "utf8")) as { profiles: Profile[] };
  change(book.profiles[0] as Profile, book);
  const path = join(folder, "own.json");
  writeFileSync(path, JSON.stringify(book));
  return path;
}

describe("profiles", () => {
  it("holds the latency table of the article as published, and nothing as measured", async () => {
    expect(await listProfiles("datasets")).toEqual([ARTICLE]);
    const { profiles } = await readProfiles("datasets", ARTICLE);
    expect(profiles.map(({ target, ttft_ms, tokens_per_second }) => [target, ttft_ms, tokens_per_second])).toEqual([
      ["openai/gpt-4o", { low: 300, high: 800 }, { low: 80, high: 100 }],
      ["openai/gpt-4o-mini", { low: 200, high: 500 }, { low: 100, high: 130 }],
      ["anthropic/claude-3-5-sonnet", { low: 500, high: 1200 }, { low: 70, high: 90 }],
      ["anthropic/claude-3-5-haiku", { low: 200, high: 600 }, { low: 100, high: 120 }],
      ["google/gemini-1.5-pro", { low: 500, high: 1500 }, { low: 60, high: 80 }],
      ["google/gemini-1.5-flash", { low: 200, high: 500 }, { low: 120, high: 150 }],
    ]);
    for (const { evidence } of profiles) expect(evidence["ttft_ms"]?.grade).toBe("published");
    const retried = ["openai/gpt-4o", "google/gemini-1.5-flash"].map((name) => {
      const json = profiles.find(({ target }) => target === name)?.json ?? {};
      // A key that stands twice makes no answer invalid.
      expect(JSON_FAULTS.filter((fault) => !(json[fault] ?? 0))).toEqual([]);
      return Object.values({ ...json, "duplicate-key": 0 }).reduce((sum, share) => sum + share, 0);
    });
    expect(retried[0]).toBeCloseTo(0.05, 9);
    expect(retried[1]).toBeCloseTo(0.25, 9);
  });

  it("takes a file of one's own, and refuses a figure that does not say where it comes from", async () => {
    expect(
      (
        await readProfiles(
          "datasets",
          spoilt(() => undefined),
        )
      ).name,
    ).toBe(ARTICLE);
    const path = spoilt(({ evidence }) => delete evidence["ttft_ms"]);
    await expect(readProfiles("datasets", path)).rejects.toMatchObject({
      kind: "data",
      details: ["openai/gpt-4o: ttft_ms has no evidence"],
    });
  });

  it.each<[string, (first: Profile, book: { profiles: Profile[] }) => void, string]>([
    ["two profiles of one target", (first, { profiles }) => profiles.push(first), "more than one"],
    ["a range upside down", ({ ttft_ms }) => (ttft_ms.low = 9999), "low must not"],
    ["shares above 1", (first) => (first.failures = { reset: 0.6, cut: 0.6 }), "add up"],
  ])("refuses %s", async (_, change, part) => {
    const error: unknown = await readProfiles("datasets", spoilt(change)).catch((thrown: unknown) => thrown);
    expect((error as { details: string[] }).details.join("\n")).toContain(part);
  });

  it("suggests what a typo may have meant", async () => {
    await expect(readProfiles("datasets", "article-2026-01-28")).rejects.toThrow(`Did you mean "${ARTICLE}"?`);
  });
});
