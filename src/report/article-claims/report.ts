import type { Check } from "../../domain/claim.ts";
import type { Measured } from "../../measure/verdict.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Block, ReportModel } from "../model.ts";
import type { Checked, ClaimFacts, Instead } from "./facts.ts";
import type { ClaimWording } from "./wording.ts";

/** The article-claims report in one language: the tally, what to use instead, then every claim by section. */
export function claimsReport(facts: ClaimFacts, words: ClaimWording): ReportModel {
  const sections = [...new Set(facts.claims.map(({ claim }) => claim.section))];
  return {
    title: words.title,
    blocks: [
      { kind: "headline", text: words.headline(facts.claims) },
      ...factorSentence(facts, words),
      { kind: "text", text: words.about(words.articleTitle(facts.list), facts.list.date) },
      { kind: "heading", text: words.insteadHeading },
      { kind: "text", text: words.insteadIntro },
      insteadTable(facts.instead, words),
      { kind: "text", text: words.rule },
      ...sections.flatMap((section): Block[] => [
        { kind: "heading", text: words.section(section) },
        claimTable(
          facts.claims.filter(({ claim }) => claim.section === section),
          words,
        ),
      ]),
      { kind: "heading", text: words.methodHeading },
      {
        kind: "list",
        items: words.method({
          dataset: facts.dataset.name,
          sha256: facts.dataset.sha256.slice(0, 16),
          run: facts.run,
          command: `npm run eval -- --suite ${facts.suite}`,
        }),
      },
    ],
  };
}

/** What becomes of the claims of one factor for all, in one sentence. */
function factorSentence({ claims, instead }: ClaimFacts, words: ClaimWording): Block[] {
  const factors = claims.filter(({ claim }) => claim.check.kind === "ratio" && (claim.claimed?.low ?? 0) >= 1.5);
  const names = new Map(instead.map(({ entry }) => [entry.id, words.tokenizer(entry)]));
  const holding = factors.map(({ claim, verdict }) =>
    verdict.kind === "partly" ? verdict.tokenizers : verdict.kind === "holds" ? claim.tokenizers : [],
  );
  const [first] = holding;
  // One sentence for all only where all share one verdict.
  if (first === undefined || holding.some((each) => each.join() !== first.join())) return [];
  const measured = instead.map(({ entry, ratio }) => `${entry.id} ${fixed(ratio?.value, 2)}`);
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

function unitOf(kind: Check["kind"], words: ClaimWording): string {
  return kind === "text_saving" || kind === "text_bytes" || kind === "against" || kind === "against_least"
    ? words.unit(kind)
    : "";
}

function insteadTable(instead: readonly Instead[], words: ClaimWording): Block {
  const { columns } = words;
  return {
    kind: "table",
    columns: [
      { title: columns.tokenizer, align: "left" },
      { title: columns.perChar, align: "right" },
      { title: columns.span, align: "right" },
      { title: columns.ratio, align: "right" },
      { title: columns.span, align: "right" },
    ],
    rows: instead.map(({ entry, ratio, lowest, highest, perChar, perCharLowest, perCharHighest }) => [
      words.tokenizer(entry),
      fixed(perChar?.value, 2),
      `${fixed(perCharLowest, 2)}–${fixed(perCharHighest, 2)}`,
      ratio === undefined ? UNKNOWN : withInterval(ratio.value, ratio.interval?.low, ratio.interval?.high),
      `${fixed(lowest, 2)}–${fixed(highest, 2)}`,
    ]),
  };
}

function claimTable(claims: readonly Checked[], words: ClaimWording): Block {
  const { columns } = words;
  return {
    kind: "table",
    columns: [columns.where, columns.says, columns.measured, columns.verdict, columns.why].map((title) => ({
      title,
      align: "left",
    })),
    rows: claims.map(({ claim, measured, verdict }) => [
      words.where(claim),
      words.quote(claim),
      measured.length === 0
        ? UNKNOWN
        : measured.map((each) => measuredText(each, unitOf(claim.check.kind, words))).join(" · "),
      words.verdict(verdict),
      words.note(claim),
    ]),
  };
}

/** `o200k_base 1.19 [1.18–1.20]`; whole numbers stay whole. */
function measuredText({ tokenizer, value, low, high }: Measured, unit: string): string {
  const figure = (Number.isInteger(value) ? fixed(value, 0) : withInterval(value, low, high)) + unit;
  return tokenizer === undefined ? figure : `${tokenizer} ${figure}`;
}

function withInterval(value: number, low: number | undefined, high: number | undefined): string {
  const digits = Math.abs(value) >= 10 ? 0 : 2;
  const interval = low === undefined || high === undefined ? "" : ` [${fixed(low, digits)}–${fixed(high, digits)}]`;
  return fixed(value, digits) + interval;
}
