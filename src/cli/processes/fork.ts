import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Effects } from "../effects.ts";
import type { AskingProcess, Word } from "./port.ts";

/** How long a process that was let go may take to end by itself, in ms. */
const GRACE_MS = 2000;

/** Starts a process that asks. It has the same environment, where its keys are, and its command line says nothing. */
export function startAsking({ env, cwd, stderr }: Pick<Effects, "env" | "cwd" | "stderr">): AskingProcess {
  // Run from source, Node 20 reads the program through tsx; built, it stands beside this file.
  const source = import.meta.url.endsWith(".ts");
  const program = fileURLToPath(new URL(source ? "./program-from-source.mjs" : "./asking.js", import.meta.url));
  const child = fork(program, [], { cwd, env, execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  child.stderr?.setEncoding("utf8").on("data", stderr.write);
  return {
    send: (message) => {
      // One that is gone is told of by its end.
      child.send(message, () => undefined);
    },
    onMessage: (listen) => {
      child.on("message", (message) => {
        listen(message as Word);
      });
    },
    ended: endOf(child),
    kill: () => {
      child.kill("SIGKILL");
    },
    release: () => {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      timer.unref();
      child.once("exit", () => {
        clearTimeout(timer);
      });
    },
  };
}

/** When it is gone and what it had sent has come. */
function endOf(child: ChildProcess): Promise<string> {
  const disconnected = new Promise<void>((done) => {
    child.once("disconnect", done);
  });
  return new Promise((done) => {
    child.on("error", ({ message }) => {
      done(message);
    });
    child.once("exit", (code, signal) => {
      void disconnected.then(() => {
        done(signal ?? `exit code ${code ?? "unknown"}`);
      });
    });
  });
}
