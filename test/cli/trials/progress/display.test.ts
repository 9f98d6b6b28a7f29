import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Output } from "../../../../src/cli/effects.ts";
import type { ProgressKind } from "../../../../src/cli/progress.ts";
import { type RunDisplay, runDisplay } from "../../../../src/cli/trials/progress/display.ts";
import { logLine } from "../../../../src/cli/trials/progress/whole-run.ts";
import type { Standing } from "../../../../src/run/standing.ts";
import { asked, standing, target } from "./standings.ts";

type Watched = {
  readonly display: RunDisplay;
  readonly pass: (ms: number) => void;
  readonly lines: () => string[];
  readonly all: () => string;
};

function watched(kind: ProgressKind, isTTY = false): Watched {
  let at = 1000;
  let written = "";
  const stderr: Output = { write: (piece) => (written += piece), isTTY };
  return {
    display: runDisplay(stderr, kind, { now: () => at }),
    pass: (ms) => (at += ms),
    lines: () => written.split("\n").slice(0, -1),
    all: () => written,
  };
}

describe("a display", () => {
  it.each<[ProgressKind, number, number]>([
    ["tty", 5, 0],
    ["json", 5, 1],
    ["plain", 5, 1],
    ["none", 0, 0],
  ])("%s computes the standing %i times in a second, and %i times at the end", (kind, during, after) => {
    const { display, pass } = watched(kind);
    let computed = 0;
    const now = (): Standing => {
      computed += 1;
      return asked(100);
    };
    for (let ms = 0; ms <= 1000; ms += 10) {
      display.update(now);
      pass(10);
    }
    expect(computed).toBe(during);
    display.end();
    expect(computed).toBe(during + after);
    pass(1000);
    display.update(now);
    display.end(now);
    expect(computed).toBe(during + after);
  });

  it.each<[ProgressKind, boolean, boolean]>([
    ["auto", true, true],
    ["auto", false, false],
    ["tty", false, true],
    ["plain", true, false],
    ["json", true, false],
  ])("%s with a terminal %s redraws: %s", (kind, isTTY, redraws) => {
    const { display, pass, lines } = watched(kind, isTTY);
    for (const done of [1000, 2000]) {
      display.update(() => asked(done));
      pass(250);
    }
    expect(lines()).toHaveLength(redraws ? 4 : 2);
    expect(lines().join("").includes("\u001B")).toBe(redraws);
    // No colours: nothing but moving up and clearing.
    expect(
      lines()
        .join("")
        .replace(/\u001B\[(2A|K|J)/g, ""),
    ).not.toContain("\u001B");
  });

  it("is 80 cells wide where nobody knows the terminal", () => {
    const { display, lines } = watched("tty");
    display.update(() => standing({ targets: [target({ stopped: "한".repeat(90) })] }));
    expect(lines()[0]).toMatch(/한…\u001B\[K$/);
    expect(stringWidth(lines()[0] ?? "")).toBeGreaterThanOrEqual(78);
  });

  it("says every tenth once in a log, and those that passed unseen not at all", () => {
    const { display, pass, lines } = watched("plain");
    for (const done of [0, 1, 199, 200, 201, 399, 860, 900, 1999, 2000, 2000]) {
      display.update(() => asked(done));
      pass(250);
    }
    display.end(() => asked(2000));
    expect(lines()).toEqual([200, 860, 1999, 2000].map((done) => logLine(asked(done))));
  });

  it.each([
    ["the last tenth", 2000, [1800, 2000]],
    ["where it stopped", 1900, [1800, 1900]],
  ])("says %s at the end of a log if it has not yet", (_, done, said) => {
    const { display, lines } = watched("plain");
    display.update(() => asked(1800));
    display.update(() => asked(done));
    display.end();
    expect(lines()).toEqual(said.map((at) => logLine(asked(at))));
  });

  it("says in a log once that a run without trials is over", () => {
    const { display, lines } = watched("plain");
    display.update(() => standing({ targets: [] }));
    expect(lines()).toHaveLength(1);
    display.end();
    expect(lines()).toEqual(["asked 100 % (0 of 0)"]);
  });

  it.each<ProgressKind>(["tty", "plain", "json", "none"])("%s says nothing of a run that never began", (kind) => {
    const { display, all } = watched(kind);
    display.end();
    expect(all()).toBe("");
  });

  it("writes JSON lines with every known field, always a last one", () => {
    const { display, lines } = watched("json");
    const waiting = { trials: 3, why: "rate-limit\n", ms: 2100.4 };
    const full = target({ waiting, ttftMs: 412.4, tokensPerSecond: 63.216, failures: 2, stopped: "budget" });
    display.update(() => standing({ targets: [full, target()], leftMs: 80_000, usd: 0.0123, budgetUsd: 1 }));
    display.update(() => asked(1));
    display.end(() => asked(2));
    expect(lines().map((line): unknown => JSON.parse(line))).toEqual([
      {
        event: "progress",
        done: 240,
        total: 800,
        failures: 2,
        elapsed_ms: 65_400,
        left_ms: 80_000,
        usd: 0.0123,
        budget_usd: 1,
        targets: [
          {
            target: "openai/gpt-4o",
            done: 120,
            total: 400,
            in_flight: 8,
            limit: 10,
            waiting: { trials: 3, why: "rate-limit\n", ms: 2100 },
            ttft_ms: 412,
            tokens_per_second: 63.22,
            failures: 2,
            stopped: "budget",
          },
          { target: "openai/gpt-4o", done: 120, total: 400, in_flight: 8, limit: 10, failures: 0 },
        ],
      },
      {
        event: "progress",
        done: 2,
        total: 2000,
        failures: 0,
        elapsed_ms: 65_400,
        targets: [{ target: "openai/gpt-4o", done: 2, total: 2000, in_flight: 8, limit: 10, failures: 0 }],
      },
    ]);
  });
});
