// A client that has nothing but `fetch`: what the wire alone costs.
import { BODY, loop, url } from "./loop.mjs";

const HEADERS = { "content-type": "application/json" };

await loop(async (take) => {
  const { ok, body } = await fetch(`${url}/chat/completions`, {
    method: "POST",
    headers: HEADERS,
    body: JSON.stringify(BODY),
  });
  if (!ok) throw new Error("the server refused");
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    const frames = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = frames.pop();
    for (const frame of frames) if (frame !== "data: [DONE]") take(JSON.parse(frame.slice("data: ".length)));
  }
});
