import { expect, it } from "vitest";
import type { RunFlags } from "../../../src/cli/run-flags.ts";
import { commandOf, resumeCommand } from "../../../src/cli/runs/command.ts";

const flags = (more: Partial<RunFlags>): RunFlags =>
  ({ mode: "auto", target: [], domain: [], baseUrl: [], price: [], accept: [], ...more }) as RunFlags;

it("names every flag that chooses what is asked, one without a value by its name alone", () => {
  const given = flags({ full: true, domain: ["order", "event"], limit: 40, repeat: 2, lang: "ko", out: "a b" });
  const command =
    "npm run eval -- --suite json-validity --domain order --domain event --full --lang ko --limit 40 --repeat 2";
  expect(commandOf("json-validity", given)).toBe(command);
  expect(resumeCommand("json-validity", given, "run-1")).toBe(`${command} --out 'a b' --resume run-1`);
  expect(commandOf("smoke", flags({}))).toBe("npm run eval -- --suite smoke");
});
