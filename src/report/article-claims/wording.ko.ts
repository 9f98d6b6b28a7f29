import { asking, type ClaimWording, joined, tally } from "./wording.ts";

const SECTIONS: Readonly<Record<string, string>> = {
  "0": "도입",
  "1-1": "1-1 OpenAI 가격",
  "1-2": "1-2 Anthropic 가격",
  "1-3": "1-3 Google 가격과 핵심 요약",
  "1-4": "1-4 플래그십과 경량 모델",
  "2-1": "2-1 토큰의 기본 개념",
  "2-2": "2-2 왜 한국어는 토큰을 더 많이 쓸까",
  "2-3": "2-3 한국어 토큰 비용 실측 비교",
  "3": "3 시나리오의 가중치",
  "3-1": "3-1 시나리오 A: 고객 상담 챗봇",
  "3-2": "3-2 시나리오 B: 문서 요약·분석",
  "3-3": "3-3 시나리오 C: AI 코딩 어시스턴트",
  "4-1": "4-1 프롬프트 캐싱",
  "4-2": "4-2 배치 API",
  "4-3": "4-3 모델 라우팅",
  "4-4": "4-4 프롬프트 압축",
  "4-5": "4-5 로컬 LLM 병행",
  "5-1": "5-1 응답 속도",
  "5-2": "5-2 출력 품질과 재시도 비용",
  "6-2": "6-2 예산별 추천 전략",
};

