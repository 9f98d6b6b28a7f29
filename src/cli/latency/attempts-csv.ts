import { inputTokens, outputTokens } from "../../measure/latency/tokens.ts";
import { type AttemptTable } from "../../measure/table/attempt-table.ts";
import { type Columns, GRADES, msAt } from "../../measure/table/columns.ts";
import type { TrialPlan } from "../../plan/trials.ts";
import { renderTable } from "../../report/csv.ts";

/** Above so many attempts the log is the better table. */
export const MOST_IN_CSV = 20_000;

type Cell = string | number | undefined;
type Of = (table: AttemptTable, row: number, plan: TrialPlan) => Cell;

const known = (value: number | undefined): number | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : value;
const told = ({ told: isTold }: Columns, row: number, tokens: Uint32Array): number | undefined =>
  isTold[row] === 1 ? tokens[row] : undefined;
const seconds = (ms: number | undefined): number | undefined => {
  const value = known(ms);
  return value === undefined ? undefined : value / 1000;
};
const time =
  (name: "ttft" | "ttfvt" | "e2e" | "tpot"): Of =>
  ({ columns }, row) =>
    known(msAt(columns[name], row));
const wait =
  (name: "backoff" | "queued"): Of =>
  ({ columns }, row) =>
    known(columns[name][row]);
const count =
  (name: "chars" | "bytes" | "outputs" | "attempt"): Of =>
  ({ columns }, row) =>
    columns[name][row];

/** Of mean gaps between outputs: one output has none. */
const perChunk: Of = ({ columns }, row) => {
  const outputs = columns.outputs[row] ?? 0;
  return outputs < 2 ? undefined : seconds((msAt(columns.e2e, row) - msAt(columns.ttft, row)) / (outputs - 1));
};

/** OpenTelemetry's names of the GenAI conventions where they exist, times in seconds as there; ours in ms. */
const COLUMNS: readonly (readonly [name: string, of: Of])[] = [
  ["tokenwon.trial", ({ columns }, row, plan) => plan.at(columns.trial[row] ?? 0).id],
  ["tokenwon.attempt", count("attempt")],
  ["tokenwon.target", ({ columns }, row, plan) => plan.targetAt(columns.trial[row] ?? 0)],
  ["tokenwon.lang", ({ columns }, row, plan) => plan.langAt(columns.trial[row] ?? 0)],
  ["tokenwon.evidence", ({ columns }, row) => GRADES[columns.evidence[row] ?? 0]],
  ["tokenwon.started", ({ columns }, row) => new Date(columns.started[row] ?? 0).toISOString()],
  ["gen_ai.response.model", (table, row) => table.models.value(table.columns.model[row] ?? 0)],
  ["gen_ai.client.operation.duration", ({ columns }, row) => seconds(msAt(columns.end, row))],
  ["gen_ai.client.operation.time_to_first_chunk", ({ columns }, row) => seconds(msAt(columns.ttfb, row))],
  ["gen_ai.client.operation.time_per_output_chunk", perChunk],
  ["gen_ai.usage.input_tokens", ({ columns }, row) => known(inputTokens(columns, row))],
  ["gen_ai.usage.output_tokens", ({ columns }, row) => known(outputTokens(columns, row))],
  ["gen_ai.usage.reasoning.output_tokens", ({ columns }, row) => told(columns, row, columns.thinking)],
  ["gen_ai.usage.cache_read.input_tokens", ({ columns }, row) => told(columns, row, columns.cache_read)],
  ["error.type", (table, row) => table.failures.value(table.columns.failure[row] ?? 0)?.kind],
  ["tokenwon.ttft_ms", time("ttft")],
  ["tokenwon.ttfvt_ms", time("ttfvt")],
  ["tokenwon.e2e_ms", time("e2e")],
  ["tokenwon.tpot_ms", time("tpot")],
  ["tokenwon.backoff_ms", wait("backoff")],
  ["tokenwon.queued_ms", wait("queued")],
  ["tokenwon.outputs", count("outputs")],
  ["tokenwon.chars", count("chars")],
  ["tokenwon.bytes", count("bytes")],
  ["tokenwon.connection_reused", ({ columns }, row) => [undefined, "false", "true"][columns.connection[row] ?? 0]],
];

/** Every attempt as a line, in the order of the plan. */
export function attemptsCsv(table: AttemptTable, plan: TrialPlan): string {
  const { trial, attempt } = table.columns;
  const rows = Uint32Array.from({ length: table.length }, (_, row) => row).sort(
    (a, b) => (trial[a] ?? 0) - (trial[b] ?? 0) || (attempt[a] ?? 0) - (attempt[b] ?? 0) || a - b,
  );
  return renderTable(
    COLUMNS.map(([name]) => name),
    Array.from(rows, (row) => COLUMNS.map(([, of]) => of(table, row, plan))),
  );
}
