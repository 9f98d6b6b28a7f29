import type { LifecycleState } from "../../domain/price/lifecycle.ts";
import type { ModelClass, Service } from "../../domain/price/model.ts";
import type { CostFacts } from "./facts.ts";

type Both = { readonly en: string; readonly ko: string };

export type CostColumn =
  | "target"
  | "input"
  | "output"
  | "usd"
  | "krw"
  | "rank"
  | "evidence"
  | "note"
  | "off"
  | "turns"
  | "all"
  | "printed"
  | "record"
  | "then"
  | "today"
  | "heir"
  | "vendor"
  | "price"
  | "since"
  | "sources"
  | "checked"
  | "day"
  | "change";

/** The cheapest target of a scenario: of those that are counted exactly and last, and what may be cheaper. */
export type Cheapest = {
  readonly title: Both;
  /** Those of the same least cost. */
  readonly targets: readonly string[];
  /** A figure, or a range where its tokens are one. */
  readonly usd: string;
  readonly exact: boolean;
  /** True where a vendor counted for some target of the scenario. */
  readonly live: boolean;
  /** False where every priced target has a known end. */
  readonly lasting: boolean;
  readonly maybe: readonly string[];
};

/** Every word of the cost report. */
export type CostWording = {
  readonly locale: "en" | "ko";
  readonly pick: (both: Both) => string;
  readonly title: string;
  readonly headline: (day: string, cheapest: readonly Cheapest[]) => string;
  readonly maybe: (cheapest: readonly Cheapest[]) => string | undefined;
  readonly asked: (cache: string, service: Service, resident: boolean, uncached: readonly Both[]) => string | undefined;
  readonly tooSmall: (title: Both, targets: readonly string[]) => string;
  readonly exactShare: (parts: { exact: number; live: number; all: number; checked: string }) => string;
  readonly summaryHeading: string;
  readonly summaryIntro: string;
  readonly notCounted: string;
  readonly history: (parts: { scenario: Both; times: string; target: string; printed: string; sent: string }) => string;
  readonly article: (title: Both, date: string) => string;
  readonly articleHeading: string;
  readonly articleIntro: (
    then: string,
    day: string,
    offThen: number,
    answering: readonly string[],
    of: number,
  ) => string;
  readonly againstHeading: string;
  readonly againstIntro: string;
  readonly state: (state: LifecycleState, ends: string | undefined) => string;
  readonly unchanged: string;
  readonly answered: string;
  readonly content: (parts: {
    perDay: string;
    unit: string;
    days: number;
    turns: number;
    system: string | undefined;
    user: string;
    reply: string;
    resent: boolean;
  }) => string;
  readonly basis: (text: string) => string;
  readonly printedLeavesOut: (what: readonly string[]) => string;
  readonly leavesOut: (what: readonly string[]) => string;
  readonly allTargets: (count: number) => string;
  readonly chartTitle: (title: string) => string;
  readonly chartAxis: string;
  readonly chartExact: string;
  readonly chartAssumed: string;
  readonly chartAlt: (title: string) => string;
  readonly variantsHeading: string;
  readonly cachingIntro: (title: string, reason: string) => string;
  readonly batchIntro: (titles: readonly string[]) => string;
  readonly classesHeading: string;
  readonly classesIntro: (days: readonly string[]) => string;
  readonly className: (name: ModelClass) => string;
  readonly aheadHeading: string;
  readonly aheadIntro: (day: string) => string;
  readonly priceFrom: (price: string) => string;
  readonly ends: (heir: string | undefined) => string;
  readonly answeredBy: (heir: string) => string;
  readonly pricesHeading: string;
  readonly pricesIntro: (book: string, day: string) => string;
  readonly allPrices: (count: number) => string;
  readonly perCharsHeading: string;
  readonly perCharsIntro: string;
  readonly until: (day: string) => string;
  readonly handedOn: (day: string, heir: string) => string;
  readonly mayEnd: (day: string) => string;
  readonly superseded: string;
  readonly thirdParty: string;
  readonly soon: string;
  readonly chartNote: (day: string) => string;
  readonly perMillion: (side: "input" | "output") => string;
  readonly evidence: Readonly<Record<"exact" | "live" | "assumed", string>>;
  readonly methodHeading: string;
  readonly method: (parts: {
    dataset: string;
    sha256: string;
    book: string;
    day: string;
    won: string;
    wonGiven: string | undefined;
    checked: string;
    leftOut: readonly string[];
    live: CostFacts["live"];
    run: string;
    command: string;
  }) => readonly string[];
  readonly wrote: (count: number, folder: string) => string;
  readonly next: string;
  readonly columns: Readonly<Record<CostColumn, string>>;
};
