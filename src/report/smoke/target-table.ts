import type { FailureKind } from "../../domain/failure.ts";
import type { Measurement, Metric } from "../../domain/measurement.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Ending } from "../../measure/ending.ts";
import { fixed, significant, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import type { SmokeFacts } from "./facts.ts";
import type { SmokeColumn, SmokeWording, Tally } from "./wording.ts";

const COLUMNS: readonly SmokeColumn[] = [
  "target",
  "asked",
  "complete",
  "otherwise",
  "failed",
  "retries",
  "ttft",
  "e2e",
  "input",
  "ratio",
  "output",
  "usd",
];
const LEFT: readonly SmokeColumn[] = ["target", "otherwise", "failed", "retries"];

/** One line a target: what came of its trials, and the figures of its answers, by language. */
export function targetTable(rows: Rows, facts: SmokeFacts, words: SmokeWording): Block {
  return {
    kind: "table",
    columns: COLUMNS.map((name) => ({ title: words.columns[name], align: LEFT.includes(name) ? "left" : "right" })),
    rows: facts.targets.map(({ target }) => {
      const both = (write: (lang: Lang) => string): string => sidesOf(facts.langs.map(write));
      const own = rows.all.filter((row) => row.target === target);
      const sides = (metric: Metric, write: (value: number | undefined) => string, condition?: string): string =>
        both((lang) => write(rows.find({ metric, target, lang, condition })?.value));
      const count = (metric: "trials" | "endings", condition?: string): string =>
        both((lang) => fixed(countOf(own, metric, lang, condition), 0));
      return [
        `\`${target}\``,
        count("trials"),
        count("endings", "complete"),
        named(own, "endings", (name) => (name === "complete" ? undefined : words.ending(name as Ending))),
        named(own, "failures", (name) => words.failure(name as FailureKind)),
        retriesOf(own, words),
        sides("ttft_ms", whole, "p50"),
        sides("e2e_ms", whole, "p50"),
        sides("input_tokens", short),
        fixed(rows.find({ metric: "input_token_ratio", target })?.value, 2),
        sides("output_tokens", short),
        usdOf(own),
      ];
    }),
  };
}

/** What all trials came to. */
export function tallyOf({ all }: Rows): Tally {
  const sum = (metric: Metric, wanted: (condition: string | undefined) => boolean = () => true): number =>
    all.reduce((total, row) => total + (row.metric === metric && wanted(row.condition) ? (row.value ?? 0) : 0), 0);
  return {
    complete: sum("endings", (condition) => condition === "complete"),
    otherwise: sum("endings", (condition) => condition !== "complete"),
    failed: sum("failures"),
  };
}

const whole = (value: number | undefined): string => fixed(value, 0);
/** Means of a handful of counts: a decimal only where it is not whole. */
const short = (value: number | undefined): string =>
  fixed(value, value === undefined || Number.isInteger(value) || value >= 1000 ? 0 : 1);

/** `Korean / English`, or the language that was asked; one dash where nothing is known of either. */
const sidesOf = (cells: readonly string[]): string =>
  cells.every((cell) => cell === UNKNOWN) ? UNKNOWN : cells.join(" / ");

/** A count of what was asked: none of a kind is 0 there, and unknown where nothing was asked. */
function countOf(own: readonly Measurement[], metric: Metric, lang: Lang, condition?: string): number | undefined {
  const of = (wanted: Metric, name?: string): number | undefined =>
    own.find((row) => row.metric === wanted && row.lang === lang && row.condition === name)?.value;
  return of("trials") === undefined ? undefined : (of(metric, condition) ?? 0);
}

/** `rate-limit 2, timeout 1` over both languages; empty where there is none, unknown where nothing was asked. */
function named(own: readonly Measurement[], metric: Metric, nameOf: (condition: string) => string | undefined): string {
  if (own.length === 0) return UNKNOWN;
  const counts = new Map<string, number>();
  for (const { condition = "", value = 0 } of own.filter((row) => row.metric === metric)) {
    const name = nameOf(condition);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + value);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
}

/** How often it was asked again, and how long was waited for that, over both languages; empty where it was not. */
function retriesOf(own: readonly Measurement[], words: SmokeWording): string {
  if (own.length === 0) return UNKNOWN;
  const sum = (metric: Metric, condition?: string): number | undefined =>
    own
      .flatMap((row) => (row.metric === metric && row.condition === condition ? (row.value ?? []) : []))
      .reduce<number | undefined>((total, value) => (total ?? 0) + value, undefined);
  const retries = sum("retries");
  const waited = sum("waiting_ms", "back-off");
  if (retries === undefined) return "";
  return words.retries(retries, waited === undefined ? undefined : fixed(waited / 1000, 1));
}

/** Dollars of both languages; `≥` where some of it is not known. */
function usdOf(own: readonly Measurement[]): string {
  const spent = own.filter(({ metric }) => metric === "usd_spent");
  if (spent.length === 0) return UNKNOWN;
  const asked = own.filter(({ metric }) => metric === "trials").length;
  const sum = spent.reduce((total, { value, low }) => total + (value ?? low ?? 0), 0);
  const sure = spent.length === asked && spent.every(({ value }) => value !== undefined);
  // As in the rows: that it cost at least nothing is no knowledge.
  if (sum === 0 && !sure) return UNKNOWN;
  return `${sure ? "" : "≥ "}${significant(sum, 3)}`;
}
