import type { Attempt } from "../../../src/domain/attempt.ts";
import type { Slo } from "../../../src/domain/suite.ts";
import type { TrialPlan } from "../../../src/plan/trials.ts";
import { slowQuantile } from "./slow.ts";

/** The figures of a run by their definitions, on the lines of its log, without a thought for speed. */

type Told = { readonly trial: string; readonly item: string; readonly tries: readonly Attempt[] };

const kind = (line: Attempt): string | undefined => line["tokenwon.failure"]?.kind;

/** The trials of a side, with their attempts in order: those that the person broke off are none. */
function trialsOf(plan: TrialPlan, lines: readonly Attempt[], target: string, lang: string): Told[] {
  return [...plan]
    .filter((trial) => trial.target === target && trial.lang === lang)
    .flatMap((trial) => {
      const own = lines
        .filter((line) => line["tokenwon.trial"] === trial.id)
        .toSorted((a, b) => a["tokenwon.attempt"] - b["tokenwon.attempt"]);
      const tries = own.filter((line) => !["aborted", "auth", "billing", "not-found"].includes(kind(line) ?? ""));
      const refused = own.filter((line) => ["auth", "billing", "not-found"].includes(kind(line) ?? "")).slice(0, 1);
      const all = tries.length > 0 ? tries : refused;
      return all.length === 0 ? [] : [{ trial: trial.id, item: trial.pair, tries: all }];
    });
}

const first = ({ tries }: Told): Attempt => tries[0] as Attempt;
const last = ({ tries }: Told): Attempt => tries.at(-1) as Attempt;
const isAnswer = (line: Attempt): boolean => kind(line) === undefined && line["tokenwon.text"].trim() !== "";
const isPlain = (line: Attempt): boolean =>
  isAnswer(line) && (line["tokenwon.usage"]?.cache_read ?? 0) === 0 && line["tokenwon.wire"].connectionReused !== false;

const QUANTITIES: Readonly<Record<string, (line: Attempt) => number | undefined>> = {
  ttft_ms: (line) => line["tokenwon.ttft_ms"],
  ttfvt_ms: (line) => line["tokenwon.ttfvt_ms"],
  ttfb_ms: (line) => line["tokenwon.ttfb_ms"],
  e2e_ms: (line) => line["tokenwon.e2e_ms"],
  tpot_ms: (line) => line["tokenwon.tpot_ms"],
  tokens_per_s: (line) => {
    const each = line["tokenwon.tpot_ms"];
    return each === undefined || each === 0 ? undefined : 1000 / each;
  },
  e2e_tokens_per_s: (line) => {
    const out = line["tokenwon.usage"];
    const tokens = out === undefined ? 0 : out.visible_output + out.thinking;
    return tokens === 0 || line["tokenwon.e2e_ms"] === 0
      ? undefined
      : (tokens * 1000) / (line["tokenwon.e2e_ms"] ?? Number.NaN);
  },
  chars_per_s: (line) => perSecond(line, line["tokenwon.chars"]),
  bytes_per_s: (line) => perSecond(line, line["tokenwon.bytes"]),
};

function perSecond(line: Attempt, count: number): number | undefined {
  const span = (line["tokenwon.e2e_ms"] ?? 0) - (line["tokenwon.ttfvt_ms"] ?? 0);
  return span < 100 ? undefined : (count * 1000) / span;
}

