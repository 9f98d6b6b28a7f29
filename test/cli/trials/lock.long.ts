import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lock } from "../../../src/cli/trials/lock.ts";
import { UserError } from "../../../src/domain/error.ts";

it("a lock that was left goes to exactly one of two hundred who come at once, each time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tokenwon-lock-"));
  const path = join(folder, "attempts.jsonl");
  const words = {
    held: () => new UserError("write", "It is held.", { fix: "Wait." }),
    refused: (error: unknown) => new UserError("write", String(error), { fix: "Look." }),
  };
  try {
    for (let round = 0; round < 100; round++) {
      writeFileSync(`${path}.lock`, `${process.pid} ${round}`);
      const tries = await Promise.allSettled(Array.from({ length: 200 }, () => lock(path, words)));
      const won = tries.filter((one) => one.status === "fulfilled");
      expect([round, won.length]).toEqual([round, 1]);
      for (const one of tries) if (one.status === "rejected") expect(String(one.reason)).toContain("It is held.");
      await won[0]?.value();
      expect(readdirSync(folder)).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
