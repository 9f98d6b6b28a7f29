import { fixed } from "../format.ts";
import type { Block } from "../model.ts";
import type { Checked, ClaimFacts } from "./facts.ts";
import { type ClaimWording, type MoneyFacts, tally } from "./wording.ts";

/** Verdicts by section. */
export function tallyTable(claims: readonly Checked[], sections: readonly string[], words: ClaimWording): Block {
  const kinds = ["holds", "partly", "arithmetic", "fails", "unverifiable"] as const;
  const { columns } = words;
  return {
    kind: "table",
    columns: [
      { title: columns.section, align: "left" },
      { title: columns.claims, align: "right" },
      ...kinds.map((kind) => ({ title: columns[kind], align: "right" as const })),
    ],
    rows: sections.map((section) => {
      const own = claims.filter(({ claim }) => claim.section === section);
      const counts = tally(own);
      return [words.section(section), String(own.length), ...kinds.map((kind) => String(counts[kind]))];
    }),
  };
}

/** Models whose printed prices all hold, those whose do not, and those that could not be called. */
export function moneyFacts({ claims, prices }: ClaimFacts): MoneyFacts {
  const holds = (target: string): boolean =>
    claims.every(
      ({ claim: { check }, verdict }) => check.kind !== "price" || check.target !== target || verdict.kind === "holds",
    );
  const model = (target: string): string => target.split("/")[1] ?? target;
  const wrong = prices.targets.filter((target) => !holds(target));
  return {
    models: prices.targets.length,
    pricesRight: prices.targets.length - wrong.length,
    wrong: wrong.map(model),
    then: prices.then,
    today: prices.today,
    offThen: prices.targets.filter((target) => !prices.answeringThen.includes(target)).map(model),
    answeringToday: prices.answeringToday.map(model),
  };
}

/** What becomes of the claims of one factor for all, in one sentence. */
export function factorSentence({ claims, instead }: ClaimFacts, words: ClaimWording): Block[] {
  const factors = claims.filter(({ claim }) => claim.check.kind === "ratio" && (claim.claimed?.low ?? 0) >= 1.5);
  const names = new Map(instead.map(({ entry }) => [entry.id, words.tokenizer(entry)]));
  const holding = factors.map(({ claim, verdict }) =>
    verdict.kind === "partly" ? verdict.of : verdict.kind === "holds" ? claim.tokenizers : [],
  );
  const [first] = holding;
  // One sentence for all only where all share one verdict.
  if (first === undefined || holding.some((each) => each.join() !== first.join())) return [];
  const measured = instead.map(({ entry, ratio }) => `${words.tokenizer(entry)} ${fixed(ratio?.value, 2)}`);
  return [
    {
      kind: "text",
      text: words.factors(
        factors.length,
        first.map((id) => names.get(id) ?? id),
        measured,
      ),
    },
  ];
}
