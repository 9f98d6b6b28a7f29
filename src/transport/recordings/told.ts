/** Fields in which the vendors' streams carry what a model says, piece by piece. */
const PIECES = new Set([
  "content",
  "text",
  "delta",
  "thinking",
  "reasoning",
  "reasoning_content",
  "partial_json",
  "arguments",
]);

/**
 * What a model said in a streamed body, put together: a secret may come in pieces, none of which is one. Empty where the
 * body is no stream; frames that are broken are passed over.
 */
export function toldIn(body: string): string {
  const pieces: string[] = [];
  for (const line of body.split(/\r?\n/)) {
    if (!line.startsWith("data:")) continue;
    try {
      collect(JSON.parse(line.slice("data:".length)), "", pieces);
    } catch {
      // `[DONE]`, or a frame that was cut.
    }
  }
  return pieces.join("");
}

function collect(value: unknown, name: string, pieces: string[]): void {
  if (typeof value === "string") {
    if (PIECES.has(name)) pieces.push(value);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) collect(item, Array.isArray(value) ? name : key, pieces);
}
