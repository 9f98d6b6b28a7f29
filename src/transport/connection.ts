import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { WireLog } from "../domain/wire.ts";
import { since } from "./exchange-clock.ts";

/** Ties a request to the log of its exchange, and writes there what only the client below `fetch` sees. */
export type Connections = {
  /** Requests made within `work` belong to `log`. Of a redirected exchange the first request counts. */
  readonly observe: <T>(log: WireLog, work: () => T) => T;
  /** The same for a request that is made before `work` returns: cheaper, since nothing has to follow what is waited for. */
  readonly tie: <T>(log: WireLog, work: () => T) => T;
  readonly close: () => void;
};

/**
 * Listens to undici: `sent` is when the last byte of a request was handed to its socket, `connectionReused` whether
 * that socket had carried another request before. Both are only known below `fetch`, and undici tells of all requests
 * of the process, so the log is found by the asynchronous context in which a request was made.
 */
export function watchConnections(now: () => number): Connections {
  const context = new AsyncLocalStorage<WireLog>();
  const logs = new WeakMap<object, WireLog>();
  const tied = new WeakSet<WireLog>();
  const sockets = new WeakSet();

  let tying: WireLog | undefined;

  const onCreate = (message: unknown): void => {
    const log = tying ?? context.getStore();
    if (log === undefined || tied.has(log)) return;
    tied.add(log);
    logs.set((message as { readonly request: object }).request, log);
    since(log, now());
  };
  const onHeaders = (message: unknown): void => {
    const { request, socket } = message as { readonly request: object; readonly socket: object };
    const log = logs.get(request);
    if (log !== undefined) {
      log.connectionReused = sockets.has(socket);
      log.sent = since(log, now());
    }
    sockets.add(socket);
  };
  const onBody = (message: unknown): void => {
    const log = logs.get((message as { readonly request: object }).request);
    // A server may answer before it has read everything.
    if (log !== undefined && log.headers === undefined) log.sent = since(log, now());
  };

  const listeners = [
    ["undici:request:create", onCreate],
    ["undici:client:sendHeaders", onHeaders],
    ["undici:request:bodySent", onBody],
  ] as const;
  for (const [channel, listener] of listeners) subscribe(channel, listener);
  return {
    observe: (log, work) => context.run(log, work),
    tie: (log, work) => {
      tying = log;
      try {
        return work();
      } finally {
        tying = undefined;
      }
    },
    close: () => {
      for (const [channel, listener] of listeners) unsubscribe(channel, listener);
      context.disable();
    },
  };
}
