import { type Random, seeded, shuffled } from "../measure/random.ts";
import type { TrialPlan } from "./trials.ts";

/**
 * The order in which trials are asked, as their places in the plan: repetition by repetition, and in each the pairs of all
 * targets in random order. The two sides of a pair follow each other on a target, Korean first as often as not, so that
 * whatever changes during a run meets both languages alike. The same plan and seed give the same order.
 */
export function askingOrder(plan: TrialPlan, seed: number): Uint32Array {
  const random = seeded(seed);
  const order = new Uint32Array(plan.length);
  let next = 0;
  for (let from = 0; from < plan.length; from += plan.perRepetition) {
    const to = Math.min(plan.length, from + plan.perRepetition);
    for (const index of mixed(plan, from, to, random)) order[next++] = index;
  }
  return order;
}

function mixed(plan: TrialPlan, from: number, to: number, random: Random): number[] {
  const sides = new Map<string, number[]>();
  for (let index = from; index < to; index++) {
    const key = `${plan.targetAt(index)} ${plan.pairAt(index)}`;
    sides.set(key, [...(sides.get(key) ?? []), index]);
  }
  return shuffled([...sides.values()], random).flatMap((pair) => shuffled(pair, random));
}
