import { decode } from "../dataset/decode.ts";
import { normalise } from "../dataset/normalise.ts";
import { UserError } from "../domain/error.ts";
import { type Effects, say } from "./effects.ts";

/** The text of a command: its words, else what is piped in. `command` is named where there is none. */
export async function textOf(
  words: readonly string[],
  command: string,
  { stdin, stderr }: Pick<Effects, "stdin" | "stderr">,
): Promise<string> {
  const text = words.length > 0 ? words.join(" ") : await piped({ stdin, stderr });
  if (normalise(text) !== "") return text;
  throw new UserError("usage", `There is no text for ${command}.`, {
    fix: `Give it in quotes, as in ${command} "안녕하세요", or pipe it in.`,
  });
}

async function piped({ stdin, stderr }: Pick<Effects, "stdin" | "stderr">): Promise<string> {
  const { text, encoding } = decode((await stdin()) ?? new Uint8Array(), "standard input");
  if (encoding !== "UTF-8") say(stderr, `Standard input was read as ${encoding}.`);
  return text.replace(/\r?\n$/, "");
}
