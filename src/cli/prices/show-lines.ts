import { periodOn } from "../../domain/price/book.ts";
import type { PricedModel } from "../../domain/price/model.ts";
import type { Period, Rates } from "../../domain/price/period.ts";
import { fixed } from "../../report/format.ts";
import type { Shown } from "./shown.ts";

/** A price and all that belongs to it, for a terminal: name left, value right of it. */
export function showLines(shown: Shown): string[] {
  const { book, day, model, served, tokenizer } = shown;
  const period = periodOn(served, day);
  const rows: [string, string | undefined][] = [
    ["state", stateText(shown)],
    ...rateRows(period),
    ...(period?.tiers ?? []).map((tier): [string, string] => [
      `prompt over ${fixed(tier.over_tokens, 0)}`,
      `${pair(tier)}, for every token of the request${cacheText(tier)}`,
    ]),
    ["services", servicesText(served)],
    ["data residency", served.residency && `× ${served.residency.factor} (${served.residency.where})`],
    ["cache storage", served.cache_storage_per_hour && `$${served.cache_storage_per_hour} per 1M tokens and hour`],
    ["min. cacheable", tokens(served.min_cache_tokens)],
    [
      "tool use",
      served.tool_tokens &&
        `+${served.tool_tokens.auto} tokens of prompt (+${served.tool_tokens.any} when a call is forced)`,
    ],
    ["context, output", [tokens(served.context_tokens), tokens(served.max_output_tokens)].filter(Boolean).join(", ")],
    ["supports", takesText(served)],
    ["an image", served.image_tokens],
    ["tokenizer", tokenizer],
    ["class", served.class && [served.class, served.family].filter(Boolean).join(", ")],
    ["other prices", otherPrices(served, period, book.as_of)],
    ["in the article", articleText(shown)],
    ["to be checked", served.doubt?.en],
    ["note", served.note],
    ["checked", served.checked],
    ["sources", sourcesText(shown)],
  ];
  const known = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
  const width = Math.max(...known.map(([name]) => name.length));
  return [
    `${model.target} on ${day}, by the price book ${book.name}; US dollars per 1M tokens`,
    ...known.map(([name, value]) => `  ${name.padEnd(width)}  ${value.replaceAll("\n", `\n  ${" ".repeat(width)}  `)}`),
  ];
}

const pair = ({ input, output }: Rates): string => `${input} / ${output}`;
const tokens = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : `${fixed(count, 0)} tokens`;

function stateText({ state, model, served, heir, day }: Shown): string {
  const { released, ends, not_before: promised, replacement } = model.lifecycle;
  const instead = heir === undefined || heir.target === model.target ? undefined : heir.target;
  const named = replacement === undefined ? "" : `; replacement: ${replacement}`;
  switch (state) {
    case "unreleased":
      return `not released before ${released ?? "a day that is not known"}`;
    case "off":
      return `off${ends === undefined ? "" : ` since ${ends}`}${named}${instead === undefined || instead === replacement ? "" : `, today ${instead}`}`;
    case "redirected":
      return `since ${ends ?? "a day that is not known"} its name is answered by ${served.target}, at that model's price`;
    default:
      return [
        state === "legacy" ? "active, superseded" : state,
        released === undefined ? undefined : `since ${released}`,
        ends === undefined ? undefined : `off from ${ends}${named}`,
        promised === undefined ? undefined : `not retired before ${promised}${promised <= day ? " (passed)" : ""}`,
      ]
        .filter((part) => part !== undefined)
        .join("; ");
  }
}

function rateRows(period: Period | undefined): [string, string | undefined][] {
  if (period === undefined) return [["input / output", "not known for this day"]];
  return [
    ["input / output", pair(period)],
    ["cache read", period.cache_read],
    ["cache write", period.cache_write],
    ["cache write, 1 h", period.cache_write_1h],
    ["cache write, 12 h", period.cache_write_12h],
  ];
}

function cacheText({ cache_read: read, cache_write: write }: Rates): string {
  const parts = [
    read === undefined ? undefined : `cache read ${read}`,
    write === undefined ? undefined : `write ${write}`,
  ];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? "" : `; ${known.join(", ")}`;
}

function servicesText({ service }: PricedModel): string | undefined {
  if (service === undefined) return undefined;
  return Object.entries(service)
    .map(
      ([name, factor]) =>
        `${name} × ${typeof factor === "string" ? factor : `${factor.input} in, ${factor.output} out`}`,
    )
    .join(", ");
}

function takesText({ vision, structured_output: schema, reasoning }: PricedModel): string {
  const said = (name: string, value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : value ? name : `no ${name}`;
  return [said("images", vision), said("structured output", schema), said("thinking", reasoning)]
    .filter(Boolean)
    .join(", ");
}

/** Earlier prices, and later ones: those that begin after the book's day are announced. */
function otherPrices({ periods }: PricedModel, shown: Period | undefined, asOf: string): string {
  return periods
    .filter((period) => period !== shown)
    .map((period) => {
      const until = period.to ?? periods.find(({ from }) => from !== undefined && from > (period.from ?? ""))?.from;
      const span = [
        period.from === undefined ? undefined : `from ${period.from}`,
        until === undefined ? undefined : `until ${until}`,
      ];
      return `${pair(period)} ${span.filter(Boolean).join(" ")}${(period.from ?? "") > asOf ? " (announced)" : ""}`;
    })
    .join("\n");
}

function articleText({ misprinted, model }: Shown): string | undefined {
  if (misprinted === undefined) return undefined;
  return `${misprinted.printed} was printed on ${misprinted.day}: wrong, ${model.target} cost ${misprinted.record} on that day`;
}

function sourcesText({ book, served }: Shown): string {
  return [...new Set([...served.sources, ...(served.lifecycle.source === undefined ? [] : [served.lifecycle.source])])]
    .map((key) => {
      const { date, what, repo, url, ref } = book.sources[key] ?? {};
      return `${key}${date === undefined ? "" : ` (${date})`}: ${[what, repo, url, ref].filter(Boolean).join("; ")}`;
    })
    .join("\n");
}
