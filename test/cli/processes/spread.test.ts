import { describe, expect, it } from "vitest";
import type { AskingProcess, Call, Port, Word } from "../../../src/cli/processes/port.ts";
import { serveCalls } from "../../../src/cli/processes/serve-calls.ts";
import { spread } from "../../../src/cli/processes/spread.ts";
import type { Opened } from "../../../src/cli/trials/opened.ts";
import { WITHOUT_NETWORK } from "../../../src/cli/trials/without-network.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { UserError } from "../../../src/domain/error.ts";
import type { HealthWindow } from "../../../src/domain/health.ts";
import type { Trial } from "../../../src/domain/trial.ts";
import { sleeping } from "../../../src/run/clock.ts";
import { type FakeClock, fakeClock } from "../../run/fake-clock.ts";

const TRIALS = Array.from({ length: 40 }, (_, i) => ({ id: `local/m q.ko ${i + 1}`, target: "local/m" }) as Trial);
const WINDOW = { process: 2, utilisation: 0.1 } as HealthWindow;
const SETTING = {
  input: { suite: "smoke", targets: ["local/m"], flags: { baseUrl: [], accept: [] } },
  effects: { root: "/", cwd: "/" },
};

/** A process that asks, in this one: its messages go through JSON, as between two. */
type Inner = {
  readonly process: AskingProcess;
  /** Trials that it was asked, and what ends them. */
  readonly asked: { readonly trial: Trial; readonly answer: () => void }[];
  readonly stopped: () => boolean;
  readonly closed: () => boolean;
  readonly die: (how: string) => void;
};

function inner(refuses?: UserError): Inner {
  const asked: Inner["asked"] = [];
  let [stopped, closed] = [false, false];
  let die = (_: string): void => undefined;
  let dead = false;
  const ended = new Promise<string>((done) => {
    die = (how) => {
      dead = true;
      done(how);
    };
  });
  let [toIt, fromIt] = [(_: Call): void => undefined, (_: Word): void => undefined];
  const through = <Message>(listen: () => (message: Message) => void): ((message: Message) => void) => {
    return (message) => {
      const text = JSON.stringify(message);
      queueMicrotask(() => {
        if (!dead) listen()(JSON.parse(text) as Message);
      });
    };
  };
  const port: Port<Word, Call> = {
    send: through(() => fromIt),
    onMessage: (listen) => {
      toIt = listen;
    },
  };
  serveCalls(port, (setting, signal) => {
    if (refuses !== undefined) return Promise.reject(refuses);
    signal.addEventListener("abort", () => {
      stopped = true;
    });
    const opened: Opened = {
      ...WITHOUT_NETWORK,
      from: undefined,
      ask: (trial) =>
        new Promise((resolve) => {
          const line = { "tokenwon.trial": trial.id, "tokenwon.text": `${setting.process}` } as Attempt;
          asked.push({ trial, answer: () => resolve(line) });
        }),
      clock: sleeping({ now: () => 0, after: () => () => undefined }),
      during: (work) => work(),
      warmUp: (connections, onEvent) => {
        onEvent({ event: "warm-up", what: "connections", lane: "local", count: connections, ms: 1, failed: 0 });
        return Promise.resolve();
      },
      watch: (keep) => {
        keep(WINDOW);
      },
      close: () => {
        closed = true;
        return Promise.resolve([]);
      },
    };
    return Promise.resolve(opened);
  });
  return {
    process: {
      send: through(() => toIt),
      onMessage: (listen) => {
        fromIt = listen;
      },
      ended,
      release: () => {
        die("exit code 0");
      },
      kill: () => {
        die("SIGKILL");
      },
    },
    asked,
    stopped: () => stopped,
    closed: () => closed,
    die,
  };
}

