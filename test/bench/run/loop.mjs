// The loop of the bare clients: asks so many times, so many at a time, and adds a line to a file for every answer.
import { createWriteStream } from "node:fs";

const [url, count, most, out] = process.argv.slice(2);

/** Where the server is. */
export { url };

/** What is asked, each time. */
export const BODY = {
  model: "bench",
  messages: [
    {
      role: "system",
      content:
        "당신은 온라인 신발 매장의 고객 상담원입니다. 다음 규정에 따라 두세 문장으로 정중하게 답하세요. 실외에서 신지 않은 신발은 받은 날부터 7일 이내에 환불할 수 있으며, 반품 배송비 6,000원은 고객이 부담합니다.",
    },
    {
      role: "user",
      content:
        "그저께 받은 운동화가 생각보다 작아요. 집 안에서 한 번 신어 봤는데 환불되나요? 배송비는 제가 내야 하나요?",
    },
  ],
  max_completion_tokens: 1000,
  stream: true,
  stream_options: { include_usage: true },
};

/** Calls `ask`, which gives every chunk of an answer to its argument. */
export async function loop(ask) {
  const file = createWriteStream(out);
  let left = Number(count);
  const worker = async () => {
    while (left-- > 0) {
      const line = {
        started: new Date().toISOString(),
        text: "",
        first: undefined,
        finish: undefined,
        usage: undefined,
      };
      const begun = performance.now();
      await ask((chunk) => {
        const choice = chunk.choices[0];
        const text = choice?.delta.content;
        if (text) {
          line.first ??= performance.now() - begun;
          line.text += text;
        }
        line.finish = choice?.finish_reason ?? line.finish;
        line.usage = chunk.usage ?? line.usage;
      });
      if (line.finish === undefined || line.usage === undefined) throw new Error("an answer broke off");
      file.write(`${JSON.stringify({ ...line, end: performance.now() - begun })}\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(most) }, worker));
  await new Promise((done) => file.end(done));
}
