import type { Failure } from "../../domain/failure.ts";
import { FINISH_REASONS, type FinishReason } from "../../domain/finish.ts";
import type { Usage } from "../../domain/usage.ts";
import type { Seen } from "../seen.ts";
import type { Codes } from "./codes.ts";
import { type Columns, GRADES, msAt } from "./columns.ts";
import type { TimedPlan } from "./timed-plan.ts";

/** The table of a row. */
export type RowSource = {
  readonly columns: Columns;
  readonly models: Codes<string>;
  readonly failures: Codes<Failure>;
  readonly plan: Pick<TimedPlan, "at" | "targetAt">;
};

const known = (value: number | undefined): number | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : value;

/** A row of a table that reads like the line it was made from. */
export class Row implements Seen {
  private readonly table: RowSource;
  private readonly row: number;

  constructor(table: RowSource, row: number) {
    this.table = table;
    this.row = row;
  }

  get "tokenwon.attempt"(): number {
    return this.table.columns.attempt[this.row] ?? 0;
  }
  get "tokenwon.target"(): string {
    return this.table.plan.targetAt(this.table.columns.trial[this.row] ?? 0);
  }
  get "tokenwon.trial"(): string {
    return this.table.plan.at(this.table.columns.trial[this.row] ?? 0).id;
  }
  get "tokenwon.evidence"(): Seen["tokenwon.evidence"] {
    return GRADES[this.table.columns.evidence[this.row] ?? 0] ?? "simulated";
  }
  get "tokenwon.started"(): string {
    return new Date(this.table.columns.started[this.row] ?? 0).toISOString();
  }
  get "gen_ai.response.model"(): string | undefined {
    return this.table.models.value(this.table.columns.model[this.row] ?? 0);
  }
  get "tokenwon.failure"(): Failure | undefined {
    return this.table.failures.value(this.table.columns.failure[this.row] ?? 0);
  }
  get "tokenwon.finish"(): FinishReason | undefined {
    return FINISH_REASONS[(this.table.columns.finish[this.row] ?? 0) - 1];
  }
  get "tokenwon.usage"(): Usage | undefined {
    const { columns } = this.table;
    const row = this.row;
    if (columns.told[row] !== 1) return undefined;
    return {
      fresh_input: columns.fresh_input[row] ?? 0,
      cache_read: columns.cache_read[row] ?? 0,
      cache_write: columns.cache_write[row] ?? 0,
      cache_write_1h: columns.cache_write_1h[row] ?? 0,
      cache_write_12h: columns.cache_write_12h[row] ?? 0,
      visible_output: columns.visible_output[row] ?? 0,
      thinking: columns.thinking[row] ?? 0,
    };
  }
  get "tokenwon.backoff_ms"(): number | undefined {
    return known(this.table.columns.backoff[this.row]);
  }
  get "tokenwon.queued_ms"(): number | undefined {
    return known(this.table.columns.queued[this.row]);
  }
  get "tokenwon.ttft_ms"(): number | undefined {
    return known(msAt(this.table.columns.ttft, this.row));
  }
  get "tokenwon.ttfvt_ms"(): number | undefined {
    return known(msAt(this.table.columns.ttfvt, this.row));
  }
  get "tokenwon.e2e_ms"(): number | undefined {
    return known(msAt(this.table.columns.e2e, this.row));
  }
  get "tokenwon.end_ms"(): number {
    return msAt(this.table.columns.end, this.row);
  }
  get "tokenwon.chars"(): number {
    return this.table.columns.chars[this.row] ?? 0;
  }
  get "tokenwon.text"(): string {
    const head = this.table.columns.head[this.row] ?? 0;
    return head === 0 ? "" : String.fromCodePoint(head);
  }
}
