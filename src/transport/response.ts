/** What arguments of `fetch` ask for, whichever of its forms they take. */
export type Asked = { readonly method: string; readonly href: string; readonly signal: AbortSignal | undefined };

/** The address asked for. */
export const hrefOf = (input: string | URL | Request): string =>
  typeof input === "string" ? input : input instanceof URL ? input.href : input.url;

/** Reads the arguments of a call of `fetch`; what `init` says goes before what a `Request` says. */
export function asked(input: string | URL | Request, init: RequestInit | undefined): Asked {
  const request = input instanceof Request ? input : undefined;
  return {
    method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
    href: hrefOf(input),
    signal: init?.signal ?? request?.signal,
  };
}

/** The same answer with another body. A `Response` cannot be told its address, so that is put on from outside. */
export function withBody(
  response: Response,
  body: ReadableStream<Uint8Array> | null,
  extra: Readonly<Record<string, string>> = {},
): Response {
  const headers = new Headers([...response.headers]);
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  const copy = new Response(body, { status: response.status, statusText: response.statusText, headers });
  return Object.defineProperty(copy, "url", { value: response.url });
}
