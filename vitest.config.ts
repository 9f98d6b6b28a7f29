import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    sequence: { shuffle: true },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    env: { TZ: "UTC", NO_COLOR: "1" },
    testTimeout: 30_000,
  },
});
