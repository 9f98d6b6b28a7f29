import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The server in a process of its own. */
export type Server = {
  /** Where the API is. */
  readonly url: string;
  /** Answers since it was asked the last time, and ms from the first question's arrival to the last answer's end. */
  readonly span: () => Promise<{ readonly answered: number; readonly ms: number }>;
  readonly stop: () => Promise<void>;
};

/** Starts the server; the promise is done when it listens. */
export async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("server.mjs", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = (await once(createInterface(child.stdout), "line")) as [string];
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}/v1`,
    span: async () => (await (await fetch(`${origin}/span`)).json()) as { answered: number; ms: number },
    stop: async () => {
      const gone = once(child, "exit");
      child.stdin.end();
      await gone;
    },
  };
}
