import { fixed, signed, significant, UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { PublishedRetries, ValidityFacts } from "./facts.ts";
import { known } from "./known.ts";
import { figureOf, policiesOf, policyName } from "./lines.ts";
import { stamp } from "./stamp.ts";
import type { ValidityWording } from "./wording.ts";
import { dollars, plainShare } from "./written.ts";

/** The article's formula of retries: its examples, and beside what successes did cost. */
export function articleBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const { published } = facts;
  if (published === undefined) return [];
  return [
    { kind: "heading", text: words.articleHeading },
    { kind: "text", text: words.articleIntro(published) },
    publishedTable(published, words),
    ...measuredBlocks(rows, facts, words),
  ];
}

const publishedTable = ({ rows }: PublishedRetries, words: ValidityWording): Block => ({
  kind: "table",
  columns: columns(words, ["example", "target", "formula"]),
  rows: rows.map(({ title, target, price, rate, effective }) => [
    title,
    `\`${target}\``,
    `$${cents(price)} × (1 + ${fixed(rate, 2)}) = $${cents(effective)} (${words.independent(errorOf(rate, 2))})`,
  ]),
});

function measuredBlocks(rows: Rows, facts: ValidityFacts, words: ValidityWording): Block[] {
  const policies = policiesOf(facts);
  if (policies.length === 0) return [];
  return [
    { kind: "text", text: words.articleMeasured(facts) },
    ...stamp(facts, words),
    {
      kind: "table",
      columns: columns(words, ["target", "lang", "way", "retryShare", "independent", "article", "usdPer", "error"]),
      rows: known(
        facts.targets.flatMap(({ target }) =>
          facts.langs.flatMap((lang) =>
            policies.map((policy) => {
              const place = { target, lang, condition: policyName(policy) };
              const valid = figureOf(rows, { ...place, condition: policyName("none") }, "first_try_valid")?.value;
              const failed = valid === undefined ? undefined : 1 - valid;
              const error = figureOf(rows, place, "article_error")?.value;
              return [
                `\`${target}\``,
                words.lang(lang),
                words.way(policy),
                plainShare(failed, words),
                failed === undefined ? UNKNOWN : words.percent(errorOf(failed, 1)),
                dollars(figureOf(rows, place, "article_usd_per_success")?.value),
                dollars(figureOf(rows, place, "usd_per_success")?.value),
                error === undefined ? UNKNOWN : words.percent(signed(error, 1)),
              ];
            }),
          ),
        ),
        5,
      ),
    },
    { kind: "text", text: words.articleReading },
  ];
}

/** The error of the formula, −f², if failures were independent and alike: in %. */
const errorOf = (failed: number, digits: number): string => signed(-(failed * failed) * 100, digits);

/** Prices as the article prints them: cents, and more where there are any. */
const cents = (value: number): string =>
  Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? fixed(value, 2) : significant(value, 3);