export const korean: ClaimWording = {
  title: "1월 글의 한국어 토큰·비용·속도 주장 검증",
  headline: (claims) => {
    const { holds, partly, arithmetic, fails, unverifiable } = tally(claims);
    return `한국어 토큰과 비용, 응답 속도에 관한 1월 글의 수치와 주장 ${claims.length}개 가운데 ${holds}개는 맞고, ${partly}개는 일부 경우에만 맞고, ${arithmetic}개는 계산만 맞을 뿐 실제 청구액과 다르고, ${fails}개는 맞지 않으며, ${unverifiable}개는 여기서 확인할 수 없습니다.`;
  },
  articleTitle: ({ title_ko }) => title_ko,
  factors: (count, holdsFor, measured) =>
    `1.5~2배 사이의 배율을 말한 주장 ${count}개는 ${holdsFor.length === 0 ? "어느 토크나이저에서도 맞지 않습니다" : `모두 ${holdsFor.join(", ")}에서만 맞습니다`}. 모든 분야를 합쳐 측정한 값은 ${measured.join(", ")}입니다.`,
  unit: (kind) =>
    ({
      text_saving: "%",
      text_bytes: "바이트",
      against: "배(Gemini 1.x 대비)",
      against_least: "배(가장 적은 것 대비)",
      ttft_s: "초",
      tokens_per_s: "토큰/초",
      retry_rate: "%",
    })[kind],
  rule: "측정값이나 그 95% 신뢰구간이 1월 글의 값과 겹치면 그 토크나이저에서 맞는 것으로 봅니다. '약'이라고 한 값과 하나로 적은 배율은 위아래 10%까지 맞는 것으로 봅니다. \"…에서만 맞음\"은 맞는 토크나이저의 이름입니다.",
  about: (title, date) =>
    `${date}자 글 「${title}」(아래에서는 1월 글)에서 토큰과 비용, 응답 속도, 재시도에 관한 주장과 표의 칸을 모두(도입, 1~4절, 5-1절, 5-2절, 6-2절) 골라, 글쓴이가 염두에 두었을 토크나이저로 측정한 값이나 그날의 가격으로 계산한 값과 나란히 적었습니다. 응답 속도와 재시도율은 제공사가 실제로 보낸 응답으로만 판정하며, 시뮬레이션 결과는 쓰지 않습니다. Claude의 토크나이저는 공개되지 않아 토큰에 관한 판정에는 넣지 않았습니다.`,
  insteadHeading: "대신 이 값을 쓰세요",
  insteadIntro:
    "1월 글에는 1.5~2배, 1.7~2.0배, 1.8배라는 세 가지 통념이 나옵니다. 모든 토크나이저에 맞는 배율 하나는 없습니다. 요금을 정하는 것은 한국어 글자 수 × 글자당 토큰입니다. 영어 토큰 수만 안다면 토크나이저별 배율을 곱하세요. 둘 다 텍스트의 종류에 따라 달라집니다. 코드가 섞인 텍스트가 글자당 토큰이 가장 적습니다. 최저–최고는 이 자료의 모든 분야와 공개 텍스트를 아우른 값입니다. 분야별 값과, 셀 수 없는 모델(Claude, GPT-6, Gemini 3.1 이상)의 가정 범위는 korean-tokens 보고서에 있으며, 내 텍스트도 그 스위트로 측정할 수 있습니다.",
  section: (id) => SECTIONS[id] ?? id,
  verdict: (verdict) => {
    switch (verdict.kind) {
      case "holds":
        return "맞음";
      case "partly":
        return `${verdict.of.join(", ")}에서만 맞음`;
      case "arithmetic":
        return "계산만 맞음";
      case "fails":
        return "맞지 않음";
      case "unverifiable":
        return "확인할 수 없음";
    }
  },
  tokenizer: ({ id, titleKo }) => `${id} (${titleKo})`,
  where: ({ where }) => where.ko,
  quote: ({ quote }) => quote,
  lang: (lang) => ({ ko: "한국어", en: "영어" })[lang],
  note: ({ claim, unmeasured }) => joined(claim.note.ko, unmeasured, korean),
  unmeasured: (why) =>
    why.kind === "gone"
      ? `${gone(why.since, why.beforeText)} 종료된 모델이라 이제는 아무도 측정할 수 없습니다.`
      : `아직 측정하지 않았습니다. ${why.until === undefined ? "지금 호출할 수 있는 모델이니" : `${why.until}에 종료되기 전까지는`} 키가 있으면 \`${asking(why)}\`로 녹화한 뒤 \`npm run eval -- --suite ${why.suite}\`와 이 스위트를 차례로 실행해 측정할 수 있습니다.`,
  sectionsHeading: "절별 판정",
  money: ({ models, pricesRight, wrong, then, today, offThen, answeringToday }) =>
    `가격이 실린 모델 ${models}개 가운데 ${pricesRight}개는 ${then} 당시의 가격 기록과 같고, ${wrong.join(", ")}의 가격은 틀렸습니다. 그날 이미 호출할 수 없던 모델이 ${offThen.length}개(${offThen.join(", ")})이고, ${today} 현재 호출할 수 있는 모델은 ${answeringToday.length === 0 ? "없습니다" : `${answeringToday.join(", ")}입니다`}.`,
  mendHeading: "바로잡아야 할 비용 수치",
  mendIntro:
    "'글의 방식대로'는 1월 글의 가격과 전제로 다시 계산한 값(가격은 그날의 기록)입니다. '실제 청구 기준'은 매 호출마다 다시 보내는 이전 대화와 시스템 프롬프트, 캐시의 최소 길이까지 셈한 값이며, 재시도는 성공할 때까지 반복하는 것으로 셈했습니다. '글의 방식, 오늘 가격'은 글의 방식대로 오늘 가격으로 계산한 값이며, 종료된 모델은 제공사가 안내하는 대체 모델의 값입니다(재시도 비용은 대체 모델의 재시도율을 알 수 없어 비워 두었습니다). 시나리오별 오늘의 전체 비용은 cost 보고서에 있습니다. '—'는 해당 값이 없거나 글의 방식대로 계산한 값과 같다는 뜻입니다.",
  rowsOf: (count) => `${count}행`,
  never: "회수 불가",
  percent: (text) => `${text}%`,
  place: (place) => `${place}위`,
  months: (text) => `${text}개월`,
  scenario: (name) => ({ support: "A(상담)", documents: "B(문서)", coding: "C(코딩)" })[name] ?? name,
  gap: (taken) => ({ ratio: "배수", difference: "차액" })[taken],
  methodHeading: "방법",
  method: ({ dataset, sha256, run, command }) => [
    `배율과 글자당 토큰은 텍스트 쌍 \`${dataset}\`(sha256 \`${sha256}\`)에서 korean-tokens 보고서와 같은 방법으로 측정했습니다. 1월 글에 실린 텍스트는 그대로 셌습니다.`,
    "판정은 위의 규칙으로 계산한 것이고, 옆의 이유는 우리가 썼습니다.",
    "금액은 소수를 정확히 계산했으며, 센트까지 적힌 금액은 반올림해서 같으면 맞는 것으로 봅니다. '계산만 맞음'은 1월 글의 전제대로 계산하면 맞지만 실제 청구액은 다르다는 뜻입니다. 손익분기점은 가능한 경우마다 GPU 값 ÷ (줄어드는 API 비용 − 전기료)로 계산했습니다.",
    `실행 \`${run}\`. \`${command}\`로 다시 만들 수 있습니다. 판정은 claims.csv에, 측정값은 measurements.csv에 모두 있습니다.`,
  ],
  wrote: (count, folder) => `${folder}/에 파일 ${count}개를 썼습니다. 다음: report.ko.md를 열어 보세요.`,
  columns: {
    where: "위치",
    says: "1월 글의 주장",
    measured: "측정값",
    computed: "글의 방식대로",
    corrected: "실제 청구 기준",
    today: "글의 방식, 오늘 가격",
    section: "절",
    claims: "행",
    holds: "맞음",
    partly: "일부만 맞음",
    arithmetic: "계산만 맞음",
    fails: "맞지 않음",
    unverifiable: "확인 불가",
    verdict: "판정",
    why: "이유",
    tokenizer: "토크나이저",
    ratio: "한국어 ÷ 영어 토큰",
    span: "최저–최고",
    perChar: "한국어 글자당 토큰",
  },
};

/** `2026-02-19에`, `1월 글이 나오기 전인 2025-10-28에 이미`. */
function gone(since: string | undefined, beforeText: boolean): string {
  const day = since === undefined ? "" : `${since}에`;
  if (!beforeText) return day === "" ? "이미" : day;
  return `1월 글이 나오기 ${day === "" ? "전에" : `전인 ${day}`} 이미`;
}
