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
  let leave: (() => void) | undefined;
  const left = new Promise<"left">((resolve) => {
    leave = (): void => {
      resolve("left");
    };
    signal.addEventListener("abort", leave, { once: true });
  });
  try {
    for (;;) {
      const next = iterator.next();
      next.catch(() => undefined); // Told by the race; a loser must not go unhandled.
      const step = await Promise.race([next, left]);
      if (step === "left") return;
      if (step.done === true) return;
      take(step.value);
    }
  } finally {
    if (leave !== undefined) signal.removeEventListener("abort", leave);
    iterator.return?.().catch(() => undefined);
  }
}
