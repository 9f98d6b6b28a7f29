import { z } from "zod";
import { Day } from "../date.ts";
import { Target } from "../target.ts";

/** Whether a model can be called, and until when. */
export const Lifecycle = z.strictObject({
  status: z.enum(["active", "legacy", "deprecated", "retired"]),
  /** The first day on which it answered. */
  released: Day.optional(),
  /** The first day on which it no longer answers as itself. */
  ends: Day.optional(),
  /** It is promised until this day at least. */
  not_before: Day.optional(),
  /** What the vendor names in its place. */
  replacement: Target.optional(),
  /** From `ends` on its name is answered by this target, at this target's price. */
  redirect: Target.optional(),
  /** Key of the book's sources. */
  source: z.string().optional(),
});
export type Lifecycle = z.infer<typeof Lifecycle>;

/** What becomes of a call on a day. */
export type LifecycleState = "unreleased" | "active" | "legacy" | "deprecated" | "redirected" | "off";

/**
 * The state on a day. When a model became `legacy` or `deprecated` is not recorded: before `asOf`, the day on which its
 * status was read, it counts as active.
 */
export function stateOn({ status, released, ends, redirect }: Lifecycle, day: Day, asOf: Day = day): LifecycleState {
  if (released !== undefined && day < released) return "unreleased";
  if (ends === undefined ? status === "retired" : ends <= day) return redirect === undefined ? "off" : "redirected";
  return status === "retired" || day < asOf ? "active" : status;
}
