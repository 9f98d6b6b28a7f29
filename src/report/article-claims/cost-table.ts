import type { Metric } from "../../domain/measurement.ts";
import type { Measured } from "../../measure/verdict.ts";
import { fixed, signed, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Checked } from "./facts.ts";
import type { ClaimWording } from "./wording.ts";

/** Claims of money: as printed, by the text's own rule, as billed, today, with verdict and reason. */
export function costTable(claims: readonly Checked[], words: ClaimWording): Block {
  const { columns } = words;
  const titles = [
    columns.where,
    columns.says,
    columns.computed,
    columns.corrected,
    columns.today,
    columns.verdict,
    columns.why,
  ];
  return {
    kind: "table",
    columns: titles.map((title, i) => ({ title, align: i >= 2 && i <= 4 ? "right" : "left" })),
    rows: claims.map((checked) => {
      const { claim, metric, measured, corrected, verdict } = checked;
      return [
        words.where(claim),
        words.quote(claim),
        measured.length === 0 ? UNKNOWN : measured.map((each) => measuredText(metric, each, words)).join(" · "),
        corrected === undefined ? UNKNOWN : amount(words, metric, corrected),
        todayText(checked, words),
        words.verdict(
          verdict.kind === "partly" ? { ...verdict, of: verdict.of.map((of) => nameOf(of, words)) } : verdict,
        ),
        words.note(checked),
      ];
    }),
  };
}

function measuredText(metric: Metric | undefined, { of, value, low, high }: Measured, words: ClaimWording): string {
  const never = !Number.isFinite(high ?? value);
  const text = never
    ? words.never
    : low === undefined || high === undefined
      ? amount(words, metric, value)
      : rangeOf(words, metric, low, high);
  return of === undefined ? text : `${nameOf(of, words)} ${text}`;
}

/** Targets by their model alone; a case of the break-even by its scenario, a gap by how it is taken. */
function nameOf(of: string, words: ClaimWording): string {
  if (of.includes("/")) return of.split("/")[1] ?? of;
  if (of === "ratio" || of === "difference") return words.gap(of);
  const [scenario = "", ...rest] = of.split(" ");
  return [words.scenario(scenario), ...rest].join(" ");
}

function todayText({ claim, metric, today }: Checked, words: ClaimWording): string {
  if (today?.value === undefined) return UNKNOWN;
  const named = "target" in claim.check ? [claim.check.target] : "targets" in claim.check ? claim.check.targets : [];
  const others = today.targets.filter((target) => !named.includes(target));
  const value = amount(words, metric, today.value);
  return others.length === 0 ? value : `${value} (${others.map((target) => target.split("/")[1]).join(", ")})`;
}

/** A figure in the unit of its metric. */
function amount(words: ClaimWording, metric: Metric | undefined, value: number): string {
  switch (metric) {
    case "usd_per_mtok":
      return `$${fixed(value, value < 0.1 ? 3 : 2)}`;
    case "power_cost":
      return `$${fixed(value, 2)}`;
    case "retried_usd_per_mtok":
    case "usd_per_month":
      // Half a cent is shown: it decides what a printed amount was rounded from.
      return `$${fixed(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 2 : 3)}`;
    case "tokens_per_month":
      return `${fixed(value, Number.isInteger(value) ? 0 : 2)}M`;
    case "cache_rate":
    case "batch_discount":
      return words.percent(fixed(value, 0));
    case "cost_saving":
      return words.percent(fixed(value, 1));
    case "price_gap_change":
      return words.percent(signed(value, 1));
    case "break_even":
      return fixed(value, 1);
    case "price_place":
      return words.place(value);
    default:
      return fixed(value, 0);
  }
}

const rangeOf = (words: ClaimWording, metric: Metric | undefined, low: number, high: number): string =>
  metric === "break_even"
    ? words.months(`${fixed(low, 1)}–${fixed(high, 1)}`)
    : `${amount(words, metric, low)}–${amount(words, metric, high).replace("$", "")}`;
