import type { Profile, ProfileBook } from "../../domain/profile.ts";
import { providerOf } from "../../provider/index.ts";
import { range } from "../../report/format.ts";
import { table } from "../table.ts";

/** What is printed when the server is ready: where it is, whom it plays, and lines to paste. */
export function welcome(url: string, { name, title, profiles }: ProfileBook, speed: number): string {
  const example: Profile = profiles.find(({ target }) => target.startsWith("openai/")) ?? (profiles[0] as Profile);
  const [provider = "", ...rest] = example.target.split("/");
  const model = rest.join("/");
  const cells = profiles.map((profile) => [
    profile.target,
    profile.wire,
    `${spread(profile.ttft_ms)} ms`,
    `${spread(profile.tokens_per_second)} tokens/s`,
  ]);
  return `Simulator at ${url}: what it says is made up, and nothing of it is a measurement.

Profile ${name}: ${title}${speed === 1 ? "" : ` (every time divided by ${speed})`}
${table(["target", "wire", "first token", "speed"], cells, ["left", "left", "right", "right"])}

Point an SDK at it, with any text for a key:
  export OPENAI_BASE_URL=${url}/v1
  export ANTHROPIC_BASE_URL=${url}
  export GOOGLE_GEMINI_BASE_URL=${url}
Stream an answer:
  curl -N ${url}/v1/chat/completions -H 'content-type: application/json' -d '{"model":"${model}","stream":true,"messages":[{"role":"user","content":"안녕하세요"}]}'
Ask it from here:
  ${providerOf(provider).keys[0] ?? ""}=simulated npm run eval -- ask "안녕" --target ${example.target} --base-url ${provider}=${baseOf(example, url)}

Ctrl-C ends it.`;
}

const spread = ({ low, high }: Profile["ttft_ms"]): string => range(`${low}`, `${high}`);

/** The address that the client of a target is given: OpenAI's holds the version, the others' do not. */
const baseOf = ({ target }: Profile, url: string): string =>
  /^(?:anthropic|google)\//.test(target) ? url : `${url}/v1`;
