import type { Claim, ClaimList } from "../../domain/claim.ts";
import type { TokenizerEntry } from "../../domain/tokenizer.ts";
import type { Verdict } from "../../measure/verdict.ts";
import type { Checked, Unmeasured } from "./facts.ts";

/** Figures of the sentence on money. */
export type MoneyFacts = {
  readonly models: number;
  readonly pricesRight: number;
  readonly wrong: readonly string[];
  readonly then: string;
  readonly today: string;
  readonly offThen: readonly string[];
  readonly answeringToday: readonly string[];
};

/** How a gap between two prices is taken. */
export type Gap = "ratio" | "difference";

/** Every word of the article-claims report. */
export type ClaimWording = {
  readonly title: string;
  readonly headline: (claims: readonly Checked[]) => string;
  readonly articleTitle: (list: ClaimList) => string;
  /** What becomes of the claims of a factor between 1.5 and 2, where all share one verdict. */
  readonly factors: (count: number, holdsFor: readonly string[], measured: readonly string[]) => string;
  readonly unit: (
    kind: "text_saving" | "text_bytes" | "against" | "against_least" | "ttft_s" | "tokens_per_s" | "retry_rate",
  ) => string;
  readonly rule: string;
  readonly about: (title: string, date: string) => string;
  readonly insteadHeading: string;
  readonly insteadIntro: string;
  readonly section: (id: string) => string;
  readonly sectionsHeading: string;
  /** What the section of money says in short. */
  readonly money: (prices: MoneyFacts) => string;
  readonly mendHeading: string;
  readonly mendIntro: string;
  readonly rowsOf: (count: number) => string;
  readonly never: string;
  readonly percent: (text: string) => string;
  readonly place: (place: number) => string;
  readonly months: (text: string) => string;
  readonly scenario: (name: string) => string;
  /** A gap between two prices, by how it is taken. */
  readonly gap: (taken: Gap) => string;
  readonly verdict: (verdict: Verdict) => string;
  readonly tokenizer: (entry: TokenizerEntry) => string;
  readonly where: (claim: Claim) => string;
  readonly quote: (claim: Claim) => string;
  readonly lang: (lang: "ko" | "en") => string;
  /** Why the verdict is what it is; of what was not measured also why not. */
  readonly note: (checked: Pick<Checked, "claim" | "unmeasured">) => string;
  readonly unmeasured: (why: Unmeasured) => string;
  readonly methodHeading: string;
  readonly method: (parts: { dataset: string; sha256: string; run: string; command: string }) => readonly string[];
  readonly wrote: (count: number, folder: string) => string;
  readonly columns: Readonly<
    Record<
      | "where"
      | "says"
      | "measured"
      | "computed"
      | "corrected"
      | "today"
      | "verdict"
      | "why"
      | "tokenizer"
      | "ratio"
      | "span"
      | "perChar"
      | "section"
      | "claims"
      | "holds"
      | "partly"
      | "arithmetic"
      | "fails"
      | "unverifiable",
      string
    >
  >;
};

/** Verdicts by kind, counted. */
export function tally(claims: readonly Checked[]): Record<Verdict["kind"], number> {
  const counts = { holds: 0, partly: 0, arithmetic: 0, fails: 0, unverifiable: 0 };
  for (const { verdict } of claims) counts[verdict.kind]++;
  return counts;
}

/** A note, and why nothing was measured after it. */
export const joined = (
  note: string,
  unmeasured: Unmeasured | undefined,
  words: Pick<ClaimWording, "unmeasured">,
): string => (unmeasured === undefined ? note : `${note} ${words.unmeasured(unmeasured)}`);

/** The command that asks a target for a suite and keeps its answers. */
export const asking = ({ suite, target }: Pick<Extract<Unmeasured, { kind: "answers" }>, "suite" | "target">): string =>
  `npm run eval -- --suite ${suite} --mode record --target ${target}`;
