import type { Measured } from "../asking/print.ts";

const ASK = "ask a model with a key (costs money): --mode live --target openai/gpt-6-luna --repeat 5 --budget-usd 1";
const ASK_KO =
  "키가 있다면 실제 모델에 물어보세요(비용 발생). --mode live --target openai/gpt-6-luna --repeat 5 --budget-usd 1";

/** What to do after a run that timed answers, by who gave them. */
export const NEXT: Measured["next"] = {
  en: {
    simulate: `Next: open report.md there, or ${ASK}`,
    replay: `Next: open report.md there, or ${ASK}`,
    live: "Next: open report.md there; more answers narrow the intervals: --repeat 10. --mode record keeps them for CI.",
    record:
      "Next: `npm run eval -- --suite latency --mode replay` makes the report from the recordings, without a key; commit evals/recordings.",
  },
  ko: {
    simulate: `다음: report.ko.md를 열어 보거나, ${ASK_KO}`,
    replay: `다음: report.ko.md를 열어 보거나, ${ASK_KO}`,
    live: "다음: report.ko.md를 열어 보세요. 응답이 많을수록 구간이 좁아집니다(--repeat 10). --mode record로 실행하면 응답을 CI에서 쓸 수 있게 녹화합니다.",
    record:
      "다음: `npm run eval -- --suite latency --mode replay`로 키 없이 녹화에서 보고서를 만들 수 있습니다. evals/recordings를 커밋하세요.",
  },
};
