import type { Opened } from "../trials/opened.ts";
import type { Call, Port, Setting, Word } from "./port.ts";
import { sentError } from "./sent-error.ts";

/** Opens what a setting says, with a signal that ends what is under way. */
export type OpenSetting = (setting: Setting, signal: AbortSignal) => Promise<Opened>;

/** What a process does that asks for another: each call as it comes, and its answer as soon as there is one. */
export function serveCalls({ send, onMessage }: Port<Word, Call>, open: OpenSetting): void {
  const stop = new AbortController();
  let opened: Opened | undefined;
  const here = (): Opened => {
    if (opened === undefined) throw new Error("it was not opened");
    return opened;
  };
  const work = async (call: Call): Promise<Extract<Word, { readonly call: number }>> => {
    const done = { call: call.call };
    switch (call.does) {
      case "open":
        opened = await open(call.setting, stop.signal);
        return done;
      case "warm-up":
        await here().warmUp(call.connections, (event) => {
          send({ event });
        });
        return done;
      case "watch":
        here().watch((window) => {
          send({ window });
        });
        return done;
      case "ask": {
        const answer = await here().ask(call.trial, call.turn);
        if ("miss" in answer) throw new Error("nothing is missed where a provider is asked");
        return { ...done, line: answer };
      }
      case "stop":
        stop.abort();
        return done;
      case "close":
        await here().close();
        return done;
    }
  };
  onMessage((call) => {
    work(call).then(send, (error: unknown) => {
      send({ call: call.call, error: sentError(error) });
    });
  });
}
