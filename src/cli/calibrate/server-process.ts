import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { StampingServer } from "./server.ts";

/** Starts the stamping server in a process of its own, so that it does not share an event loop with what it is compared to. */
export async function startStampingServer(): Promise<StampingServer> {
  // Run from source, it is read through tsx; built, it stands beside this file.
  const source = import.meta.url.endsWith(".ts");
  const program = fileURLToPath(
    new URL(source ? "./server-from-source.mjs" : "./calibrate-server.js", import.meta.url),
  );
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout);
  const gone = once(child, "exit");
  const [url] = (await Promise.race([
    once(lines, "line"),
    gone.then(([status]) => {
      throw new Error(`the server ended with ${String(status)} before it was there`);
    }),
  ])) as [string];
  return {
    url,
    close: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
