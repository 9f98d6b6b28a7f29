import type { MetricTable } from "./table.ts";

/** Of prices, bills and months of traffic. */
export const MONEY_METRICS = {
  context_tokens: { unit: "tokens", formula: "longest prompt that the model takes, as the price book has it" },
  cache_rate: { unit: "%", formula: "price of cached tokens ÷ input price × 100, or its difference from 100" },
  cache_minimum: { unit: "tokens", formula: "shortest prefix that is cached" },
  batch_discount: { unit: "%", formula: "(1 − batch price ÷ standard price) × 100" },
  cost_saving: { unit: "%", formula: "(1 − cost of the split ÷ cost of one target for all) × 100" },
  break_even: {
    unit: "months",
    formula: "price of a card ÷ (API calls saved a month − power a month), lowest to highest",
  },
  power_cost: { unit: "usd/month", formula: "watts ÷ 1,000 × 720 hours × tariff" },
  price_place: { unit: "rank", formula: "1 + number of the named targets with a lower price" },
  retried_usd_per_mtok: {
    unit: "usd/1M tokens",
    formula:
      "price × (1 + retry rate), as the article has it; corrected: price ÷ (1 − retry rate), what a success costs where attempts fail alike and independently and are repeated until one succeeds",
  },
  price_gap_change: {
    unit: "%",
    formula: "(gap between two prices × (1 + retry rate) ÷ gap between the prices − 1) × 100: ratio, or difference",
  },
  tokens_per_month: {
    unit: "tokens/month",
    formula: "tokens of every call of a conversation, summed, × conversations a month",
  },
  usd_per_month: {
    unit: "usd/month",
    formula: "Σ over calls of Σ over buckets of tokens × rate ÷ 1,000,000, × conversations a month",
  },
  krw_per_month: { unit: "krw/month", formula: "usd_per_month × won per dollar" },
  month_rank: {
    unit: "rank",
    formula: "1 + number of targets whose month is surely (low) or possibly (high) cheaper",
  },
  usd_per_mtok: { unit: "usd/1M tokens", formula: "price of the book on the price date" },
  usd_per_1k_ko_chars: {
    unit: "usd/1k chars",
    formula: "tokens per Korean character × 1,000 × price per 1M tokens ÷ 1,000,000",
  },
  krw_per_1k_ko_chars: { unit: "krw/1k chars", formula: "usd_per_1k_ko_chars × won per dollar" },
  price_rank: { unit: "rank", formula: "1 + number of targets with a lower price per token (input + output)" },
  cost_rank: {
    unit: "rank",
    formula:
      "1 + number of targets that are surely (low) or possibly (high) cheaper for 1,000 Korean characters in and 1,000 out",
  },
} as const satisfies MetricTable;
