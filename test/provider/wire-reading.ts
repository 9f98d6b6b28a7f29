/** What a body says, read without the SDK and without the adapter. */
export type Read = { text: string; tool: string; finish: string | undefined; usage: Record<string, number> };

/** The members of a vendor's JSON that are looked at here. */
export type Frame = {
  type?: string;
  message?: { usage: Counts };
  index?: number;
  content_block?: { text?: string; input?: unknown };
  delta?: { text?: string; partial_json?: string; stop_reason?: string | null };
  usage?: Counts;
  content?: { type: string; text?: string; input?: unknown }[];
  stop_reason?: string | null;
  candidates?: { finishReason?: string; content?: { parts?: Part[] } }[];
  usageMetadata?: Record<string, number | undefined>;
  error?: { type?: string; status?: string };
  input_tokens?: number;
  totalTokens?: number;
};
type Counts = Record<string, unknown>;
type Part = { text?: string; thought?: boolean; functionCall?: { args?: unknown } };

const join = (texts: readonly (string | undefined)[]): string => texts.join("");
const number = (value: unknown): number => (typeof value === "number" ? value : 0);
const nested = (counts: Counts, name: string, inner: string): number =>
  number((counts[name] as Counts | null | undefined)?.[inner]);

export function readAnthropic(frames: readonly Frame[]): Read {
  const all: Counts = {};
  for (const counts of frames.flatMap(({ message, usage }) => [message?.usage ?? {}, usage ?? {}]))
    for (const [name, value] of Object.entries(counts)) if (value !== null) all[name] = value;
  const hour = nested(all, "cache_creation", "ephemeral_1h_input_tokens");
  const thinking = nested(all, "output_tokens_details", "thinking_tokens");
  const stopped = frames.some(({ type }) => type === "message_stop" || type === "message");
  const whole = frames.flatMap(({ content }) => content ?? []);
  const inputs = whole.flatMap(({ input }) => (input === undefined ? [] : [JSON.stringify(input)]));
  return {
    text: join([
      ...frames.flatMap(({ content_block, delta }) => [content_block?.text, delta?.text]),
      ...whole.map(({ text }) => text),
    ]),
    tool: firstInput(frames) ?? join(inputs.slice(0, 1)),
    finish: stopped
      ? (frames.map(({ delta, stop_reason }) => delta?.stop_reason ?? stop_reason).findLast(Boolean) ?? undefined)
      : undefined,
    usage: {
      fresh_input: number(all["input_tokens"]),
      cache_read: number(all["cache_read_input_tokens"]),
      cache_write: number(all["cache_creation_input_tokens"]) - hour,
      cache_write_1h: hour,
      cache_write_12h: 0,
      visible_output: number(all["output_tokens"]) - thinking,
      thinking,
    },
  };
}

/** The input of the first call of a tool in a stream; one that no piece came of is the empty object that it began with. */
function firstInput(frames: readonly Frame[]): string | undefined {
  const call = frames.find(({ content_block: block }) => block !== undefined && "input" in block);
  if (call === undefined) return undefined;
  const pieces = frames.filter(({ index }) => index === call.index).map(({ delta }) => delta?.partial_json);
  return join(pieces) || JSON.stringify(call.content_block?.input);
}

export function readGoogle(frames: readonly Frame[]): Read {
  const parts = frames.flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? []);
  const counts = frames.findLast(({ usageMetadata }) => usageMetadata !== undefined)?.usageMetadata ?? {};
  const read = number(counts["cachedContentTokenCount"]);
  return {
    text: join(parts.map(({ text, thought }) => (thought ? "" : text))),
    tool: parts.map(({ functionCall }) => functionCall && JSON.stringify(functionCall.args ?? {})).find(Boolean) ?? "",
    finish: frames.map(({ candidates }) => candidates?.[0]?.finishReason).findLast(Boolean),
    usage: {
      fresh_input: number(counts["promptTokenCount"]) - read + number(counts["toolUsePromptTokenCount"]),
      cache_read: read,
      cache_write: 0,
      cache_write_1h: 0,
      cache_write_12h: 0,
      visible_output: number(counts["candidatesTokenCount"]),
      thinking: number(counts["thoughtsTokenCount"]),
    },
  };
}
