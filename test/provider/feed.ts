/** How a canned answer arrives: by default with status 200, as a stream of events, in one read. */
export type Serving = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes in a read. */
  readonly size?: number;
};

/** A `fetch` that answers every request with these bytes. */
export function feed(bytes: Uint8Array, { status = 200, headers, size = bytes.length }: Serving = {}): typeof fetch {
  return () => {
    let at = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
          else controller.close();
          at += size;
        },
      },
      { highWaterMark: 0 },
    );
    return Promise.resolve(
      new Response(body, { status, headers: { "content-type": "text/event-stream", ...headers } }),
    );
  };
}
