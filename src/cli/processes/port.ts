import type { Attempt } from "../../domain/attempt.ts";
import type { HealthWindow } from "../../domain/health.ts";
import type { Trial, Turn } from "../../domain/trial.ts";
import type { RunEvent } from "../../run/events.ts";
import type { Effects } from "../effects.ts";
import type { OpenInput } from "../trials/opened.ts";
import type { SentError } from "./sent-error.ts";

/** What a process that asks is told first: whom to ask and how. Keys it finds for itself, as this process did. */
export type Setting = {
  readonly input: Pick<OpenInput, "suite" | "targets" | "flags" | "deadlines">;
  readonly effects: Pick<Effects, "root" | "cwd">;
  /** Which process it is, from 1. */
  readonly process: number;
};

/** What a process that asks can be told. */
export type Work =
  | { readonly does: "open"; readonly setting: Setting }
  | { readonly does: "warm-up"; readonly connections: number }
  | { readonly does: "watch" }
  | { readonly does: "ask"; readonly trial: Trial; readonly turn: Turn }
  /** What is under way is aborted, and answers as it then does. */
  | { readonly does: "stop" }
  | { readonly does: "close" };

/** There. */
export type Call = Work & { readonly call: number };

/** Back: the end of a call, with the attempt of one that asked, or what happened in between. */
export type Word =
  | { readonly call: number; readonly line?: Attempt; readonly error?: SentError }
  | { readonly window: HealthWindow }
  | { readonly event: RunEvent };

/** A way to another process, and back. */
export type Port<Out, In> = {
  readonly send: (message: Out) => void;
  readonly onMessage: (listen: (message: In) => void) => void;
};

/** A process that asks, as this one sees it. */
export type AskingProcess = Port<Call, Word> & {
  /** Done when it is over and nothing more comes from it: how it ended, in words. */
  readonly ended: Promise<string>;
  /** Lets it go: it ends by itself then, or else is ended. */
  readonly release: () => void;
  /** Ends it at once. */
  readonly kill: () => void;
};
