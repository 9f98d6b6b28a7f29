import type { FaultKind } from "../../domain/grade.ts";
import type { Lang } from "../../domain/prompt.ts";
import type { Task } from "../../domain/task.ts";
import type { DifferenceVerdict } from "../../measure/validity/verdict.ts";
import type { ValidityColumn } from "./columns.ts";
import type { PublishedRetries, ValidityFacts } from "./facts.ts";
import type { Judged, Policy } from "./lines.ts";
import type { TargetSummary } from "./summary.ts";

/** Names of what is asked, done and found, as tables and pictures have them. */
export type ValidityTerms = {
  readonly lang: (lang: Lang) => string;
  readonly condition: (name: string) => string;
  readonly conditionMeans: (name: string) => string;
  readonly way: (policy: Policy) => string;
  readonly level: (level: Task["level"]) => string;
  readonly fault: (fault: FaultKind) => string;
  /** In one short sentence. */
  readonly faultMeans: (fault: FaultKind) => string;
  readonly percent: (text: string) => string;
  /** A range of signed figures. */
  readonly between: (low: string, high: string) => string;
  /** As it follows a difference, with the p of McNemar's test where it decided. */
  readonly judged: (verdict: DifferenceVerdict, p: string | undefined) => string;
};

/** How it was asked and graded, and where the figures are from. */
export type ValidityMethod = {
  readonly methodHeading: string;
  readonly method: (facts: ValidityFacts) => readonly string[];
  readonly conditionsIntro: string;
  readonly gradingIntro: string;
  readonly grading: readonly string[];
  readonly definitionsSummary: string;
  readonly notesHeading: string;
  readonly notes: (facts: ValidityFacts) => readonly string[];
};

/** Every word of the report on valid JSON. */
export type ValidityWording = ValidityTerms &
  ValidityMethod & {
    readonly locale: "en" | "ko";
    /** With the banner in it. */
    readonly title: (facts: ValidityFacts) => string;
    /** What stands over the whole report and what stands over every table: how far the figures can be trusted. */
    readonly banner: (facts: ValidityFacts) => string;
    readonly tableBanner: (facts: ValidityFacts) => string;
    /** Who answered. */
    readonly overview: (facts: ValidityFacts) => string;
    /** The figures that matter, a sentence each; ways and costs are of the language. */
    readonly summary: (
      facts: ValidityFacts,
      of: { readonly targets: readonly TargetSummary[]; readonly lang: Lang | undefined },
    ) => readonly string[];
    /** Targets that were asked and gave no answer at all, and those that were not asked. */
    readonly silent: (targets: readonly string[]) => string;
    readonly unasked: (targets: readonly string[]) => string;

    readonly tryHeading: string;
    readonly tryIntro: string;
    readonly differenceHeading: string;
    readonly differenceIntro: (judged: Judged) => string;
    readonly oneLanguage: (lang: Lang) => string;
    readonly atFirst: string;
    readonly inTheEnd: (way: string) => string;
    readonly effectHeading: string;
    readonly effectIntro: (judged: Judged) => string;
    readonly ladderHeading: string;
    readonly ladderIntro: string;

    readonly faultsHeading: string;
    readonly faultsIntro: (facts: ValidityFacts) => string;
    readonly noFaults: string;
    readonly firstAnswers: string;
    readonly faultsByCondition: string;
    readonly examplesSummary: string;
    readonly examplesIntro: string;
    /** Instead of a text that is empty. */
    readonly emptyText: string;

    readonly retryHeading: string;
    readonly retryIntro: (facts: ValidityFacts) => string;
    readonly articleHeading: string;
    readonly articleIntro: (published: PublishedRetries) => string;
    /** The error of the formula, in %, if failures were independent and alike. */
    readonly independent: (error: string) => string;
    readonly articleMeasured: (facts: ValidityFacts) => string;
    readonly articleReading: string;
    readonly taskHeading: string;
    readonly taskIntro: (few: boolean) => string;
    readonly troubleHeading: string;
    readonly troubleIntro: string;
    readonly charts: ValidityChartWording;
    readonly columns: Readonly<Record<ValidityColumn, string>>;
  };

/** The words of the pictures. */
export type ValidityChartWording = {
  /** With the grade in it: a picture may stand alone. */
  readonly validTitle: (facts: ValidityFacts) => string;
  readonly validAlt: string;
  readonly validAxis: string;
  readonly interval: string;
  readonly noInterval: string;
  readonly faultsTitle: (facts: ValidityFacts) => string;
  readonly faultsAlt: string;
  readonly faultsAxis: string;
  readonly faultsNote: string;
  /** Where the figures come from, in a few words. */
  readonly note: (facts: ValidityFacts) => string;
  /** Targets that gave no answer. */
  readonly without: (targets: readonly string[]) => string;
  /** A mode in a language. */
  readonly row: (mode: string, lang: string) => string;
};
