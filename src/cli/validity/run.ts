import { LANGS } from "../../domain/prompt.ts";
import type { ValiditySuite } from "../../domain/suite.ts";
import { Rows } from "../../report/rows.ts";
import { validityReport } from "../../report/validity/report.ts";
import { english } from "../../report/validity/wording.en.ts";
import { korean } from "../../report/validity/wording.ko.ts";
import type { Measured } from "../asking/print.ts";
import { type Answers, runAsking } from "../asking/run.ts";
import type { Effects } from "../effects.ts";
import type { RunFlags } from "../run-flags.ts";
import { type ValidityCases, validityCases } from "./cases.ts";
import { examplesOf } from "./examples.ts";
import { VALIDITY_FORMATS, type ValidityFormat, validityFiles } from "./files.ts";
import { measureValidity } from "./measure.ts";
import { NEXT } from "./next.ts";
import { publishedRetries } from "./published.ts";

/** Runs a suite of kind "json-validity": how often an answer is usable, and what it costs where it is not. */
export async function runValidity(suite: ValiditySuite, flags: RunFlags, effects: Effects): Promise<void> {
  // Before anything is asked: a list that cannot be read is found out before it costs anything.
  const published = await publishedRetries(effects.root, suite.claims);
  const langs = flags.lang === undefined ? LANGS : [flags.lang];
  const cases = await validityCases(suite, { ...flags, langs }, effects.root);
  const examples = examplesOf(cases);
  const graded: ValidityCases["graded"] = (line) => {
    const seen = cases.graded(line);
    examples.see(seen);
    return seen;
  };
  const measure = ({ folder, ...answers }: Answers<ValiditySuite>): Measured<ValidityFormat> => {
    const input = { ...answers, cases, examples: examples.found(), published, log: folder.shownLog };
    const result = measureValidity(input);
    const { facts } = result;
    return {
      files: (formats) => validityFiles(result, formats),
      facts,
      blocks: (locale) => validityReport(new Rows(result.rows), facts, locale === "ko" ? korean : english).blocks,
      next: NEXT,
      json: { targets: facts.targets, items: facts.prompts, full: facts.full },
    };
  };
  const kind = { formats: VALIDITY_FORMATS, cases: { ...cases, graded }, measure };
  return runAsking(suite, kind, flags, effects);
}
