import type { Metric } from "../../domain/measurement.ts";
import { shareOf } from "../cells.ts";
import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { countsOf, figureOf, policiesOf, policyName } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";
import { dollars, dollarsWithInterval, plainShare, tokens } from "./written.ts";

/** What asking again gets and takes, way by way, over the same first answers. */
export function retryBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const policies = policiesOf(facts);
  if (policies.length < 2) return [];
  return [
    { kind: "heading", text: words.retryHeading },
    { kind: "text", text: words.retryIntro(facts) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, [
        "target",
        "lang",
        "way",
        "answers",
        "finalValid",
        "unresolved",
        "attempts",
        "tokensPer",
        "usdPer",
        "extraTokens",
        "extraUsd",
      ]),
      rows: known(
        facts.targets.flatMap(({ target }) =>
          facts.langs.flatMap((lang) =>
            policies.map((policy) => {
              const of = (metric: Metric) => figureOf(rows, { target, lang, condition: policyName(policy) }, metric);
              return [
                `\`${target}\``,
                words.lang(lang),
                words.way(policy),
                countsOf(of("final_valid")),
                shareOf(of("final_valid"), words),
                plainShare(of("unresolved_share")?.value, words),
                fixed(of("attempts_per_success")?.value, 2),
                tokens(of("tokens_per_success")?.value),
                dollarsWithInterval(of("usd_per_success")),
                tokens(of("extra_tokens")?.value),
                dollars(of("extra_usd")?.value),
              ];
            }),
          ),
        ),
        3,
      ),
    },
  ];
}
