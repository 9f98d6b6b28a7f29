import { join } from "node:path";
import type { Day } from "../../domain/date.ts";
import { UserError } from "../../domain/error.ts";
import { isActiveOn } from "../../domain/price/book.ts";
import type { ClaimSuite } from "../../domain/suite.ts";
import { claimsCsv } from "../../report/article-claims/csv.ts";
import type { ClaimFacts } from "../../report/article-claims/facts.ts";
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
import { runId } from "../tokens/rows.ts";
import { localeOf } from "../tokens/summary.ts";
import { wonText } from "../won.ts";
import { writeFiles } from "../write-files.ts";
import { checkClaim } from "./check.ts";
import { insteadOf } from "./instead.ts";
import { type ClaimFigures, measureClaims } from "./measure.ts";
import { rowsOf } from "./rows.ts";

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
  const run = runId(suite.name, [
    suite,
    figures.dataset.sha256,
    figures.list,
    figures.outside,
    figures.world,
    figures.scenarios,
    ...figures.live,
    ...figures.times,
    ...figures.firstTries,
  ]);
  const rows = rowsOf(suite, run, checked, figures);
  const facts = {
    list: figures.list,
    claims: checked.map(({ filed, ...rest }) => ({ ...rest, metric: filed.metric })),
    prices: pricesOf(figures.world),
    instead: insteadOf(figures),
    dataset: figures.dataset,
    run,
    suite: suite.name,
  };
  const files = new Map([
    ["report.md", renderMarkdown(claimsReport(facts, english))],
    ["report.ko.md", renderMarkdown(claimsReport(facts, korean))],
    ["claims.csv", claimsCsv(facts.claims)],
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
  say(effects.stdout, words.headline(facts.claims));
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
    ["--price", flags.price[0]],
    ["--as-of", flags.asOf],
    ["--krw", flags.krw && wonText(flags.krw)],
    ["--format", flags.format],
    ["--explain", flags.explain],
  ].find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new UserError("usage", `The suite ${suite.name} has data of its own and takes no ${String(given[0])}.`, {
    fix: "Leave it out; to measure your own text use --suite korean-tokens.",
  });
}

/** Which of the printed models could be called on the day of the text, and which can today. */
function pricesOf({ printed, record, then, today }: ClaimFigures["world"]): ClaimFacts["prices"] {
  const targets = printed.models.map(({ target }) => target);
  const answering = (day: Day): string[] =>
    record.models.flatMap((model) => (targets.includes(model.target) && isActiveOn(model, day) ? [model.target] : []));
  return { targets, then, today, answeringThen: answering(then), answeringToday: answering(today) };
}
