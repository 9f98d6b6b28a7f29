import { bill } from "../../cost/bill.ts";
import type { Attempt } from "../../domain/attempt.ts";
import type { Day } from "../../domain/date.ts";
import type { PriceBook } from "../../domain/price/book.ts";
import { servedOn } from "../../domain/price/book.ts";
import { outputTokens, promptTokens, type Usage } from "../../domain/usage.ts";
import { fixed, significant } from "../../report/format.ts";
import { type WonGiven } from "../won.ts";

type Lang = "en" | "ko";

const WORDS = {
  en: {
    simulated: "simulated: nothing here was measured",
    empty: "the answer is empty",
    ttft: (ms: string) => `${ms} ms to the first token`,
    visible: (ms: string) => `${ms} ms to the first visible one`,
    speed: (tokens: string, chars: string) => `${tokens} tokens/s, ${chars} characters/s`,
    charsOnly: (chars: string) => `${chars} characters/s`,
    tokens: (input: string, output: string, thinking: string) => `tokens: ${input} in, ${output} out${thinking}`,
    thinking: (n: string) => ` (thinking ${n})`,
    noUsage: "the server gave no usage",
    cost: (usd: string, day: string) => `$${usd} at the prices of ${day}`,
    noCost: "no price is known",
    served: (model: string) => `served by ${model}`,
    total: (ms: string) => `${ms} ms in all`,
  },
  ko: {
    simulated: "모의 응답(측정값 아님)",
    empty: "빈 답",
    ttft: (ms: string) => `첫 토큰 ${ms}ms`,
    visible: (ms: string) => `첫 글자 ${ms}ms`,
    speed: (tokens: string, chars: string) => `${tokens}토큰/초, ${chars}자/초`,
    charsOnly: (chars: string) => `${chars}자/초`,
    tokens: (input: string, output: string, thinking: string) => `입력 ${input}토큰, 출력 ${output}토큰${thinking}`,
    thinking: (n: string) => `(추론 ${n})`,
    noUsage: "서버가 사용량을 알려 주지 않음",
    cost: (usd: string, day: string) => `$${usd}(${day} 가격)`,
    noCost: "가격을 알 수 없음",
    served: (model: string) => `응답 모델 ${model}`,
    total: (ms: string) => `전체 ${ms}ms`,
  },
} as const;

/** The line of figures under an answer. What is not known is said or left out, never 0. */
export function figuresLine(line: Attempt, book: PriceBook, day: Day, won: WonGiven | undefined, lang: Lang): string {
  const words = WORDS[lang];
  const ms = (value: number): string => fixed(value, 0);
  const ttft = line["tokenwon.ttft_ms"];
  const visible = line["tokenwon.ttfvt_ms"];
  const last = line["tokenwon.e2e_ms"];
  const usage = told(line);
  const tpot = line["tokenwon.tpot_ms"];
  const span = visible === undefined || last === undefined ? 0 : last - visible;
  const chars = span >= LEAST_SPAN ? significant((line["tokenwon.chars"] * 1000) / span, 2) : undefined;
  const parts = [
    line["tokenwon.evidence"] === "simulated" ? words.simulated : undefined,
    line["tokenwon.failure"] === undefined && line["tokenwon.text"] === "" ? words.empty : undefined,
    ttft === undefined ? undefined : words.ttft(ms(ttft)),
    // Only where thinking was shown before.
    ttft === undefined || visible === undefined || visible - ttft < 1 ? undefined : words.visible(ms(visible)),
    chars === undefined
      ? undefined
      : tpot === undefined
        ? words.charsOnly(chars)
        : words.speed(significant(1000 / tpot, 2), chars),
    words.total(ms(line["tokenwon.end_ms"])),
    usage === undefined
      ? words.noUsage
      : words.tokens(
          fixed(line["gen_ai.usage.input_tokens"], 0),
          fixed(line["gen_ai.usage.output_tokens"], 0),
          usage.thinking > 0 ? words.thinking(fixed(usage.thinking, 0)) : "",
        ),
    usage === undefined ? undefined : costText(line, book, day, won, lang),
    line["gen_ai.response.model"] === undefined ? undefined : words.served(line["gen_ai.response.model"]),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** Speeds over a shorter time than this, in ms, are those of the reads and not of the model. */
const LEAST_SPAN = 100;

/** The usage that the server told; some servers answer with zeros, which is to say nothing. */
function told(line: Attempt): Usage | undefined {
  const usage = line["tokenwon.usage"];
  return usage === undefined || (promptTokens(usage) === 0 && outputTokens(usage) === 0) ? undefined : usage;
}

function costText(line: Attempt, book: PriceBook, day: Day, won: WonGiven | undefined, lang: Lang): string {
  const usage = told(line);
  const model = servedOn(book, line["tokenwon.target"], day);
  if (usage === undefined || model === undefined) return WORDS[lang].noCost;
  try {
    const usd = bill(usage, model, { day }).usd.toNumber();
    const krw = won === undefined ? "" : ` (₩${significant(usd * won.rate, 3)})`;
    return WORDS[lang].cost(significant(usd, 3), day) + krw;
  } catch {
    return WORDS[lang].noCost;
  }
}
