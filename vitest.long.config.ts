import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Simulations of coverage and long fuzzing: minutes, not seconds. One file at a time: some of them are about time. */
export default defineConfig({
  test: { ...base.test, include: ["test/**/*.long.ts"], testTimeout: 600_000, maxWorkers: 1 },
});
