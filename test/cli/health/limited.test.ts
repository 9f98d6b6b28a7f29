import { expect, it } from "vitest";
import { limitedText } from "../../../src/cli/health/limited.ts";

const health = {
  processes: 1,
  windows: 60,
  late: 12,
  lateTrials: 1234,
  trials: 5000,
  limited: true,
  worstDelayMs: 47.6,
  mostUtilisation: 0.9,
  gcMs: 200,
  mostLoad: 4.13,
  cores: 2,
  mostSockets: 300,
};

it.each([
  [{ limited: false }, undefined],
  [
    {},
    "note: this machine was late itself while 1,234 of 5,000 trials were under way (timers up to 48 ms late, its event loop busy up to 90 %), so their times are partly its own: ask fewer at a time (--concurrency) or from more processes (--processes N); npm run eval -- calibrate says what this one can do",
  ],
  [
    { processes: 2 },
    "note: this machine was late itself while 1,234 of 5,000 trials were under way (timers up to 48 ms late, its event loop busy up to 90 %), so their times are partly its own: ask fewer at a time (--concurrency) or from more than 2 processes on more cores (--processes N); npm run eval -- calibrate says what this one can do",
  ],
  [
    { mostUtilisation: 0.1 },
    "note: this machine was late itself while 1,234 of 5,000 trials were under way (timers up to 48 ms late, load average up to 4.1 on 2 cores), so their times are partly its own: end what else runs here, or ask from another machine; npm run eval -- calibrate says what this one can do",
  ],
])("%j", (more, text) => {
  expect(limitedText({ ...health, ...more })).toBe(text);
});

it("says nothing where nobody watched", () => {
  expect(limitedText(undefined)).toBeUndefined();
});
