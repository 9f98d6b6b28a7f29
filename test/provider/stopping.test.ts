import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Provider } from "../../src/domain/provider.ts";
import { anthropic } from "../../src/provider/anthropic/messages.ts";
import { google } from "../../src/provider/google/generate.ts";
import { endpoint, frames, SSE } from "./asked.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A server that sends these bytes and then nothing more; tells when its reader hung up. */
async function stalling(bytes: Uint8Array): Promise<{ readonly url: string; readonly closed: Promise<void> }> {
  let hungUp: () => void;
  const closed = new Promise<void>((resolve) => {
    hungUp = resolve;
  });
  const server = createServer((request, response) => {
    request.resume();
    response.on("close", () => hungUp());
    response.writeHead(200, SSE).write(bytes);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, closed };
}

describe.each<[string, Provider, Uint8Array]>([
  ["Anthropic", anthropic, frames("anthropic", "cut")],
  ["Google", google, frames("google", "cut")],
])("%s over a real socket", (_, provider, bytes) => {
  const question = { model: "m", messages: [{ role: "user" as const, text: "안녕" }], stream: true };

  it("closes the socket when its reader stops early", async () => {
    const { url, closed } = await stalling(bytes);
    for await (const event of provider.ask(question, { ...endpoint(fetch), baseUrl: url })) {
      if (event.kind === "text") break;
    }
    await closed;
  });

  it("throws when it is aborted in the middle", async () => {
    const { url, closed } = await stalling(bytes);
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const asked = provider.ask(question, { ...endpoint(fetch, stop.signal), baseUrl: url });
      for await (const event of asked) if (event.kind === "text") stop.abort();
    };
    await expect(read()).rejects.toThrow(/abort/);
    await closed;
  });
});
