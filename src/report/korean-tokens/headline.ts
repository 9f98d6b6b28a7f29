import { outsideDomain } from "../../domain/outside.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { isActiveOn } from "../../domain/price/book.ts";
import { middle, perMillionUsd, two } from "../cells.ts";
import { fixed, range } from "../format.ts";
import type { Block } from "../model.ts";
import type { Rows } from "../rows.ts";
import type { Facts } from "./facts.ts";
import { anyLive, endingTargets, gradeOfTarget, isCounted, type TargetCost, targetCosts } from "./target-costs.ts";
import type { Wording } from "./wording.ts";

/** What a reader takes away: the ratio, how far it varies, how many targets are exact, and the cheapest. */
export function headlineBlocks(rows: Rows, facts: Facts, words: Wording): Block[] {
  const texts = [variation(rows, facts, words), coverage(rows, facts, words), cheapest(rows, facts, words)];
  return [
    { kind: "headline", text: headline(rows, facts, words) },
    ...texts.flatMap((text): Block[] => (text === undefined || text === "" ? [] : [{ kind: "text", text }])),
  ];
}

/** Ratios of the first two tokenizers of the suite. */
function headline(rows: Rows, facts: Facts, words: Wording): string {
  const ratios = facts.tokenizers.slice(0, 2).flatMap((entry) => {
    const row = rows.find({ metric: "token_ratio", tokenizer: entry.id, domain: ALL_DOMAINS });
    if (row?.value === undefined) return [];
    const interval =
      row.low === undefined || row.high === undefined ? "" : ` [${fixed(row.low, 2)}–${fixed(row.high, 2)}]`;
    return [{ tokenizer: words.tokenizer(entry), ratio: two(row.value), interval }];
  });
  return words.headline(ratios);
}

/** How far ratio and tokens per character vary, on the first tokenizer; undefined where there is nothing to compare. */
function variation(rows: Rows, facts: Facts, words: Wording): string | undefined {
  const [first] = facts.tokenizers;
  if (first === undefined) return undefined;
  const { id } = first;
  const ratio = (domain: string): number | undefined =>
    rows.find({ metric: "token_ratio", tokenizer: id, domain })?.value;
  const perChar = (domain: string): number | undefined =>
    rows.find({ metric: "tokens_per_char", tokenizer: id, domain, lang: "ko" })?.value;
  const domains = span(facts.domains.map(ratio));
  const outside = facts.outside.map(({ name }) => outsideDomain(name));
  if (domains === undefined || (facts.domains.length < 2 && outside.length === 0)) return undefined;
  return words.variation({
    tokenizer: id,
    domains,
    outside: span(outside.map(ratio)),
    perChar: two(perChar(ALL_DOMAINS)),
    perCharDomains: span(facts.domains.map(perChar)) ?? two(perChar(ALL_DOMAINS)),
    perCharOutside: span(outside.map(perChar)),
  });
}

function span(values: readonly (number | undefined)[]): string | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : range(two(Math.min(...known)), two(Math.max(...known)));
}

function coverage(rows: Rows, facts: Facts, words: Wording): string {
  const grades = targetCosts(rows, facts).map(gradeOfTarget);
  const count = (grade: (typeof grades)[number]): number => grades.filter((each) => each === grade).length;
  const active = facts.book.models.filter((model) => isActiveOn(model, facts.day)).length;
  const unknown = facts.unknown.map(({ entry, targets }) => `${words.family(entry)} ${targets.length}`);
  return words.coverage({ exact: count("exact"), live: count("live"), active, unknown });
}

/** The cheapest target that was counted and has no known end, and what may be or is cheaper. */
function cheapest(rows: Rows, facts: Facts, words: Wording): string | undefined {
  const ending = endingTargets(facts);
  const costs = targetCosts(rows, facts);
  const best = costs.find((cost) => isCounted(cost) && !ending.has(cost.target));
  if (best === undefined) return undefined;
  const price = total(best, middle);
  const ends = new Map(facts.book.models.map(({ target, lifecycle }) => [target, lifecycle.ends]));
  return words.cheapest({
    target: best.target,
    live: anyLive(costs),
    input: perMillionUsd(best.usd.input?.value),
    output: perMillionUsd(best.usd.output?.value),
    maybe: costs.flatMap((cost) =>
      !isCounted(cost) && !ending.has(cost.target) && total(cost, (row) => row?.low ?? Number.POSITIVE_INFINITY) < price
        ? [cost.target]
        : [],
    ),
    ending: costs.flatMap((cost) => {
      const day = ends.get(cost.target);
      return isCounted(cost) && day !== undefined && total(cost, middle) < price ? [{ target: cost.target, day }] : [];
    }),
  });
}

const total = ({ usd }: TargetCost, of: (row: TargetCost["usd"]["input"]) => number): number =>
  of(usd.input) + of(usd.output);
