import type { LimitChange } from "./adaptive-limit.ts";
import type { Use } from "./budget.ts";

/** What happens in a run beside its attempts: a line of `events.jsonl`, which has the time in front. */
export type RunEvent =
  /** A run begins, or goes on: so many trials are left, at most so many attempts under way in each of so many lanes. */
  | {
      readonly event: "begin";
      readonly trials: number;
      readonly left: number;
      readonly concurrency: number;
      readonly lanes: number;
      readonly rate?: number;
      readonly arrival?: string;
    }
  | {
      readonly event: "warm-up";
      readonly what: "sdk" | "connections";
      readonly lane: string;
      readonly count: number;
      readonly ms: number;
      readonly failed: number;
    }
  | ({ readonly event: "limit"; readonly lane: string } & LimitChange)
  /** Nothing new is sent in a lane for so long. */
  | { readonly event: "hold"; readonly lane: string; readonly ms: number; readonly why: string }
  | {
      readonly event: "retry";
      readonly trial: string;
      readonly attempt: number;
      readonly ms: number;
      readonly why: string;
    }
  /** A target is given up, though something is left of it. */
  | { readonly event: "target-stopped"; readonly target: string; readonly why: string }
  /** The run stops before its end. */
  | { readonly event: "stop"; readonly why: StopReason }
  /** It is over: nothing is under way any more. */
  | { readonly event: "end"; readonly left: number; readonly used?: Use };

/** Why a run stopped before all was asked. */
export type StopReason = "budget-usd" | "budget-tokens" | "max-duration" | "interrupted" | "fault";
