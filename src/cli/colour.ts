import type { Output } from "./effects.ts";

export type Paint = {
  readonly bold: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly red: (text: string) => string;
};

/** Escape codes where a person watches and has not asked for none (NO_COLOR, no-color.org). */
export function paintFor(output: Output, env: Readonly<Record<string, string | undefined>>): Paint {
  const wanted = output.isTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const code =
    (open: number, close: number) =>
    (text: string): string =>
      wanted ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return { bold: code(1, 22), soft: code(2, 22), red: code(31, 39) };
}
