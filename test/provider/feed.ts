type Feed = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes in a read; all at once when it is not given. */
  readonly size?: number;
};

/** A `fetch` that answers every request with these bytes, cut into reads of one size wherever the cuts fall. */
export function feed(bytes: Uint8Array, { status = 200, headers = {}, size = bytes.length }: Feed = {}): typeof fetch {
  return () => {
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
        else controller.close();
        at += size;
      },
    });
    return Promise.resolve(new Response(body, { status, headers }));
  };
}
