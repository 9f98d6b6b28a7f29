import type { CliRun, Workplace } from "../run-cli.ts";

const always = (value: number): { readonly low: number; readonly high: number } => ({ low: value, high: value });
const assumed = { grade: "assumed", source: "this test" };

/** A model that is over in some milliseconds. */
export const PROFILE = {
  target: "openai/gpt-4o",
  wire: "openai",
  ttft_ms: always(4),
  tokens_per_second: always(5000),
  tokens_per_chunk: 1,
  output_tokens: always(20),
  tokenizer: "o200k_base",
  evidence: Object.fromEntries(
    ["ttft_ms", "tokens_per_second", "output_tokens", "tokenizer", "failures", "json"].map((field) => [field, assumed]),
  ),
};
export const OURS = { name: "ours", title: "a fast one", profiles: [PROFILE] };

/** What a client does with the address; `printed`: what stood on the screen beside it. */
export type Use = (url: string, printed: string) => Promise<unknown>;

/** `simulate` from its start to its end: Ctrl-C, when `use` is through with the address, unless it ends by itself. */
export async function untilCtrlC(
  at: Workplace,
  args: readonly string[],
  use: Use,
  by: "Ctrl-C" | "itself" = "Ctrl-C",
): Promise<CliRun> {
  const interrupt = new AbortController();
  let out = "";
  let ready: (url: string) => void;
  const url = new Promise<string>((done) => {
    ready = done;
  });
  const write = (text: string): void => {
    out += text;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
    if (found !== undefined) ready(found);
  };
  const run = at.cli(["simulate", "--port", "0", ...args], {
    stdout: { write, isTTY: false },
    signal: interrupt.signal,
  });
  try {
    const first = await Promise.race([url, run]);
    if (typeof first === "string") await use(first, out);
    if (by === "itself") await run;
  } finally {
    interrupt.abort();
  }
  return { ...(await run), out };
}
