import { UserError } from "../../domain/error.ts";
import { didYouMean } from "../../domain/suggest.ts";
import { type Mix, toMix } from "../../measure/mix.ts";

/** `support=0.7,legal=0.3` as shares that sum to 1; domains left out do not count. */
export function parseMix(text: string, domains: readonly string[]): Mix {
  const weights = text.split(",").map((part): [string, number] => {
    const [name = "", weight = "", ...rest] = part.split("=").map((side) => side.trim());
    if (name === "" || weight === "" || rest.length > 0 || !(Number(weight) > 0)) {
      throw new UserError("usage", `"${part.trim()}" in --mix is not domain=weight with a weight above 0.`, {
        fix: "Write it as in --mix support=0.7,legal=0.3; weights are scaled to sum to 1.",
      });
    }
    if (!domains.includes(name)) {
      const meant = didYouMean(name, domains);
      throw new UserError(
        "usage",
        `--mix names "${name}", which the dataset does not have.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        {
          fix: `Its domains: ${domains.join(", ")}.`,
        },
      );
    }
    return [name, Number(weight)];
  });
  const twice = weights.find(([name], i) => weights.findIndex(([other]) => other === name) !== i);
  const mix = twice === undefined ? toMix(weights) : undefined;
  if (mix === undefined) {
    throw new UserError(
      "usage",
      twice === undefined ? `--mix "${text}" gives no weights.` : `--mix names "${twice[0]}" twice.`,
      {
        fix: "Give each domain once, with a finite weight above 0.",
      },
    );
  }
  return mix;
}
