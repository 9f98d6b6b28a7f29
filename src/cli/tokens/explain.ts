import { UserError } from "../../domain/error.ts";
import { COLUMNS, METRICS, type Measurement } from "../../domain/measurement.ts";
import { ALL_DOMAINS } from "../../domain/pair.ts";
import { TOKENIZERS } from "../../tokenize/registry.ts";
import type { TokenInputs } from "./inputs.ts";
import type { TokenResult } from "./measure.ts";

/** Rows that fit the words, listed at most. */
const LISTED = 12;

/** Traces one figure: its formula, the rows it is made of, down to texts, tokenizer, prices and assumptions. */
export function explain(asked: string, result: TokenResult, inputs: TokenInputs): string {
  const row = pick(asked, result.rows);
  return [`${lineOf(row, result.rows)} ${title(row)}`, ...tree(row, result, inputs).map((line) => `  ${line}`)].join(
    "\n",
  );
}

/** A row by its line in measurements.csv (the header is line 1), or by words that are all found among its cells. */
function pick(asked: string, rows: readonly Measurement[]): Measurement {
  if (/^\d+$/.test(asked.trim())) {
    const row = rows[Number(asked) - 2];
    if (row !== undefined) return row;
    throw new UserError("usage", `measurements.csv has no row on line ${asked.trim()}.`, {
      fix: `Rows stand on lines 2 to ${rows.length + 1}.`,
    });
  }
  const words = asked.trim().split(/[\s,]+/);
  const fitting = rows.filter((row) => {
    const cells = COLUMNS.map((column) => String(row[column] ?? ""));
    return words.every((word) => cells.includes(word.replace(/^\w+=/, "")));
  });
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const listed = fitting.slice(0, LISTED).map((row) => `${lineOf(row, rows)} ${title(row)}`);
  throw new UserError(
    "usage",
    fitting.length === 0 ? `No row holds all of "${asked}".` : `${fitting.length} rows fit "${asked}".`,
    {
      details: fitting.length > LISTED ? [...listed, "…"] : listed,
      fix: "Name metric, tokenizer or target, domain, lang and condition until one row is left, or give its line in measurements.csv.",
    },
  );
}

const lineOf = (row: Measurement, rows: readonly Measurement[]): string => `line ${rows.indexOf(row) + 2}:`;

function title(row: Measurement): string {
  const what = [row.metric, row.target, row.tokenizer, row.domain, row.lang, row.condition]
    .filter((part) => part !== undefined)
    .join(" ");
  const confidence = row.confidence === undefined ? "range" : `${row.confidence * 100} %`;
  const interval =
    row.low === undefined || row.high === undefined ? "" : ` [${number(row.low)}, ${number(row.high)}] (${confidence})`;
  return `${what} = ${row.value === undefined ? "—" : number(row.value)}${interval} ${row.unit}, ${row.evidence}`;
}

const number = (value: number): string => String(Number(value.toPrecision(6)));

function tree(row: Measurement, result: TokenResult, inputs: TokenInputs): string[] {
  return [
    `= ${METRICS[row.metric].formula}`,
    ...sizeOf(row),
    ...inputsOf(row, result, inputs),
    `source: ${row.source}`,
  ];
}

function sizeOf({ n, clusters, metric }: Measurement): string[] {
  if (n === undefined) return [];
  return [
    metric === "form_effect"
      ? `over ${n} changed texts`
      : `over ${n} pairs${clusters === undefined ? "" : ` in ${clusters} documents`}`,
  ];
}

/** The rows or facts that a row is computed from. */
function inputsOf(row: Measurement, result: TokenResult, inputs: TokenInputs): string[] {
  const { tokenizer, domain, target, condition, price_date: priceDate } = row;
  const same = (
    metric: Measurement["metric"],
    lang: Measurement["lang"],
    more: Partial<Measurement> = {},
  ): string[] => {
    const wanted: Partial<Measurement> = { metric, lang, domain, ...more };
    return result.rows
      .filter((other) => Object.entries(wanted).every(([name, value]) => other[name as keyof Measurement] === value))
      .flatMap((other) => [
        `${lineOf(other, result.rows)} ${title(other)}`,
        ...tree(other, result, inputs).map((line) => `  ${line}`),
      ]);
  };
  const reweighted = result.facts.reweighted && domain === ALL_DOMAINS;
  switch (row.metric) {
    case "token_ratio":
      return reweighted
        ? weights(result)
        : [...same("tokens", "ko", { tokenizer }), ...same("tokens", "en", { tokenizer })];
    case "tokens_per_char":
      return reweighted ? weights(result) : [...same("tokens", row.lang, { tokenizer }), ...same("chars", row.lang)];
    case "tokens_per_eojeol":
    case "tokens_per_word":
      return reweighted ? weights(result) : same("tokens", row.lang, { tokenizer });
    case "usd_per_1k_ko_chars": {
      const rate = same("tokens_per_char", "ko", { tokenizer });
      return [
        ...(rate.length > 0 ? rate : assumption(tokenizer, inputs)),
        ...same("usd_per_mtok", "ko", { target, condition, price_date: priceDate }),
      ];
    }
    case "krw_per_1k_ko_chars": {
      const { low, high, assumed } = result.facts.won;
      const won = low === high ? `${low}` : `${low}–${high}`;
      return [
        `${won} won for a dollar, ${assumed ? `assumed: ${inputs.assumptions.krw_per_usd.reason}` : "as given"}`,
        ...same("usd_per_1k_ko_chars", "ko", { target, condition, price_date: priceDate }),
      ];
    }
    case "price_rank":
    case "cost_rank":
      return [
        `among ${result.rows.filter((other) => other.metric === row.metric && other.price_date === priceDate).length} targets on ${priceDate ?? ""}`,
      ];
    case "usd_per_mtok":
      return priceDate === undefined ? [] : [`price of ${priceDate}`];
    case "tokens":
      return tokenizerLine(tokenizer, result);
    case "pair_token_ratio":
      return tokenizerLine(tokenizer, result);
    case "wording_effect":
    case "template_overhead":
      return tokenizerLine(tokenizer, result);
    default:
      return [];
  }
}

const weights = ({ facts }: TokenResult): string[] => [
  `domains weighted by Korean characters: ${facts.mix.map(({ domain, share }) => `${domain} ${number(share)}`).join(", ")}`,
];

function assumption(tokenizer: string | undefined, { assumptions }: TokenInputs): string[] {
  const range = tokenizer === undefined ? undefined : assumptions.tokens_per_ko_char[tokenizer];
  const entry = TOKENIZERS.find(({ id }) => id === tokenizer);
  if (range === undefined) return [];
  return [
    `${range.low}–${range.high} tokens per Korean character, assumed on ${range.stated}: ${range.reason}`,
    ...(entry?.toMakeExact === undefined
      ? []
      : [`what would make it exact: ${entry.toMakeExact.command} (${entry.toMakeExact.needs})`]),
  ];
}

function tokenizerLine(tokenizer: string | undefined, { facts }: TokenResult): string[] {
  const entry = TOKENIZERS.find(({ id }) => id === tokenizer);
  if (entry === undefined) return [];
  const how = facts.tokenizers.find(({ id }) => id === tokenizer)?.how;
  const by = entry.exactness === "unknown" && how !== undefined ? how : `counted by ${entry.version}`;
  return [`${by}, ${entry.id}: ${entry.evidence} (checked ${entry.checked})`];
}
