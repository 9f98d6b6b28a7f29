import { fixed, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { crossedOf, differenceOf, figureOf, judgedOf, type Place, policiesOf, policyName } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";
import { judgedPoints, twoWithInterval } from "./written.ts";

/** Korean − English on the same items, at first try by mode and in the end by way of asking again. */
export function differenceBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const heading: Block = { kind: "heading", text: words.differenceHeading };
  const [lang] = facts.langs;
  if (facts.langs.length < 2) {
    return lang === undefined ? [] : [heading, { kind: "text", text: words.oneLanguage(lang) }];
  }
  const lines = facts.targets.flatMap(({ target }) => linesOf(target, facts, words));
  const judged = judgedOf(lines.map(({ place, metric }) => differenceOf(rows, place, metric)));
  return [
    heading,
    { kind: "text", text: words.differenceIntro(judged) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "mode", "valid", "items", "difference", "detectable", "usdRatio"]),
      rows: known(
        lines.map(({ place, metric, mode, valid }) => {
          const difference = differenceOf(rows, place, metric);
          const detectable = figureOf(rows, place, "detectable_difference")?.value;
          return [
            `\`${place.target}\``,
            mode,
            valid,
            fixed(difference.row?.clusters, 0),
            judgedPoints(difference, words),
            detectable === undefined ? UNKNOWN : fixed(detectable * 100, 1),
            twoWithInterval(figureOf(rows, place, "usd_per_success_ratio")),
          ];
        }),
        3,
      ),
    },
  ];
}

type DifferenceLine = {
  readonly place: Place;
  readonly metric: "first_try_valid" | "final_valid";
  readonly mode: string;
  readonly valid: string;
};

function linesOf(target: string, facts: ValidityFacts, words: ValidityWording): DifferenceLine[] {
  const first = crossedOf(facts).map(
    ({ name }): DifferenceLine => ({
      place: { target, lang: "ko-en", condition: name },
      metric: "first_try_valid",
      mode: words.condition(name),
      valid: words.atFirst,
    }),
  );
  const final = policiesOf(facts)
    .filter((policy) => policy !== "none")
    .map(
      (policy): DifferenceLine => ({
        place: { target, lang: "ko-en", condition: policyName(policy) },
        metric: "final_valid",
        mode: words.condition("prompt"),
        valid: words.inTheEnd(words.way(policy)),
      }),
    );
  return [...first, ...final];
}
