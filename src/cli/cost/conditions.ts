import { UserError } from "../../domain/error.ts";
import { modeText } from "./caching-mode.ts";
import type { CostFlags } from "./flags.ts";

/** How the months were asked for, where it is not the usual way: it stands in every condition. */
export const conditionsOf = ({ cache, service, residency }: CostFlags): string[] => [
  ...(cache === "off" ? [] : [`cache=${modeText(cache)}`]),
  ...(service === "standard" ? [] : [service]),
  ...(residency === true ? ["residency"] : []),
];

/** Why no month could be priced at all. */
export function nothingPriced(
  flags: CostFlags,
  book: string,
  day: string,
  scenario: string,
  tooSmall: readonly string[],
): UserError {
  if (tooSmall.length > 0) {
    return new UserError("price", `The calls of ${scenario} are too long for every target that was asked for.`, {
      details: [`beyond the context or the longest answer of ${tooSmall.slice(0, 8).join(", ")}`],
      fix: "Make the texts shorter, or the conversation.",
    });
  }
  const asked = conditionsOf(flags).join(" and ");
  return new UserError(
    "price",
    `No target of the price book ${book} that answers on ${day} can be priced${asked === "" ? "" : ` with ${asked}`}.`,
    { fix: "Choose other targets or another day; give a target of your own its tokenizer in --price." },
  );
}
