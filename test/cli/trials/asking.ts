import type { Mode } from "../../../src/cli/trials/modes.ts";
import { openTargets } from "../../../src/cli/trials/open.ts";
import type { Opened } from "../../../src/cli/trials/opened.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { Trial } from "../../../src/domain/trial.ts";
import { trialsOf } from "../../../src/plan/trials.ts";
import { providerOf } from "../../../src/provider/index.ts";
import type { Deadlines } from "../../../src/run/deadlines.ts";
import type { Spoken } from "../../contract/wires.ts";

const PROMPT = { id: "hello", ko: "안녕하세요", en: "Hello", max_output_tokens: 100 };

export const targetOf = ({ provider, model }: Spoken): string => `${provider}/${model}`;

/** So many trials of one question to one target. */
export const trialsFor = (spoken: Spoken, repeat: number): Trial[] =>
  trialsOf({ suite: { name: "smoke" }, targets: [targetOf(spoken)], prompts: [PROMPT], langs: ["ko"], repeat });

export type Where = {
  readonly root: string;
  readonly spoken: Spoken;
  /** The server's address; undefined where none is asked. */
  readonly url?: string;
  readonly deadlines?: Deadlines;
};

/** Opens one target in a mode, as a suite does. */
export function openOne(mode: Mode, { root, spoken, url, deadlines }: Where): Promise<Opened> {
  const { provider, api, under, key } = spoken;
  const env = { [providerOf(provider).keys[0] ?? ""]: key };
  return openTargets(
    {
      suite: "smoke",
      targets: [targetOf(spoken)],
      mode,
      flags: { baseUrl: url === undefined ? [] : [`${provider}=${url}${under}`], api, accept: [] },
      ...(deadlines === undefined ? {} : { deadlines }),
      simulator: () => Promise.reject(new Error("no simulator here")),
    },
    {
      root,
      env,
      cwd: root,
      home: root,
      vocabularies: root,
      signal: new AbortController().signal,
      stdin: () => Promise.resolve(undefined),
      stdout: { write: () => undefined, isTTY: false },
      stderr: { write: () => undefined, isTTY: false },
    },
  );
}

/** Asks the trials one after the other; a request that no recording answers is an error here. */
export async function askEach(opened: Opened, trials: readonly Trial[]): Promise<Attempt[]> {
  const lines: Attempt[] = [];
  for (const trial of trials) {
    const line = await opened.during(() => opened.ask(trial, { attempt: 1 }));
    if ("miss" in line) throw new Error(`${trial.id} is not recorded`);
    lines.push(line);
  }
  return lines;
}
