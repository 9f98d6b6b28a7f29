import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curvesOf } from "../../../src/cli/latency/curves.ts";
import { daysOf, gradeOf, originOf, sourceOf } from "../../../src/cli/latency/origin.ts";
import { timelineOf } from "../../../src/cli/latency/timeline.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { groupsOf } from "../../../src/measure/latency/groups.ts";
import { planOf, tableOf, timed } from "../../measure/latency/log.ts";

const LOST = { kind: "network", message: "gone", retry: true, billed: "unknown" } as const;

describe("pictures of a run", () => {
  const plan = planOf(["a/one"], 1, { langs: ["ko"], repeat: 1000 });
  const tableFrom = (count: number, fails: (i: number) => boolean) => {
    const table = tableOf(
      plan,
      Array.from({ length: count }, (_, i) =>
        timed(plan.at(i), fails(i) ? { failure: LOST, at: i * 10 } : { ttft: 1 + ((i * 7919) % count), at: i * 10 }),
      ),
    );
    return { table, groups: groupsOf(table, plan) };
  };

  it("show every answer of a small run and thin a large one, ends included", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (count) => {
        const { table, groups } = tableFrom(count, () => false);
        const [curve] = curvesOf(table, groups);
        expect(curve?.ttftMs.length).toBe(Math.min(count, 200));
        expect([curve?.ttftMs[0], curve?.ttftMs.at(-1)]).toEqual([
          Math.min(...Array.from({ length: count }, (_, i) => 1 + ((i * 7919) % count))),
          Math.max(...Array.from({ length: count }, (_, i) => 1 + ((i * 7919) % count))),
        ]);
        const points = timelineOf(table, groups);
        expect(points.length).toBe(Math.min(count, 150));
        expect([points[0]?.at, points.at(-1)?.at]).toEqual([0, ((count - 1) * 10) / 1000]);
      }),
      { numRuns: 40 },
    );
  });

  it("show failures beside answers, with what they were", () => {
    const { table, groups } = tableFrom(500, (i) => i % 10 === 3);
    const points = timelineOf(table, groups);
    expect(points.filter(({ failure }) => failure === "network").length).toBe(50);
    expect(points.filter(({ ttftMs }) => ttftMs !== undefined).length).toBe(150);
  });
});

describe("where figures come from", () => {
  const plan = planOf(["a/one"], 3, { langs: ["ko"] });
  const of = (...given: readonly Partial<Attempt>[]) => {
    const table = tableOf(
      plan,
      given.map((more, i) => ({ ...timed(plan.at(i), { ttft: 5 }), ...more })),
    );
    return { table, origin: originOf(table, [0, 1, 2].slice(0, given.length)) };
  };
  const LIVE = { "tokenwon.evidence": "live", "gen_ai.response.model": "m-1" } as const;

  it("is the weakest of all attempts, and how many they are", () => {
    const { origin } = of(LIVE, { ...LIVE, "tokenwon.evidence": "recorded" }, { "tokenwon.evidence": "simulated" });
    expect(gradeOf(origin)).toEqual({ evidence: "simulated", attempts: 1, of: 3 });
    expect(gradeOf(of(LIVE, LIVE).origin)).toEqual({ evidence: "live", attempts: 2, of: 2 });
    expect(gradeOf(of().origin)).toBeUndefined();
  });

  it("names days and served models of what a provider answered, and the profile of what none did", () => {
    const { origin, table } = of(
      { ...LIVE, "tokenwon.started": "2026-11-23T23:59:59.999Z" },
      { ...LIVE, "gen_ai.response.model": "m-0", "tokenwon.started": "2026-11-25T00:00:00.000Z" },
      { "tokenwon.evidence": "simulated" },
    );
    expect(sourceOf(origin, table, "ours.json")).toBe(
      "live 2026-11-23–2026-11-25, served by m-0, m-1; simulated by profile ours.json",
    );
    expect(daysOf(origin)).toBe("2026-11-23–2026-11-25");
    expect(daysOf(of({ "tokenwon.evidence": "simulated" }).origin)).toBeUndefined();
  });
});
