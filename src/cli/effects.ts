/** Where text goes. */
export type Output = {
  readonly write: (text: string) => void;
  /** True when a person watches: progress lines may be redrawn, colours used. */
  readonly isTTY: boolean;
};

/** Everything a command may touch. main.ts passes the process; tests pass their own. */
export type Effects = {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The bytes of standard input; undefined when nothing is piped in. */
  readonly stdin: () => Promise<Uint8Array | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that typed paths are taken from. */
  readonly cwd: string;
  /** The folder below which reports/ and runs/ are written by default. */
  readonly home: string;
  /** The folder of the package: datasets/ and evals/ stand in it. */
  readonly root: string;
  /** The folder of installed vocabularies (npm run vocabularies). */
  readonly vocabularies: string;
  /** Cells in a line of the terminal behind stderr, just now; undefined where there is none. */
  readonly columns?: number | undefined;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

/** Prints one line. */
export const say = (output: Output, line: string): void => {
  output.write(`${line}\n`);
};