/** `metric condition` → value, of one target in one language; times only where one model served. */
export function slowFigures(
  plan: TrialPlan,
  lines: readonly Attempt[],
  target: string,
  lang: string,
  slos: readonly Slo[],
): ReadonlyMap<string, number> {
  const told = trialsOf(plan, lines, target, lang);
  const found = new Map<string, number>();
  const n = told.length;
  if (n === 0) return found;
  const put = (name: string, value: number | undefined): void => {
    if (value !== undefined) found.set(name, value);
  };
  const both = [...told, ...trialsOf(plan, lines, target, lang === "ko" ? "en" : "ko")];
  const answers = both.flatMap((trial) => [first(trial), last(trial)]).filter(isAnswer);
  const served = [...new Set(answers.flatMap((line) => line["gen_ai.response.model"] ?? []))];
  for (const model of served.length > 1 ? [...served, undefined] : ["all"]) {
    const suffix = model === "all" ? "" : ` served ${model ?? "no model named"}`;
    const plain = told
      .map(first)
      .filter((line) => isPlain(line) && (model === "all" || line["gen_ai.response.model"] === model));
    for (const [metric, of] of Object.entries(QUANTITIES)) {
      const values = plain.flatMap((line) => of(line) ?? []);
      if (values.length === 0) continue;
      const isSpeed = metric.endsWith("_per_s");
      for (const p of isSpeed ? [10, 50, 90] : [50, 90, 95])
        put(`${metric} p${p}${suffix}`, slowQuantile(values, p / 100));
      if (!isSpeed) put(`${metric} max${suffix}`, Math.max(...values));
    }
    const responses = told.flatMap((trial) =>
      model === "all" || last(trial)["gen_ai.response.model"] === model ? (responseOf(trial) ?? []) : [],
    );
    if (responses.length > 0) put(`response_ms p90${suffix}`, slowQuantile(responses, 0.9));
    if (model !== "all" || plain.length === 0) continue;
    const gaps = lines
      .filter(
        (line) =>
          isPlain(line) &&
          line["tokenwon.attempt"] === 1 &&
          line["tokenwon.target"] === target &&
          line["tokenwon.lang"] === lang,
      )
      .flatMap((line) => line["tokenwon.output_gaps_us"] ?? [])
      .map((us) => us / 1000);
    if (gaps.length > 0) put("icl_ms p50", slowQuantile(gaps, 0.5));
  }
  const share = (name: string, wanted: (trial: Told) => Attempt | undefined): void => {
    const failures = told.flatMap((trial) => wanted(trial) ?? []);
    put(name, failures.length / n);
    for (const line of failures) {
      const { kind: what = "", deadline } = line["tokenwon.failure"] ?? {};
      const each = deadline === undefined ? what : `${what} ${deadline}`;
      put(`${name} ${each}`, (found.get(`${name} ${each}`) ?? 0) + 1 / n);
    }
  };
  const ifFailed = (line: Attempt): Attempt | undefined => (kind(line) === undefined ? undefined : line);
  share("attempt_failure", (trial) => ifFailed(first(trial)));
  share("retry_rate", (trial) => (trial.tries.length > 1 ? first(trial) : undefined));
  share("eventual_failure", (trial) => ifFailed(last(trial)));
  put("trials", n);
  put(
    "cold_trials",
    told.filter((trial) => first(trial)["tokenwon.wire"].connectionReused === false).length || undefined,
  );
  put(
    "cached_trials",
    told.filter((trial) => (first(trial)["tokenwon.usage"]?.cache_read ?? 0) > 0).length || undefined,
  );

  for (const slo of slos) {
    const met = told.map((trial) => keeps(trial, slo));
    // Known of all of them, or no share.
    if (!met.includes(undefined)) put(`slo_attainment ${slo.name}`, met.filter((kept) => kept === true).length / n);
  }
  return found;
}

function responseOf(trial: Told): number | undefined {
  const line = last(trial);
  if (!isAnswer(line) || line["tokenwon.ttft_ms"] === undefined) return undefined;
  const waited = trial.tries.reduce(
    (sum, each) => sum + (each["tokenwon.queued_ms"] ?? 0) + (each["tokenwon.backoff_ms"] ?? 0),
    0,
  );
  const failed = trial.tries.slice(0, -1).reduce((sum, each) => sum + each["tokenwon.end_ms"], 0);
  return waited + failed + line["tokenwon.ttft_ms"];
}

function keeps(trial: Told, slo: Slo): boolean | undefined {
  const line = last(trial);
  if (!isAnswer(line)) return false;
  const response = responseOf(trial) ?? Number.NaN;
  const extra = response - (line["tokenwon.ttft_ms"] ?? 0);
  const speed = perSecond(line, line["tokenwon.chars"]);
  if (slo.ttft_ms !== undefined && response > slo.ttft_ms) return false;
  if (slo.e2e_ms !== undefined && extra + (line["tokenwon.e2e_ms"] ?? 0) > slo.e2e_ms) return false;
  if (slo.chars_per_s !== undefined && speed !== undefined && speed < slo.chars_per_s) return false;
  if (slo.tpot_ms === undefined || line["tokenwon.outputs"] < 2) return true;
  const each = line["tokenwon.tpot_ms"];
  return each === undefined ? undefined : each <= slo.tpot_ms;
}
