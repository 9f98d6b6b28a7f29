import type { Measurement } from "../../../src/domain/measurement.ts";
import type { ValidityFacts } from "../../../src/report/validity/facts.ts";
import { everything, facts } from "./set.ts";

export const simulated = { evidence: "simulated", attempts: 955, of: 955 } as const;

const without = (...metrics: readonly string[]): Measurement[] =>
  everything.filter(({ metric }) => !metrics.includes(metric));
const spoken = (lang: string): Measurement[] => everything.filter((row) => row.lang === lang);
const only = (target: string): Partial<ValidityFacts> => ({
  targets: facts.targets.filter((each) => each.target === target),
  retries: facts.retries.filter((way) => way !== "other"),
  others: new Map(),
});

/** Runs that differ in what was asked, what came of it and how far it can be trusted. */
export const SITUATIONS: readonly (readonly [string, Partial<ValidityFacts>, readonly Measurement[]])[] = [
  ["everything", {}, everything],
  ["all simulated", { grade: simulated, days: undefined }, everything],
  ["simulated in part", { grade: { ...simulated, attempts: 3 } }, everything],
  [
    "all recorded",
    { grade: { ...simulated, evidence: "recorded" }, recordings: "evals/recordings/json-validity/" },
    everything,
  ],
  ["nothing asked", { grade: undefined, asked: 0, days: undefined, examples: [], log: undefined }, []],
  ["nothing answered", { targets: facts.targets.slice(2, 3), examples: [] }, everything.slice(-4)],
  ["Korean alone", { langs: ["ko"] }, spoken("ko")],
  ["English alone", { langs: ["en"], conditions: facts.conditions.slice(0, 4) }, spoken("en")],
  ["one target of all items, once each", { ...only("openai/gpt-full"), repetitions: 1, full: true }, everything],
  ["a part of the plan", { cut: true }, everything],
  ["a part of the plan, of all items", { cut: true, full: true }, everything],
  [
    "items asked once",
    { repetitions: 1 },
    everything.flatMap((row) =>
      row.metric === "validity_effect" || (row.lang === "ko-en" && row.metric.endsWith("_valid"))
        ? [row, { ...row, metric: "mcnemar_p" as const, value: 0.0123, low: undefined, high: undefined }]
        : [row],
    ),
  ],
  ["one target of few items", only("b/few"), everything],
  [
    "no usage",
    {},
    without(
      "tokens_per_success",
      "usd_per_success",
      "usd_per_success_ratio",
      "extra_tokens",
      "extra_usd",
      "article_usd_per_success",
      "article_error",
    ),
  ],
  [
    "without the base",
    { conditions: facts.conditions.slice(1, 4), retries: [] },
    everything.filter(({ condition = "" }) => !condition.startsWith("prompt")),
  ],
  ["the base alone", { conditions: facts.conditions.slice(0, 1) }, everything],
  ["no way of asking again", { retries: [], others: new Map() }, everything],
  ["no faults, no examples", { examples: [] }, without("json_faults")],
  ["no text to compare with", { published: undefined }, everything],
];