/** All that is due without any time passing. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

async function opened(all: readonly Inner[]): Promise<{
  readonly many: Awaited<ReturnType<typeof spread>>;
  readonly ended: string[];
  readonly stop: AbortController;
  readonly clock: FakeClock;
}> {
  const clock = fakeClock();
  const stop = new AbortController();
  const ended: string[] = [];
  const many = await spread({
    processes: all.map(({ process }) => process),
    setting: SETTING,
    signal: stop.signal,
    clock,
    longestMs: 60_000,
    started: () => "2026-11-25T04:00:00.000Z",
    lost: ({ trial, process, how }) =>
      Promise.resolve({ "tokenwon.trial": trial.id, "tokenwon.text": `lost by ${process}: ${how}` } as Attempt),
    onEnded: (process, how) => ended.push(`${process}: ${how}`),
  });
  return { many, ended, stop, clock };
}

describe("trials spread over processes", () => {
  it("go to the least busy one, and each comes back once", async () => {
    const all = [inner(), inner(), inner()];
    const { many } = await opened(all);
    const lines = TRIALS.slice(0, 9).map((trial) => many.ask(trial, { attempt: 1 }));
    await settled();
    expect(all.map(({ asked }) => asked.length)).toEqual([3, 3, 3]);
    for (const { answer } of all[1]?.asked ?? []) answer();
    await settled();
    lines.push(...TRIALS.slice(9, 13).map((trial) => many.ask(trial, { attempt: 1 })));
    await settled();
    expect(all.map(({ asked }) => asked.length)).toEqual([3, 6, 4]);
    for (const { asked } of all) for (const { answer } of asked) answer();
    const done = await Promise.all(lines);
    expect(done.map((line) => line["tokenwon.trial"])).toEqual(TRIALS.slice(0, 13).map(({ id }) => id));
    for (const line of done) expect(line["tokenwon.text"]).toBe(String(line["tokenwon.process"]));
    await many.close();
    expect(all.map(({ closed }) => closed())).toEqual([true, true, true]);
  });

  it("share the connections, and their windows and events come through", async () => {
    const all = [inner(), inner()];
    const { many } = await opened(all);
    const counts: number[] = [];
    await many.warmUp(5, (event) => "count" in event && counts.push(event.count));
    expect(counts).toEqual([3, 3]);
    const windows: HealthWindow[] = [];
    many.watch((window) => windows.push(window));
    await many.close();
    expect(windows).toEqual([WINDOW, WINDOW]);
  });

  it("stop when the signal says so", async () => {
    const all = [inner(), inner()];
    const { many, stop } = await opened(all);
    stop.abort();
    await settled();
    expect(all.map(({ stopped }) => stopped())).toEqual([true, true]);
    await many.close();
  });
});

describe("a process that ends", () => {
  it("loses what it had under way, and the others go on", async () => {
    const all = [inner(), inner()];
    const { many, ended } = await opened(all);
    const lines = TRIALS.slice(0, 4).map((trial) => many.ask(trial, { attempt: 1 }));
    await settled();
    all[0]?.asked[0]?.answer();
    await settled();
    all[0]?.die("SIGKILL");
    await settled();
    lines.push(many.ask(TRIALS[4] as Trial, { attempt: 1 }), many.ask(TRIALS[5] as Trial, { attempt: 1 }));
    await settled();
    for (const { answer } of all[1]?.asked ?? []) answer();
    const texts = (await Promise.all(lines)).map((line) => line["tokenwon.text"]);
    expect(texts).toEqual(["1", "2", "lost by 1: SIGKILL", "2", "2", "2"]);
    expect(ended).toEqual(["1: SIGKILL"]);
    await many.close();
    // Those that are let go end too, and nobody is told.
    expect(ended).toEqual(["1: SIGKILL"]);
  });

  it.each([
    ["never answers", 90_000, false],
    ["does not stop", 30_000, true],
  ])("because it %s: it is not waited for", async (_, ms, stops) => {
    const all = [inner(), inner()];
    const { many, ended, stop, clock } = await opened(all);
    const lines = TRIALS.slice(0, 2).map((trial) => many.ask(trial, { attempt: 1 }));
    await settled();
    all[1]?.asked[0]?.answer();
    if (stops) stop.abort();
    await settled();
    await clock.pass(ms - 1);
    expect(ended).toEqual([]);
    await clock.pass(1);
    expect((await Promise.all(lines)).map((line) => line["tokenwon.text"])).toEqual(["lost by 1: SIGKILL", "2"]);
    expect(ended).toEqual(["1: SIGKILL"]);
    await many.close();
    expect(clock.pending()).toBe(0);
  });

  it("and was the last, ends the run", async () => {
    const all = [inner(), inner()];
    const { many } = await opened(all);
    for (const { die } of all) die("exit code 1");
    await settled();
    await expect(many.ask(TRIALS[0] as Trial, { attempt: 1 })).rejects.toThrow("Every process that asked has ended.");
    await many.warmUp(4, () => undefined);
    await many.close();
  });

  it("before it is ready is an error that says what to do", async () => {
    const all = [inner(), inner()];
    all[1]?.die("exit code 9");
    const error = await opened(all).then(
      () => undefined,
      (thrown: unknown) => thrown as UserError,
    );
    expect([error?.kind, error?.message, error?.fix]).toEqual([
      "incomplete",
      "A process that was to ask ended before it could: exit code 9.",
      "Ask from one process: --processes 1.",
    ]);
  });
});

it("a mistake of the person's is the same error here, with the other processes let go", async () => {
  const all = [inner(), inner(new UserError("input", "The file of keys k cannot be read.", { fix: "Give another." }))];
  await expect(opened(all)).rejects.toMatchObject({
    name: "UserError",
    kind: "input",
    message: "The file of keys k cannot be read.",
    fix: "Give another.",
  });
  expect(await all[0]?.process.ended).toBe("exit code 0");
});
