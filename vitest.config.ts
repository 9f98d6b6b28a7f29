import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const seed = process.env["TEST_SEED"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    sequence: { shuffle: true, ...(seed === undefined ? {} : { seed: Number(seed) }) },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    env: { TZ: "UTC", NO_COLOR: "1" },
    testTimeout: 60_000,
    // Many of them wait for a server: a core less than there are, as is usual, would leave one of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
