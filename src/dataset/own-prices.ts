import { parse } from "csv-parse/sync";
import { z } from "zod";
import { Day } from "../domain/date.ts";
import { UserError } from "../domain/error.ts";
import { type PricedModel, SERVICES } from "../domain/price/model.ts";
import { Decimal } from "../domain/price/period.ts";
import { Target } from "../domain/target.ts";
import { decode } from "./decode.ts";
import { decimalText } from "./prices/decimal-text.ts";
import { readBytes } from "./read-bytes.ts";
import { shown } from "./shown.ts";

/** A rate as people write it: a number, or decimal text. */
const Rate = z.union([z.number().nonnegative().transform(decimalText), z.string().trim()]).pipe(Decimal);

/** One rate of one's own, in US dollars per million tokens. */
const OwnPrice = z.strictObject({
  target: Target,
  input: Rate,
  output: Rate,
  cache_read: Rate.optional(),
  cache_write: Rate.optional(),
  cache_write_1h: Rate.optional(),
  cache_write_12h: Rate.optional(),
  /** A factor on every rate. */
  batch: Rate.optional(),
  flex: Rate.optional(),
  priority: Rate.optional(),
  fast: Rate.optional(),
  tokenizer: z.string().optional(),
  /** The first day of the price; always, when left out. */
  from: Day.optional(),
  note: z.string().optional(),
});
type OwnPrice = z.infer<typeof OwnPrice>;

/** A person's own rate for a target, negotiated or local, to be laid over a price book. */
export type OwnRate = Pick<PricedModel, "target" | "tokenizer" | "service" | "note"> & {
  readonly period: PricedModel["periods"][number];
};

/**
 * `--price FILE`: JSON, a list of rates or {"models": [...]}, or CSV with the columns target, input, output and any of
 * the others.
 * @throws UserError that names the file, the row and what is wrong with it.
 */
export async function readOwnPrices(path: string): Promise<OwnRate[]> {
  const file = shown(path);
  const { text } = decode(await readBytes(path), file);
  const rows = /\.csv$/i.test(path) ? csvRows(text, file) : jsonRows(text, file);
  const faults: string[] = [];
  const rates = rows.flatMap((row, i): OwnRate[] => {
    const parsed = OwnPrice.safeParse(withoutBlanks(row));
    if (parsed.success) return [rateOf(parsed.data)];
    faults.push(
      ...parsed.error.issues.map((issue) => `${file}: row ${i + 1}: ${issue.path.join(".")}: ${issue.message}`),
    );
    return [];
  });
  if (faults.length > 0 || rates.length === 0) {
    throw new UserError(
      "data",
      faults.length === 0 ? `${file} holds no price.` : `${file} holds prices that cannot be read.`,
      {
        details: faults.slice(0, 20),
        fix: 'Write US dollars per million tokens: [{"target":"local/llama3.1","input":"0.02","output":"0.02"}], or CSV with the columns target,input,output.',
      },
    );
  }
  const twice = rates.find(({ target }, i) => rates.findIndex((other) => other.target === target) !== i);
  if (twice !== undefined)
    throw new UserError("data", `${file} prices ${twice.target} twice.`, { fix: "Keep one row." });
  return rates;
}

function rateOf({ target, tokenizer, note, from, ...rest }: OwnPrice): OwnRate {
  const services = Object.fromEntries(
    SERVICES.flatMap((name) => (rest[name] === undefined ? [] : [[name, rest[name]]])),
  );
  const { input, output, cache_read, cache_write, cache_write_1h, cache_write_12h } = rest;
  return {
    target,
    tokenizer,
    note,
    service: Object.keys(services).length === 0 ? undefined : services,
    period: { from, input, output, cache_read, cache_write, cache_write_1h, cache_write_12h },
  };
}

/** An empty cell says nothing. */
const withoutBlanks = (row: unknown): unknown =>
  typeof row === "object" && row !== null && !Array.isArray(row)
    ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "" && value !== null))
    : row;

function jsonRows(text: string, file: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError("data", `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      fix: "Give JSON, or name a CSV file .csv.",
      cause: error,
    });
  }
  const rows = Array.isArray(value) ? value : (value as { models?: unknown } | null)?.models;
  return Array.isArray(rows) ? rows : [value];
}

function csvRows(text: string, file: string): unknown[] {
  try {
    return parse(text, {
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      trim: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    throw new UserError("data", `${file} is not CSV: ${error instanceof Error ? error.message : String(error)}`, {
      fix: "Its first line names the columns, as in target,input,output; a cell that holds a comma is quoted.",
      cause: error,
    });
  }
}
