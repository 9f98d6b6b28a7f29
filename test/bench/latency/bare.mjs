// A careful person's client: the vendor's SDK and nothing else. No retries, connections that are kept, no limit to silence.
import { writeFileSync } from "node:fs";
import OpenAI from "openai";
import { Agent, fetch as undiciFetch } from "undici";

const [url, model, streams, calls, out] = process.argv.slice(2);
const dispatcher = new Agent({ keepAliveTimeout: 60_000, headersTimeout: 0, bodyTimeout: 0 });
const client = new OpenAI({
  baseURL: url,
  apiKey: "none",
  maxRetries: 0,
  fetch: undiciFetch,
  fetchOptions: { dispatcher },
});
const body = {
  model,
  messages: [
    { role: "system", content: "당신은 온라인 신발 매장의 고객 상담원입니다." },
    { role: "user", content: "그저께 받은 운동화가 생각보다 작아요. 환불되나요?" },
  ],
  max_completion_tokens: 1000,
  stream: true,
  stream_options: { include_usage: true },
};

const lines = [];
let left = Number(calls);
async function stream() {
  while (left-- > 0) {
    const started = Date.now();
    const begun = performance.now();
    const times = [];
    let text = "";
    let finish;
    for await (const { choices } of await client.chat.completions.create(body)) {
      const content = choices[0]?.delta.content;
      if (content) {
        times.push(performance.now() - begun);
        text += content;
      }
      finish = choices[0]?.finish_reason ?? finish;
    }
    if (finish === undefined) throw new Error("an answer broke off");
    lines.push({
      "tokenwon.started": new Date(started).toISOString(),
      "tokenwon.end_ms": performance.now() - begun,
      "tokenwon.ttft_ms": times[0],
      "tokenwon.output_gaps_us": times.slice(1).map((time, i) => Math.round((time - times[i]) * 1000)),
      "tokenwon.text": text,
    });
  }
}
await Promise.all(Array.from({ length: Number(streams) }, stream));
writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
await dispatcher.close();
