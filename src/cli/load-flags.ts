import type { Command } from "commander";
import { duration, flag, positive, share, whole } from "./flag.ts";

/** Flags of how hard a run may ask, and when it must stop. */
export type LoadFlags = {
  readonly trials?: number;
  readonly concurrency?: number;
  /** Processes that ask. */
  readonly processes?: number;
  readonly rate?: number;
  readonly arrival?: "constant" | "poisson";
  readonly maxAttempts?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly budgetUsd?: number;
  readonly budgetTokens?: number;
  /** ms. */
  readonly maxDuration?: number;
  /** From 0 to 1. */
  readonly maxErrorRate?: number;
  /** A run, or true for the last one of the same plan. */
  readonly resume?: string | true;
};

export const withLoadFlags = (command: Command): Command =>
  command
    .addOption(
      flag("--trials <n>", "ask n times in all, cycling the cases (instead of --repeat)").argParser(
        whole(1, 10_000_000),
      ),
    )
    .addOption(
      flag("--concurrency <n>", "most requests under way at a time, per provider (default: 4)").argParser(
        whole(1, 4096),
      ),
    )
    .addOption(
      flag(
        "--processes <n>",
        "with --mode live: ask from so many processes (default: one for every 128 requests under way)",
      ).argParser(whole(1, 64)),
    )
    .addOption(
      flag("--rate <r>", "begin r requests a second per provider, however long the answers take").argParser(positive),
    )
    .addOption(
      flag("--arrival <kind>", "with --rate: evenly spaced or as of many users (default: poisson)").choices([
        "constant",
        "poisson",
      ]),
    )
    .addOption(
      flag("--max-attempts <n>", "ask a failed trial again, n times in all (default: 3)").argParser(whole(1, 20)),
    )
    .addOption(flag("--timeout <seconds>", "longest time of a request (default: 600)").argParser(positive))
    .addOption(flag("--budget-usd <amount>", "never spend more, in US dollars").argParser(positive))
    .addOption(flag("--budget-tokens <n>", "never use more tokens, in and out").argParser(whole(1)))
    .addOption(flag("--max-duration <time>", "stop after so long, as in 90s, 10m or 2h").argParser(duration))
    .addOption(
      flag("--max-error-rate <share>", "give a target up when more of its requests fail (default: 0.9)").argParser(
        share,
      ),
    )
    .addOption(flag("--resume [run]", "go on with what a run left: the last one of the same plan, or the one named"));
