import { z } from "zod";

const Both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });
/** Turns of a conversation at most: every one of them is billed by itself. */
export const MOST_TURNS = 200;

const Share = z.number().min(0).max(1);

/**
 * A piece of text by its content: Korean characters of a kind of text, code and spaces included; or the characters of
 * its English equivalent, from which the Korean ones follow by the pairs of that kind.
 */
const Part = z
  .strictObject({
    ko_chars: z.number().positive().optional(),
    en_chars: z.number().positive().optional(),
    /** The domain of the pairs that it reads like; `all` where it is like nothing in particular. */
    domain: z.string().default("all"),
  })
  .refine(
    ({ ko_chars, en_chars }) => (ko_chars === undefined) !== (en_chars === undefined),
    "give either ko_chars or en_chars",
  );
export type Part = z.infer<typeof Part>;

/** Tokens as a text prints them: the same for every model. */
const PrintedTokens = z.strictObject({
  system: z.int().nonnegative(),
  user: z.int().positive(),
  reply: z.int().positive(),
});

/** `datasets/scenarios/<name>.json`: a month of traffic, stated as content. */
export const Scenario = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: Both,
  /** What is counted: conversations, documents, requests. */
  unit: Both,
  per_day: z.number().positive().max(1e9),
  days_a_month: z.int().positive().max(31),
  /** Times that a user asks and the model answers in one conversation. */
  turns: z.int().positive().max(MOST_TURNS),
  /** Sent with every call. */
  system: Part.optional(),
  /** One turn of the user. */
  user: Part,
  /** One answer, as it is read: thinking is not in it. */
  reply: Part,
  /** `resent`: every call carries all turns before it, as chat APIs want it. */
  history: z.enum(["resent", "none"]),
  /** What is assumed about caches, and used only when caching is asked for. */
  caching: z
    .strictObject({
      /** Share of later turns that come while the cache of the turn before still lives. */
      within: Share,
      /** Hours of the day in which the traffic comes: how often another conversation keeps the system prompt alive. */
      hours_a_day: z.number().positive().max(24),
      reason: Both,
    })
    .optional(),
  /** Where its figures come from. */
  basis: Both,
  /** The scenario as a text prints it, and what that leaves out. */
  printed: z.strictObject({ claims: z.string(), tokens: PrintedTokens, left_out: z.array(Both) }).optional(),
  /** What this one leaves out too. */
  left_out: z.array(Both),
});
export type Scenario = z.infer<typeof Scenario>;

/** Tokens of one conversation's parts on one target. */
export type PartTokens = { readonly system: number; readonly user: number; readonly reply: number };

/** The requests of a month, in the words that cost is computed in. */
export type Traffic = {
  readonly conversations: number;
  readonly turns: number;
  readonly history: Scenario["history"];
};

export const trafficOf = ({ per_day, days_a_month, turns, history }: Scenario): Traffic => ({
  conversations: per_day * days_a_month,
  turns,
  history,
});
