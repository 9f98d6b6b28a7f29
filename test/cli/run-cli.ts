import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Effects } from "../../src/cli/effects.ts";
import { runCommandLine } from "../../src/cli/program.ts";
import type { ExitCode } from "../../src/domain/error.ts";

export type CliRun = { readonly code: ExitCode; readonly out: string; readonly err: string };

/** A folder to work in, and the command line run in it: the real one, with its output caught. */
export type Workplace = {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly cli: (
    args: readonly string[],
    more?: Partial<Effects> & { readonly input?: string | Uint8Array },
  ) => Promise<CliRun>;
  readonly remove: () => void;
};

export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-cli-"));
  mkdirSync(join(folder, "home"));
  return {
    folder,
    path: (name) => join(folder, name),
    cli: async (args, { input, ...more } = {}) => {
      let out = "";
      let err = "";
      const effects: Effects = {
        stdout: { write: (text) => (out += text), isTTY: false },
        stderr: { write: (text) => (err += text), isTTY: false },
        stdin: () => Promise.resolve(typeof input === "string" ? Buffer.from(input) : input),
        env: {},
        cwd: folder,
        home: join(folder, "home"),
        root: resolve("."),
        vocabularies: join(folder, "no-vocabularies"),
        signal: new AbortController().signal,
        ...more,
      };
      const code = await runCommandLine(args, effects);
      return { code, out, err };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
