/**
 * Every event, until the iterator ends or the signal fires: an SDK that does not heed its signal is not waited for, and
 * after the signal none is asked.
 */
export async function eachEvent<T>(
  events: AsyncIterable<T>,
  signal: AbortSignal,
  take: (event: T) => void,
): Promise<void> {
  if (signal.aborted) return;
  const iterator = events[Symbol.asyncIterator]();
  // One waiter at a time: a race against one long promise would leave something on it for every event.
  let leave: (() => void) | undefined;
  let stopped = false;
  const isStopped = (): boolean => stopped;
  const onAbort = (): void => {
    stopped = true;
    leave?.();
  };
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    for (;;) {
      const step = await new Promise<IteratorResult<T> | "left">((resolve, reject) => {
        leave = (): void => {
          resolve("left");
        };
        iterator.next().then(resolve, reject);
      });
      if (step === "left" || step.done === true) return;
      take(step.value);
      // By whoever took the event: nobody waited then.
      if (isStopped()) return;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    iterator.return?.().catch(() => undefined);
  }
}
