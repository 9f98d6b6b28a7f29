import type { Effects } from "./effects.ts";

export const PROGRESS = ["auto", "tty", "plain", "json", "none"] as const;
export type ProgressKind = (typeof PROGRESS)[number];

export type Progress = {
  /** @param share how much of it is done, from 0 to 1 */
  readonly update: (what: string, share: number) => void;
  /** Clears the line; call it before anything else is printed. */
  readonly end: () => void;
};

/** Progress on stderr: a line that is redrawn, a line for every tenth, JSON lines, or none. */
export function progressOn({ stderr }: Pick<Effects, "stderr">, asked: ProgressKind): Progress {
  const kind = asked === "auto" ? (stderr.isTTY ? "tty" : "none") : asked;
  let drawn = "";
  let tenth = "";
  return {
    update: (what, share) => {
      const percent = Math.floor(share * 100);
      if (kind === "json")
        stderr.write(`${JSON.stringify({ event: "progress", what, share: Number(share.toFixed(4)) })}\n`);
      if (kind === "plain") {
        const reached = `${what} ${Math.floor(percent / 10) * 10} %`;
        if (reached !== tenth) stderr.write(`${reached}\n`);
        tenth = reached;
      }
      if (kind === "tty") {
        const line = `${what} ${percent} %`;
        if (line !== drawn) stderr.write(`\r\u001B[K${line}`);
        drawn = line;
      }
    },
    end: () => {
      if (drawn !== "") stderr.write("\r\u001B[K");
      drawn = "";
    },
  };
}
