import { openAsked } from "./open-asked.ts";
import type { Call, Word } from "./port.ts";
import { serveCalls } from "./serve-calls.ts";

// Ctrl-C reaches every process of a terminal: the one that runs the loop says what becomes of it.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
// Whoever started it is gone, well or not: nobody waits for an answer.
process.on("disconnect", () => process.exit());

serveCalls(
  {
    send: (word: Word) => {
      process.send?.(word, () => undefined);
    },
    onMessage: (listen) => {
      process.on("message", (message) => {
        listen(message as Call);
      });
    },
  },
  (setting, signal) => openAsked(setting, { env: process.env, signal }),
);
