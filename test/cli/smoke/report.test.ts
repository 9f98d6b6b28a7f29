import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smokeFiles } from "../../../src/cli/smoke/files.ts";
import type { SmokeInput } from "../../../src/cli/smoke/input.ts";
import { measureSmoke } from "../../../src/cli/smoke/measure.ts";
import { Rows } from "../../../src/report/rows.ts";
import { smokeReport } from "../../../src/report/smoke/report.ts";
import { english } from "../../../src/report/smoke/wording.en.ts";
import { korean } from "../../../src/report/smoke/wording.ko.ts";
import { type Made, planned } from "../../measure/hand-made.ts";
import { everything, inputOf } from "./set.ts";

const golden = (name: string): string => `./golden/${name}`;

/** Runs that differ in how far they can be trusted and in how much was asked. */
const one = planned(["a/x"], 1);
const two = planned(["a/x", "b/y", "c/z"], 1);
const answers = (evidence: NonNullable<Made["evidence"]>, day = "2026-11-25"): Made => ({
  evidence,
  day,
  tokens: [1, 1],
});
const situations: readonly (readonly [string, SmokeInput])[] = [
  ["nothing asked", inputOf(two, [])],
  [
    "all simulated",
    inputOf(
      one,
      one.map(({ id }) => [id, answers("simulated")]),
    ),
  ],
  [
    "simulated in part",
    inputOf(one, [
      ["a/x p1.ko 1", answers("live")],
      ["a/x p1.en 1", answers("simulated")],
    ]),
  ],
  [
    "all recorded, over two days",
    inputOf(
      one,
      [
        ["a/x p1.ko 1", answers("recorded", "2026-11-20")],
        ["a/x p1.en 1", answers("recorded", "2026-11-18")],
      ],
      {
        recordings: "evals/recordings/smoke/",
      },
    ),
  ],
  [
    "recorded in part",
    inputOf(one, [
      ["a/x p1.ko 1", answers("live")],
      ["a/x p1.en 1", answers("recorded", "2026-11-20")],
    ]),
  ],
  [
    "live, some of it",
    inputOf(two, [
      ["a/x p1.ko 1", answers("live")],
      ["b/y p1.ko 1", { finish: "length" }],
    ]),
  ],
  ["live, in Korean alone", inputOf(planned(["a/x"], 1, { langs: ["ko"] }), [["a/x p1.ko 1", answers("live")]])],
  ["live, and nobody answered", inputOf(one, [["a/x p1.ko 1", { text: "" }]])],
  [
    "simulated by a file of one's own, without a log",
    {
      ...inputOf(one, [["a/x p1.ko 1", answers("simulated")]]),
      suite: { ...everything.suite, profiles: "own.json" },
      log: undefined,
    },
  ],
];

/** All that is said beside the figures. */
function words(input: SmokeInput, locale: "en" | "ko"): string {
  const { rows, facts } = measureSmoke(input);
  const { title, blocks } = smokeReport(new Rows(rows), facts, locale === "en" ? english : korean);
  const said = blocks.flatMap((block) =>
    block.kind === "text" || block.kind === "headline" ? [block.text] : block.kind === "list" ? block.items : [],
  );
  // The rest of the notes is the same everywhere: see report.md.
  return [title, ...said.filter((line) => !FIXED.includes(line))].join("\n");
}
const FIXED = [english, korean].flatMap(({ notes, noFailures }) => [
  ...notes(measureSmoke(inputOf(one, [])).facts).slice(1),
  noFailures,
]);

describe("the smoke report", () => {
  it.each(["report.md", "report.ko.md", "measurements.csv"])(
    "%s of hand-made attempts is the golden one",
    async (name) => {
      await expect(smokeFiles(everything).get(name)).toMatchFileSnapshot(golden(name));
    },
  );

  it.each(["en", "ko"] as const)("says in %s how far each kind of run can be trusted", async (locale) => {
    const text = situations.map(([name, input]) => `# ${name}\n\n${words(input, locale)}\n`).join("\n");
    await expect(text).toMatchFileSnapshot(golden(`words.${locale}.txt`));
  });

  it("is the same to the byte in whatever order the attempts came", () => {
    const files = smokeFiles(everything);
    const attempts = [...everything.attempts];
    fc.assert(
      fc.property(fc.shuffledSubarray(attempts, { minLength: attempts.length }), (shuffled) => {
        expect(smokeFiles({ ...everything, attempts: shuffled })).toEqual(files);
      }),
      { numRuns: 30 },
    );
  });

  it("is written in the formats that are asked for, every figure of the JSON that of the CSV", () => {
    expect([...smokeFiles(everything, ["csv"]).keys()]).toEqual(["measurements.csv"]);
    const files = smokeFiles(everything);
    expect([...files.keys()]).toEqual(["report.md", "report.ko.md", "measurements.csv", "measurements.json"]);
    const json = JSON.parse(files.get("measurements.json") ?? "") as unknown[];
    expect(json).toHaveLength((files.get("measurements.csv") ?? "").trim().split("\n").length - 1);
  });
});
