import type { Measured } from "../asking/print.ts";

const FLAGS = "--mode live --target openai/gpt-6-luna --budget-usd 3";
const ASK = `ask a model with a key (costs money; \`estimate\` says how much at most): ${FLAGS}`;
const ASK_KO = `API 키가 있으면 실제 모델에 물어보세요(비용 발생, 최대 금액은 \`estimate\`로 확인): ${FLAGS}`;

/** What to do after a run that asked for JSON, by who answered. */
export const NEXT: Measured["next"] = {
  en: {
    simulate: `Next: open report.md there, or ${ASK}`,
    replay: `Next: open report.md there, or ${ASK}`,
    live: "Next: open report.md there; --full asks every item of every task. --mode record keeps the answers for CI.",
    record:
      "Next: `npm run eval -- --suite json-validity --mode replay` makes the report from the recordings, without a key; commit evals/recordings.",
  },
  ko: {
    simulate: `다음: report.ko.md를 열어 보거나, ${ASK_KO}`,
    replay: `다음: report.ko.md를 열어 보거나, ${ASK_KO}`,
    live: "다음: report.ko.md를 열어 보세요. --full을 붙이면 모든 작업의 모든 항목을 물어봅니다. --mode record로 실행하면 답변을 녹화해 CI에서 쓸 수 있습니다.",
    record:
      "다음: `npm run eval -- --suite json-validity --mode replay`로 키 없이 녹화에서 보고서를 만들 수 있습니다. evals/recordings를 커밋하세요.",
  },
};
