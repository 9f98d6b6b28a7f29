/** What a model takes, as far as requests depend on it. */
export type Limits = {
  /** Whether a temperature may be sent: some models refuse it, some ignore it. */
  readonly temperature: boolean;
  readonly maxOutputTokens: number;
  /** Words for the effort of reasoning; none where the model knows no such thing. */
  readonly efforts: readonly string[];
  /** Tokens of thinking by word, where the model takes a number instead of a word. */
  readonly budgets?: Readonly<Record<string, number>>;
  /** True where a tool cannot be forced: it is offered alone there, and the model may answer in text instead. */
  readonly refusesForcedTool?: true;
};

const CLAUDE_4_6 = ["low", "medium", "high", "max"];
const CLAUDE_NOW = ["low", "medium", "high", "xhigh", "max"];
const CLAUDE_5: Limits = { temperature: false, maxOutputTokens: 128_000, efforts: CLAUDE_NOW };
const LEVELS = ["minimal", "low", "medium", "high"];

/** Google's own table for the `reasoning_effort` of its OpenAI-compatible endpoint. */
const BUDGETS = { minimal: 1024, low: 1024, medium: 8192, high: 24_576 };

/**
 * Limits by model; the first pattern that fits counts, and a date or `-preview` after the name changes nothing.
 * Output limits are those of `datasets/prices`; effort words are those that the vendors' pages and refusals name
 * (Claude 4.6: "Supported levels: high, low, max, medium"), read 2026-11-25. The last of each family stands for
 * models that are newer than this table. "Forced tool use returns an error" stands on the pages of Claude Opus 5.5, Sonnet
 * 5.5 and Fable 5.1, and not on that of Haiku 5.5; older models refuse it only beside a `thinking` that is never sent.
 */
const LIMITS: readonly [RegExp, Limits][] = [
  [/^claude-3-5-/, { temperature: true, maxOutputTokens: 8192, efforts: [] }],
  [/^claude-3-/, { temperature: true, maxOutputTokens: 4096, efforts: [] }],
  [/^claude-opus-4-5\b/, { temperature: true, maxOutputTokens: 64_000, efforts: ["low", "medium", "high"] }],
  [/^claude-(opus|sonnet)-4-6\b/, { temperature: true, maxOutputTokens: 128_000, efforts: CLAUDE_4_6 }],
  [/^claude-opus-4(-[01])?(-20\d+|$)/, { temperature: true, maxOutputTokens: 32_000, efforts: [] }],
  [/^claude-(sonnet|haiku)-4(-[0-5])?(-20\d+|$)/, { temperature: true, maxOutputTokens: 64_000, efforts: [] }],
  // Models after Opus 4.6 answer any temperature but 1 with 400.
  [/^claude-(opus|sonnet)-4-[78]\b/, CLAUDE_5],
  [/^claude-(opus-5|sonnet-5|fable-5|haiku-5-5)(-20\d+|-preview|$)/, CLAUDE_5],
  [/^claude-/, { ...CLAUDE_5, refusesForcedTool: true }],

  [/^gemini-(1\.5|2\.0)-/, { temperature: true, maxOutputTokens: 8192, efforts: [] }],
  [/^gemini-2\.5-pro/, { temperature: true, maxOutputTokens: 65_536, efforts: Object.keys(BUDGETS), budgets: BUDGETS }],
  [
    /^gemini-2\.5-/,
    {
      temperature: true,
      maxOutputTokens: 65_536,
      efforts: ["none", ...Object.keys(BUDGETS)],
      budgets: { none: 0, ...BUDGETS },
    },
  ],
  [/^gemini-(3|3\.1)-pro/, { temperature: true, maxOutputTokens: 65_536, efforts: ["low", "medium", "high"] }],
  // Its page says that a temperature is ignored.
  [/^gemini-3\.5-flash-lite/, { temperature: false, maxOutputTokens: 65_536, efforts: LEVELS }],
  [/^gemini-3(\.[156])?-flash/, { temperature: true, maxOutputTokens: 65_536, efforts: LEVELS }],
  [/^gemini-/, { temperature: true, maxOutputTokens: 65_536, efforts: ["low", "medium", "high"] }],
];

/** For a model that no vendor named here sells, as behind a proxy: the least that is sure to be taken. */
const UNKNOWN: Limits = { temperature: true, maxOutputTokens: 4096, efforts: [] };

export const limitsOf = (model: string): Limits => LIMITS.find(([pattern]) => pattern.test(model))?.[1] ?? UNKNOWN;
