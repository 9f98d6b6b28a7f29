import type { SmokeSuite } from "../../domain/suite.ts";
import { Rows } from "../../report/rows.ts";
import { smokeReport } from "../../report/smoke/report.ts";
import { english } from "../../report/smoke/wording.en.ts";
import { korean } from "../../report/smoke/wording.ko.ts";
import type { Measured } from "../asking/print.ts";
import { type Answers, runAsking } from "../asking/run.ts";
import type { Effects } from "../effects.ts";
import type { RunFlags } from "../run-flags.ts";
import { SMOKE_FORMATS, type SmokeFormat, smokeFiles } from "./files.ts";
import type { SmokeInput } from "./input.ts";
import { measureSmoke } from "./measure.ts";
import { NEXT } from "./next.ts";

/** Columns of the report's table that fit a terminal: target, asked, complete, failed, retries, TTFT, tokens in and out, dollars. */
const COLUMNS = [0, 1, 2, 4, 5, 6, 8, 10, 11];

/** Runs a suite of kind "smoke": whether targets answer at all. */
export const runSmoke = (suite: SmokeSuite, flags: RunFlags, effects: Effects): Promise<void> =>
  runAsking(suite, { formats: SMOKE_FORMATS, measure }, flags, effects);

function measure({ plan: _, folder, ...answers }: Answers<SmokeSuite>): Promise<Measured<SmokeFormat>> {
  const input: SmokeInput = { ...answers, log: folder.shownLog };
  const result = measureSmoke(input);
  const { facts } = result;
  return Promise.resolve({
    files: (formats) => smokeFiles(input, formats, result),
    facts,
    blocks: (locale) => smokeReport(new Rows(result.rows), facts, locale === "ko" ? korean : english).blocks,
    columns: COLUMNS,
    next: NEXT,
    json: { failed: facts.failures.length, targets: facts.targets },
  });
}
