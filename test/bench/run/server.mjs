// Streams the answer of a chat completion 20 ms after it was asked, with as little work as it can: its frames are made
// once. It keeps the time from the first question's arrival to the last answer's end, so that all clients are timed by
// the same clock.
import { createServer } from "node:http";

const FIRST_MS = 20;
const HEADERS = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" };

const chunk = (choices, more = {}) =>
  `data: ${JSON.stringify({
    id: "chatcmpl-bench",
    object: "chat.completion.chunk",
    created: 1764000000,
    model: "bench",
    choices,
    ...more,
  })}\n\n`;
const delta = (content, finish_reason = null) => chunk([{ index: 0, delta: { content }, finish_reason }]);
const [FIRST, REST] = [
  [chunk([{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }]), delta("안녕하세요, ")],
  [
    ...[
      "고객님. ",
      "신어 보신 곳이 실내라면 ",
      "받은 날부터 7일 안에 환불됩니다. ",
      "반품 배송비는 6,000원입니다.",
    ].map((text) => delta(text)),
    chunk([{ index: 0, delta: {}, finish_reason: "stop" }]),
    chunk([], { usage: { prompt_tokens: 120, completion_tokens: 40, total_tokens: 160 } }),
    "data: [DONE]\n\n",
  ],
].map((frames) => Buffer.from(frames.join("")));

const asNew = () => ({ asked: 0, answered: 0, first: 0, last: 0 });
let span = asNew();

const server = createServer((request, response) => {
  request.resume();
  if (request.method !== "POST") {
    const known = request.url === "/span";
    response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? { ...span, ms: span.last - span.first } : {}));
    if (known) span = asNew();
    return;
  }
  if (span.asked++ === 0) span.first = performance.now();
  setTimeout(() => {
    response.writeHead(200, HEADERS);
    response.write(FIRST);
    // In a turn of its own, so that the client reads it apart.
    setImmediate(() => {
      response.end(REST, () => {
        span.answered++;
        span.last = performance.now();
      });
    });
  }, FIRST_MS);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
// It goes when the bench goes.
process.stdin.on("end", () => process.exit()).resume();
