import type { Check } from "../../domain/claim.ts";
import type { Measured, Verdict } from "../../measure/verdict.ts";
import { fixed, UNKNOWN } from "../format.ts";
import type { Block, ReportModel } from "../model.ts";
import { costTable } from "./cost-table.ts";
import type { Checked, ClaimFacts, Instead } from "./facts.ts";
import { factorSentence, moneyFacts, tallyTable } from "./overview.ts";
import type { ClaimWording } from "./wording.ts";

/** The article-claims report in one language: the tally, what to use instead, then every claim by section. */
export function claimsReport(facts: ClaimFacts, words: ClaimWording): ReportModel {
  const sections = [...new Set(facts.claims.map(({ claim }) => claim.section))];
  return {
    title: words.title,
    blocks: [
      { kind: "headline", text: words.headline(facts.claims) },
      ...factorSentence(facts, words),
      { kind: "text", text: words.money(moneyFacts(facts)) },
      { kind: "text", text: words.about(words.articleTitle(facts.list), facts.list.date) },
      { kind: "heading", text: words.sectionsHeading },
      tallyTable(facts.claims, sections, words),
      { kind: "heading", text: words.mendHeading },
      { kind: "text", text: words.mendIntro },
      costTable(
        facts.claims.filter(({ ofCost, verdict }) => ofCost && MEND.includes(verdict.kind)),
        words,
      ),
      { kind: "heading", text: words.insteadHeading },
      { kind: "text", text: words.insteadIntro },
      insteadTable(facts.instead, words),
      { kind: "text", text: words.rule },
      ...sections.flatMap((section): Block[] => [
        { kind: "heading", text: words.section(section) },
        ...sectionBlocks(
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

/** Verdicts after which a figure of money has to be mended. */
const MEND: readonly Verdict["kind"][] = ["fails", "partly", "arithmetic"];

/** Rows above which a section is folded. */
const FOLD = 16;

/** A section's claims: those on tokens and those of money have tables of their own; premises stand with the latter. */
function sectionBlocks(claims: readonly Checked[], words: ClaimWording): Block[] {
  const ofCost = claims.some((checked) => checked.ofCost);
  const onText = claims.filter((checked) => !checked.ofCost && (!ofCost || checked.measured.length > 0));
  const rest = claims.filter((checked) => !onText.includes(checked));
  const blocks = [
    ...(onText.length === 0 ? [] : [claimTable(onText, words)]),
    ...(rest.length === 0 ? [] : [costTable(rest, words)]),
  ];
  if (claims.length <= FOLD) return blocks;
  return [{ kind: "details", summary: words.rowsOf(claims.length), blocks }];
}

function unitOf(check: Check, words: ClaimWording): string {
  if (check.kind === "latency") return words.unit(check.what);
  const { kind } = check;
  return kind === "retry_rate" ||
    kind === "text_saving" ||
    kind === "text_bytes" ||
    kind === "against" ||
    kind === "against_least"
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
    rows: claims.map(({ claim, measured, unmeasured, verdict }) => [
      words.where(claim),
      words.quote(claim),
      measured.length === 0
        ? UNKNOWN
        : measured.map((each) => measuredText(named(each, words), unitOf(claim.check, words))).join(" · "),
      words.verdict(
        verdict.kind === "partly" ? { ...verdict, of: verdict.of.map((of) => nameOf(of, words)) } : verdict,
      ),
      words.note({ claim, unmeasured }),
    ]),
  };
}

/** A language by its name; a tokenizer keeps its own. */
const nameOf = (of: string, words: ClaimWording): string => (of === "ko" || of === "en" ? words.lang(of) : of);

const named = (measured: Measured, words: ClaimWording): Measured =>
  measured.of === undefined ? measured : { ...measured, of: nameOf(measured.of, words) };

/** `o200k_base 1.19 [1.18–1.20]`; counts stay whole. */
function measuredText({ of, value, low, high }: Measured, unit: string): string {
  const count = Number.isInteger(value) && low === undefined;
  const figure = (count ? fixed(value, 0) : withInterval(value, low, high)) + unit;
  return of === undefined ? figure : `${of} ${figure}`;
}

function withInterval(value: number, low: number | undefined, high: number | undefined): string {
  const digits = Math.abs(value) >= 10 ? 0 : 2;
  const interval = low === undefined || high === undefined ? "" : ` [${fixed(low, digits)}–${fixed(high, digits)}]`;
  return fixed(value, digits) + interval;
}
