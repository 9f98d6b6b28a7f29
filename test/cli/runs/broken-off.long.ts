import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attemptsIn, emptyPlace, killedWhen, nextIn, overIn, type Place, until } from "./processes.ts";
import { type Fate, type Vendor, vendor } from "./vendor.ts";

let place: Place;
let open: Vendor;
beforeEach(() => {
  place = emptyPlace();
});
afterEach(async () => {
  await open.close();
  place.remove();
});

/** The flags of a run of so many trials of a vendor that behaves so. */
async function asking(trials: number, fateOf?: (nth: number) => Fate): Promise<string[]> {
  open = await vendor(fateOf);
  return ["--suite", "smoke", "--mode", "live", ...open.flags, "--trials", String(trials), "--out", "out", "--quiet"];
}
const LOG = "out/run/attempts.jsonl";
const expectAllOver = (trials: number): void => {
  const over = overIn(attemptsIn(place.path(LOG)));
  expect(over.length).toBe(trials);
  expect(new Set(over).size).toBe(trials);
};

describe("Ctrl-C", () => {
  it("is exit 130, and the command that it names finishes within what limited the first", async () => {
    const args = [...(await asking(60)), "--budget-usd", "5", "--max-duration", "10m"];
    const one = place.start(args);
    await until(() => open.served.length >= 20, one);
    one.child.kill("SIGINT");
    const { code, err } = await one.ended;
    expect(code).toBe(130);
    const [, kept, left] =
      /^interrupted: (\d+) attempts are in out\/run\/attempts\.jsonl, (\d+) trials are left\.$/m.exec(err) ?? [];
    const lines = attemptsIn(place.path(LOG));
    expect(Number(kept)).toBe(lines.length);
    expect(Number(left)).toBe(60 - overIn(lines).length);
    expect(existsSync(place.path("out/report.md"))).toBe(false);
    const next = nextIn(err);
    expect(next).toContain("--budget-usd 5 --max-duration 600s");
    expect(await place.typed(next).ended).toMatchObject({ code: 0 });
    expectAllOver(60);
    expect(existsSync(place.path("out/report.md"))).toBe(true);
    // Nothing but what was under way was asked twice.
    expect(open.served.length).toBe(attemptsIn(place.path(LOG)).length);
  });

  it("a second one ends it at once", async () => {
    open = await vendor();
    let asked = 0;
    let looked = 0;
    // From the first question on it answers nothing, and whoever stops has something to wait for.
    const silent = createServer(({ method }, response) => {
      if (method === "POST") asked++;
      else if (asked > 0) looked++;
      else response.writeHead(404).end();
    }).listen(0, "127.0.0.1");
    try {
      await once(silent, "listening");
      const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/v1`;
      const where = ["--target", "openai/gpt-4o-mini", "--base-url", `openai=${url}`];
      const one = place.start(["--suite", "smoke", "--mode", "live", ...where, "--out", "out", "--quiet"]);
      await until(() => asked >= 4, one);
      one.child.kill("SIGINT");
      expect(await until(() => looked > 0, one)).toBe(true);
      one.child.kill("SIGINT");
      expect(await one.ended).toMatchObject({ code: null, signal: "SIGINT" });
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });
});

it("a full disk is exit 4, keeps what was written, and the command that it names finishes", async () => {
  const args = await asking(60);
  // A limit on file size stands in for a full disk: the write fails in the same place.
  const { code, err } = await place.start(args, "ulimit -f 40").ended;
  expect(code).toBe(4);
  expect(err).toMatch(/^error\[incomplete\]: The log out\/run\/attempts\.jsonl cannot be written: /);
  expect(err).toMatch(/^ {2}\d+ attempts are in out\/run\/attempts\.jsonl\.$/m);
  const next = nextIn(err);
  expect(next).toContain("--resume smoke-");
  const bytes = readFileSync(place.path(LOG));
  const torn = bytes.length - 1 - bytes.lastIndexOf("\n");
  expect(torn).toBeGreaterThan(0);
  const more = await place.typed(next.replace(" --out", " --progress none --out")).ended;
  expect(more.code).toBe(0);
  expect(more.err).toContain(`was half-written (${torn} bytes) and was taken out; its trial is asked again.`);
  expect(more.err).toContain("what may have been under way counts as spent, at its most.");
  expectAllOver(60);
  expect(open.served.length - attemptsIn(place.path(LOG)).length).toBeLessThanOrEqual(4);
});

it("a live run that is killed four times stays within its budget, by the vendor's own bill", async () => {
  const budget = 0.02;
  const args = await asking(200, (nth) => (nth % 5 === 3 ? "cut" : "answer"));
  const { served } = open;
  const limited = [...args, "--concurrency", "4", "--budget-usd", String(budget)];
  for (let kill = 0; kill < 4; kill++) {
    const from = served.length;
    const one = place.start(kill === 0 ? limited : [...limited, "--resume"]);
    const { signal } = await killedWhen(() => served.length >= from + 4, one);
    expect([kill, signal]).toEqual([kill, "SIGKILL"]);
  }
  const { code, err } = await place.start([...limited, "--resume"]).ended;
  expect(code).toBe(4);
  expect(err).toContain("trials are left: the budget of $0.02 has no room for the most that another request can cost");
  expect(open.usd()).toBeLessThanOrEqual(budget);
  expect(open.usd()).toBeGreaterThan(budget / 3);
});
