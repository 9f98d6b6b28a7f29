import { fixed, significant } from "../../report/format.ts";
import { type Effects, say } from "../effects.ts";
import { table } from "../table.ts";
import type { FirstLiveFlags } from "./flags.ts";
import type { FirstLivePlan } from "./plan.ts";
import type { Step } from "./steps.ts";

const WHAT: Readonly<Record<Step["what"], string>> = {
  count: "token counts of a tokenizer that is not public",
  smoke: "does it answer, in Korean and in English",
};

/** The plan and its price, before anything is asked. */
export function showPlan(plan: FirstLivePlan, { budgetUsd }: FirstLiveFlags, { stdout }: Effects): void {
  const rows = (steps: readonly Step[]): string[][] =>
    steps.map(({ what, target, calls, usd }) => [
      target,
      WHAT[what],
      fixed(calls, 0),
      what === "count" ? charge(target) : money(usd),
    ]);
  if (plan.taken.length > 0) {
    say(stdout, table(["Target", "To find out", "Requests", "At most, $"], rows(plan.taken), ALIGN));
    say(stdout, `\nAt most $${money(plan.usd)} of the budget of $${budgetUsd}, at the prices of ${plan.book.name}.`);
  }
  for (const { target, usd } of plan.left) {
    say(stdout, `Left out, above the budget: ${target}, at most $${money(usd)}.`);
  }
  if (plan.recorded.length > 0) say(stdout, `Recorded live already: ${plan.recorded.join(", ")}.`);
  if (plan.without.length > 0) say(stdout, `No key: ${plan.without.join(", ")}; those vendors are not asked.`);
  if (plan.taken.length === 0) say(stdout, "Nothing to ask.");
}

/** As the vendors' pages say: OpenAI's names no charge for its count endpoint, and does not call it free either. */
const charge = (target: string): string => (target.startsWith("openai/") ? "no charge named" : "free");

const ALIGN = ["left", "left", "right", "right"] as const;
const money = (usd: number): string => significant(usd, 2);
