import type { PricedModel } from "../../domain/price/model.ts";
import { figureOrRange, perMillionUsd, perMillionWon, rank, two } from "../cells.ts";
import { UNKNOWN } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import { columns } from "./columns.ts";
import type { Facts } from "./facts.ts";
import { anyLive, endingTargets, gradeOfTarget, type TargetCost, targetCosts } from "./target-costs.ts";
import type { Wording } from "./wording.ts";

/** How many targets the first cost table shows. */
const SHOWN = 12;

/** What Korean text costs: the cheapest lasting targets, what the order by price per token gets wrong, then all. */
export function costBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const costs = targetCosts(rows, facts);
  if (costs.length === 0) {
    return [
      { kind: "heading", text: words.costHeading },
      { kind: "text", text: words.noTargets(facts.book.name, facts.day) },
    ];
  }
  const ending = endingTargets(facts);
  const lasting = costs.filter(({ target }) => !ending.has(target));
  const first = (lasting.length > 0 ? lasting : costs).slice(0, SHOWN);
  return [
    { kind: "heading", text: words.costHeading },
    {
      kind: "text",
      text: words.costIntro({ book: facts.book.name, day: facts.day, won: wonText(facts), live: anyLive(costs) }),
    },
    costTable(first, rows, facts, words),
    { kind: "text", text: words.moves(moves(costs)) },
    { kind: "chart", file: `charts/cost${words.locale === "ko" ? ".ko" : ""}.svg`, alt: words.costAlt },
    { kind: "details", summary: words.allTargets(costs.length), blocks: [costTable(costs, rows, facts, words)] },
  ];
}

const wonText = ({ won: { low, high } }: Facts): string => (low === high ? rank(low) : `${rank(low)}–${rank(high)}`);

function costTable(costs: readonly TargetCost[], rows: Rows, facts: Facts, words: Wording): Block {
  const models = new Map(facts.book.models.map((model) => [model.target, model]));
  return {
    kind: "table",
    columns: columns(words, [
      "target",
      "tokensPerChar",
      "usdIn",
      "usdOut",
      "krwIn",
      "krwOut",
      "costRank",
      "priceRank",
      "evidence",
      "note",
    ]),
    rows: costs.map((cost) => [
      `\`${cost.target}\``,
      tokensPerChar(cost.usd.input?.tokenizer, rows, facts),
      figureOrRange(cost.usd.input, perMillionUsd),
      figureOrRange(cost.usd.output, perMillionUsd),
      figureOrRange(cost.krw.input, perMillionWon),
      figureOrRange(cost.krw.output, perMillionWon),
      figureOrRange(cost.costRank, rank),
      figureOrRange(cost.priceRank, rank),
      words.evidence[gradeOfTarget(cost)],
      noteOf(models.get(cost.target), facts.day, words),
    ]),
  };
}

function tokensPerChar(tokenizer: string | undefined, rows: Rows, facts: Facts): string {
  const measured = rows.find({ metric: "tokens_per_char", tokenizer, domain: "all", lang: "ko" });
  if (measured !== undefined) return two(measured.value);
  const range = facts.unknown.find(({ entry }) => entry.id === tokenizer)?.range;
  return range === undefined ? UNKNOWN : `${two(range.low)}–${two(range.high)}`;
}

function noteOf(model: PricedModel | undefined, day: string, words: Wording): string {
  const notes: string[] = [];
  const ends = model?.lifecycle.ends;
  if (ends !== undefined) notes.push(words.until(ends));
  const next = model?.periods.find(({ from }) => from !== undefined && from > day);
  if (next?.from !== undefined) notes.push(words.priceFrom(next.from, next.input, next.output));
  return notes.join("; ");
}

/** Targets whose place by price per token lies outside what their Korean cost allows, and how many are undecided. */
function moves(costs: readonly TargetCost[]): Parameters<Wording["moves"]>[0] {
  const sure: { target: string; price: string; cost: string }[] = [];
  let open = 0;
  for (const { target, costRank, priceRank } of costs) {
    const price = priceRank?.value;
    if (costRank === undefined || price === undefined) continue;
    const best = costRank.value ?? costRank.low ?? price;
    const worst = costRank.value ?? costRank.high ?? price;
    // Targets of one price share a place and stand on all the places that they fill together.
    const shared = costs.filter((other) => other.priceRank?.value === price).length;
    if (price + shared - 1 < best || price > worst)
      sure.push({ target, price: rank(price), cost: figureOrRange(costRank, rank) });
    if (best !== worst) open++;
  }
  return { sure, open, active: costs.length };
}
