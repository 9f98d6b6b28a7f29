import { join } from "node:path";
import { UserError } from "../../domain/error.ts";
import { METRICS, type Measurement } from "../../domain/measurement.ts";
import type { ClaimSuite } from "../../domain/suite.ts";
import { claimsCsv } from "../../report/article-claims/csv.ts";
import { claimsReport } from "../../report/article-claims/report.ts";
import { english } from "../../report/article-claims/wording.en.ts";
import { korean } from "../../report/article-claims/wording.ko.ts";
import { renderCsv } from "../../report/csv.ts";
import { renderJson } from "../../report/json.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { type Effects, say } from "../effects.ts";
import { outFolder, shownFolder } from "../out-folder.ts";
import { progressOn } from "../progress.ts";
import type { RunFlags } from "../run-flags.ts";
import { CONFIDENCE } from "../tokens/rates.ts";
import { runId } from "../tokens/rows.ts";
import { localeOf } from "../tokens/summary.ts";
import { writeFiles } from "../write-files.ts";
import { type CheckedClaim, checkClaim } from "./check.ts";
import { insteadOf } from "./instead.ts";
import { type ClaimFigures, measureClaims } from "./measure.ts";

/** Checks every claim of a list and writes the verdicts. Its data are fixed: flags that change data are refused. */
export async function runClaims(suite: ClaimSuite, flags: RunFlags, effects: Effects): Promise<void> {
  refuseOwnData(suite, flags);
  const folder = outFolder(flags.out, join(effects.home, "reports", suite.name), effects);
  const progress = progressOn(effects, flags.quiet === true ? "none" : flags.progress);
  let figures: ClaimFigures;
  try {
    figures = await measureClaims(suite, effects, {
      engine: flags.tokenizerEngine,
      signal: effects.signal,
      onProgress: (share) => {
        progress.update("counting tokens", share);
      },
    });
  } finally {
    progress.end();
  }
  const checked = figures.list.claims.map((claim) => checkClaim(claim, figures));
  const run = runId(suite.name, [suite, figures.dataset.sha256, figures.list, figures.outside]);
  const rows = rowsOf(suite, run, checked, figures);
  const facts = {
    list: figures.list,
    claims: checked,
    instead: insteadOf(figures),
    dataset: figures.dataset,
    run,
    suite: suite.name,
  };
  const files = new Map([
    ["report.md", renderMarkdown(claimsReport(facts, english))],
    ["report.ko.md", renderMarkdown(claimsReport(facts, korean))],
    ["claims.csv", claimsCsv(checked)],
    ["measurements.csv", renderCsv(rows)],
    ["measurements.json", renderJson(rows)],
  ]);
  await writeFiles(folder, files, effects.signal);

  if (flags.quiet === true) return;
  const shown = shownFolder(effects.cwd, folder);
  if (flags.json === true) {
    const verdicts = Object.fromEntries(checked.map(({ claim, verdict }) => [claim.id, verdict.kind]));
    say(effects.stdout, JSON.stringify({ run, out: shown, files: [...files.keys()], verdicts }));
    return;
  }
  const words = localeOf(flags.locale, effects.env) === "ko" ? korean : english;
  say(effects.stdout, words.headline(checked));
  say(effects.stdout, `\n${words.wrote(files.size, shown)}`);
}

function refuseOwnData(suite: ClaimSuite, flags: RunFlags): void {
  const given = [
    ["--dataset", flags.dataset],
    ["--ko", flags.ko],
    ["--en", flags.en],
    ["--mix", flags.mix],
    ["--limit", flags.limit],
    ["--seed", flags.seed],
    ["--domain", flags.domain[0]],
    ["--target", flags.target[0]],
    ["--prices", flags.prices],
    ["--as-of", flags.asOf],
    ["--krw", flags.krw],
    ["--format", flags.format],
    ["--explain", flags.explain],
  ].find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new UserError("usage", `The suite ${suite.name} has data of its own and takes no ${String(given[0])}.`, {
    fix: "Leave it out; to measure your own text use --suite korean-tokens.",
  });
}

function rowsOf(
  suite: ClaimSuite,
  run: string,
  checked: readonly CheckedClaim[],
  { dataset, list }: ClaimFigures,
): Measurement[] {
  const source = `claims ${list.name}; pairs ${dataset.name} sha256 ${dataset.sha256.slice(0, 12)}`;
  return checked.flatMap(({ claim, metric, domain, lang, measured }) =>
    measured.flatMap(({ tokenizer, value, low, high }): Measurement[] =>
      metric === undefined
        ? []
        : [
            {
              suite: suite.name,
              metric,
              unit: METRICS[metric].unit,
              tokenizer,
              domain,
              lang,
              condition: claim.id,
              value,
              low,
              high,
              confidence: low === undefined ? undefined : CONFIDENCE,
              evidence: "exact",
              source,
              run,
            },
          ],
    ),
  );
}
