import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { startStampingServer } from "../../../src/cli/calibrate/server-process.ts";
import { workplace } from "../run-cli.ts";

it("says that it was limited by its client where it asks for more than it can time: 512 streams in one process", async () => {
  const at = workplace();
  const server = await startStampingServer();
  try {
    const { code, err, out } = await at.cli(
      [
        ...["--suite", "latency", "--mode", "live", "--target", "local/ttft-200-chunks-60-gap-20"],
        ...["--base-url", `local=${server.url}`, "--trials", "1536", "--concurrency", "512", "--processes", "1"],
        ...["--out", "out", "--format", "md,csv"],
      ],
      { env: {} },
    );
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/this machine was late itself while [\d,]+ of 1,536 trials/),
    ]);
    expect(out).toContain("Limited by its client");
    const read = (name: string): string => readFileSync(at.path(`out/${name}`), "utf8");
    expect(read("report.md")).toContain("Limited by its client");
    const late = read("measurements.csv")
      .split("\n")
      .filter((row) => row.startsWith("latency,client_limited,"))
      .map((row) => Number(row.split(",")[8]));
    expect(late.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(15);
  } finally {
    await server.close();
    at.remove();
  }
});
