import { type ClaimWording, tally } from "./wording.ts";

const SECTIONS: Readonly<Record<string, string>> = {
  "0": "도입",
  "2-1": "2-1 토큰의 기본 개념",
  "2-2": "2-2 왜 한국어는 토큰을 더 많이 쓸까",
  "2-3": "2-3 한국어 토큰 비용 실측 비교",
  "3": "3 시나리오의 가중치",
  "4-4": "4-4 프롬프트 압축",
};

export const korean: ClaimWording = {
  title: "1월 글의 한국어 토큰 주장 검증",
  headline: (claims) => {
    const { holds, partly, fails, unverifiable } = tally(claims);
    return `한국어 토큰에 관한 1월 글의 주장 ${claims.length}개 가운데 ${holds}개는 맞고, ${partly}개는 일부 토크나이저에서만 맞고, ${fails}개는 맞지 않으며, ${unverifiable}개는 여기서 확인할 수 없습니다.`;
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
    })[kind],
  rule: "측정값이나 그 95% 신뢰구간이 1월 글의 값과 겹치면 그 토크나이저에서 맞는 것으로 봅니다. '약'이라고 한 값과 하나로 적은 배율은 위아래 10%까지 맞는 것으로 봅니다. \"…에서만 맞음\"은 맞는 토크나이저의 이름입니다.",
  about: (title, date) =>
    `${date}자 글 「${title}」(아래에서는 1월 글)에서 토큰에 관한 주장과 표의 칸을 모두(도입, 2절, 4-4절, 3절의 가중치) 골라, 글쓴이가 염두에 두었을 토크나이저로 측정한 값과 나란히 적었습니다. Claude의 토크나이저는 공개되지 않아 판정에 넣지 않았습니다.`,
  insteadHeading: "대신 이 값을 쓰세요",
  insteadIntro:
    "1월 글에는 1.5~2배, 1.7~2.0배, 1.8배라는 세 가지 통념이 나옵니다. 모든 토크나이저에 맞는 배율 하나는 없습니다. 요금을 정하는 것은 한국어 글자 수 × 글자당 토큰입니다. 영어 토큰 수만 안다면 토크나이저별 배율을 곱하세요. 둘 다 텍스트의 종류에 따라 달라집니다. 코드가 섞인 텍스트가 글자당 토큰이 가장 적습니다. 최저–최고는 이 자료의 모든 분야와 공개 텍스트를 아우른 값입니다. 분야별 값과, 셀 수 없는 모델(Claude, GPT-6, Gemini 3.1 이상)의 가정 범위는 korean-tokens 보고서에 있으며, 내 텍스트도 그 스위트로 측정할 수 있습니다.",
  section: (id) => SECTIONS[id] ?? id,
  verdict: (verdict) => {
    switch (verdict.kind) {
      case "holds":
        return "맞음";
      case "partly":
        return `${verdict.tokenizers.join(", ")}에서만 맞음`;
      case "fails":
        return "맞지 않음";
      case "unverifiable":
        return "확인할 수 없음";
    }
  },
  tokenizer: ({ id, titleKo }) => `${id} (${titleKo})`,
  where: ({ where }) => where.ko,
  quote: ({ quote }) => quote,
  note: ({ note }) => note.ko,
  methodHeading: "방법",
  method: ({ dataset, sha256, run, command }) => [
    `배율과 글자당 토큰은 텍스트 쌍 \`${dataset}\`(sha256 \`${sha256}\`)에서 korean-tokens 보고서와 같은 방법으로 측정했습니다. 1월 글에 실린 텍스트는 그대로 셌습니다.`,
    "판정은 위의 규칙으로 계산한 것이고, 옆의 이유는 우리가 썼습니다.",
    `실행 \`${run}\`. \`${command}\`로 다시 만들 수 있습니다. 판정은 claims.csv에, 측정값은 measurements.csv에 모두 있습니다.`,
  ],
  wrote: (count, folder) => `${folder}/에 파일 ${count}개를 썼습니다. 다음: report.ko.md를 열어 보세요.`,
  columns: {
    where: "위치",
    says: "1월 글의 주장",
    measured: "측정값",
    verdict: "판정",
    why: "이유",
    tokenizer: "토크나이저",
    ratio: "한국어 ÷ 영어 토큰",
    span: "최저–최고",
    perChar: "한국어 글자당 토큰",
  },
};
