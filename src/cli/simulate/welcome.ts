import type { Profile, ProfileBook } from "../../domain/profile.ts";
import { providerOf } from "../../provider/index.ts";
import { range } from "../../report/format.ts";
import { table } from "../table.ts";

/** What is printed when the server is ready: where it is, whom it plays, and lines to paste. */
export function welcome(url: string, { name, title, profiles }: ProfileBook, speed: number): string {
  const cells = profiles.map((profile) => [
    profile.target,
    profile.wire,
    `${spread(profile.ttft_ms)} ms`,
    `${spread(profile.tokens_per_second)} tokens/s`,
  ]);
  const examples = firstOfEach(profiles);
  // Chat completions are spoken for every model.
  const { model } = partsOf(examples[0] ?? "");
  const question = { model, stream: true, messages: [{ role: "user", content: "안녕하세요" }] };
  return `Simulator at ${url}: what it says is made up, and nothing of it is a measurement.

Profile ${name}: ${title}${speed === 1 ? "" : ` (every time divided by ${speed})`}
${table(["target", "wire", "first token", "speed"], cells, ["left", "left", "right", "right"])}

Point an SDK at it, with any text for a key:
  export OPENAI_BASE_URL=${url}/v1
  export ANTHROPIC_BASE_URL=${url}
  export GOOGLE_GEMINI_BASE_URL=${url}
Stream an answer:
  curl -N ${url}/v1/chat/completions -H 'content-type: application/json' -d '${JSON.stringify(question)}'
Ask it from another terminal:
${examples.map((target) => `  ${askLine(target, url)}`).join("\n")}

Ctrl-C ends it.`;
}

/** The first target of each provider. */
function firstOfEach(profiles: readonly Profile[]): readonly string[] {
  const firsts = new Map<string, string>();
  for (const { target } of profiles) {
    const { provider } = partsOf(target);
    if (!firsts.has(provider)) firsts.set(provider, target);
  }
  return [...firsts.values()];
}

/** The address that a client is given: OpenAI's holds the version, the others' do not. */
function askLine(target: string, url: string): string {
  const { provider } = partsOf(target);
  const { keys, needsKey } = providerOf(provider);
  const key = needsKey ? `${keys[0] ?? ""}=none ` : "";
  const base = provider === "anthropic" || provider === "google" ? url : `${url}/v1`;
  return `${key}npm run eval -- ask "안녕" --target ${target} --base-url ${provider}=${base}`;
}

const partsOf = (target: string): { readonly provider: string; readonly model: string } => {
  const slash = target.indexOf("/");
  return { provider: target.slice(0, slash), model: target.slice(slash + 1) };
};

const spread = ({ low, high }: Profile["ttft_ms"]): string => range(`${low}`, `${high}`);
