import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import type { Service } from "../../domain/price/model.ts";
import type { Scenario } from "../../domain/scenario.ts";

/** A scenario with its parts in Korean characters. */
export type ScenarioFacts = {
  readonly scenario: Scenario;
  /** What its conditions begin with: its name, and how it was asked for where that is not the usual way. */
  readonly key: string;
  readonly chars: { readonly system: number | undefined; readonly user: number; readonly reply: number };
};

/** What the cost report says beside the figures. */
export type CostFacts = {
  readonly scenarios: readonly ScenarioFacts[];
  readonly book: PriceBook;
  /** The book without rates of one's own: what the article is held against. */
  readonly record: PriceBook;
  readonly day: Day;
  /** The article's prices, where its scenarios are among those here. */
  readonly printed: PriceBook | undefined;
  /** What the article is called, where it is spoken of. */
  readonly article: { readonly title: { readonly en: string; readonly ko: string }; readonly date: Day } | undefined;
  /** How caching was asked for, as it is typed. */
  readonly cache: string;
  readonly service: Service;
  readonly resident: boolean;
  readonly won: {
    readonly low: number;
    readonly high: number;
    readonly assumed: boolean;
    readonly day: Day | undefined;
  };
  /** Active targets that no tokenizer is known for. */
  readonly leftOut: readonly string[];
  /** Targets whose context or answer is too short, by scenario. */
  readonly tooSmall: readonly { readonly scenario: Scenario; readonly targets: readonly string[] }[];
  readonly dataset: { readonly name: string; readonly sha256: string };
  /** Private tokenizers that a vendor's endpoint counted with: on which model, and when. */
  readonly live: readonly { readonly tokenizer: string; readonly model: string; readonly recorded: Day }[];
  readonly run: string;
  readonly command: string;
};
