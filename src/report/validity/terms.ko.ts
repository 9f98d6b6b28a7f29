import type { FaultKind } from "../../domain/grade.ts";
import { LANGS } from "../names.ko.ts";
import type { ValidityTerms } from "./wording.ts";

const CONDITIONS: Readonly<Record<string, readonly [name: string, means: string]>> = {
  prompt: [
    "프롬프트",
    "스키마를 프롬프트에 넣고 JSON으로 답하라고 말로만 요청합니다. 형식을 강제하는 장치는 없으며, 다른 조건은 모두 여기서 한 가지만 바꾼 것입니다.",
  ],
  json: ["JSON 모드", "제공사의 JSON 모드를 켭니다. 스키마는 프롬프트에 넣습니다."],
  schema: [
    "스키마 강제",
    "스키마를 프롬프트가 아니라 제공사 API에 넘겨 답변이 따르게 합니다. 범위, 패턴, 형식처럼 제공사의 엄격 모드가 받지 않는 규칙은 설명으로만 알려 줍니다.",
  ],
  tool: ["도구 호출", "하나뿐인 도구의 인자로 답하게 합니다. 도구의 매개변수가 스키마입니다."],
  "english-instructions": ["영어 지시문", "내용은 한국어 그대로 두고 지시문을 영어로 씁니다."],
  "korean-fields": ["한국어 필드명", "스키마의 필드 이름을 한국어로 씁니다."],
};

const FAULTS: Readonly<Record<FaultKind, readonly [name: string, means: string]>> = {
  refusal: ["거부", "제공사가 모델이 답변을 거부했다고 알려 왔습니다."],
  filter: ["필터 차단", "제공사의 필터가 답변을 막았습니다."],
  empty: [
    "빈 답변",
    "공백 말고는 아무것도 없거나, 제공사가 도구 호출을 읽지 못해 내보내지 않았습니다(Gemini의 `MALFORMED_FUNCTION_CALL`).",
  ],
  truncated: ["잘림", "길이 제한에 걸렸거나 값이 끝까지 닫히지 않았습니다."],
  "trailing-comma": ["끝 쉼표", "닫는 괄호 앞에 쉼표가 남았습니다."],
  quotes: ["따옴표 오류", "JSON의 큰따옴표 대신 작은따옴표나 둥근 따옴표를 썼습니다."],
  "other-syntax": ["기타 문법", "주석이나 따옴표 없는 키처럼 그 밖의 이유로 JSON이 아닙니다."],
  fence: ["코드 블록", "값을 마크다운 코드 블록으로 감쌌습니다."],
  prose: ["군말", "값의 앞뒤에 말을 덧붙였거나 값 대신 말만 있습니다."],
  "missing-field": ["필드 누락", "스키마에 있는 필드가 빠졌습니다."],
  "extra-field": ["필드 추가", "스키마에 없는 필드가 있습니다."],
  "wrong-type": ["타입 오류", "숫자 자리에 문자열, 배열 자리에 객체를 쓰는 등 타입이 다릅니다."],
  "translated-value": ["번역된 값", "열거형 값을 다른 언어로 옮겨 적었습니다."],
  "wrong-value": ["목록 밖의 값", "열거형에 없는 값입니다."],
  "number-words": ["글로 쓴 수", "숫자로 적을 자리에 `삼만 원`처럼 글로 적었습니다."],
  "date-format": ["날짜 형식", "날짜나 시각이 요청한 형식이 아닙니다."],
  constraint: ["제약 위반", "타입은 맞지만 범위, 패턴, 개수, 합계 같은 스키마의 다른 규칙에 어긋납니다."],
  "duplicate-key": ["키 중복", "같은 키가 두 번 나옵니다. 마지막 값을 씁니다."],
  mojibake: ["깨진 글자", "인코딩이 잘못되어 한글이 깨졌거나, 읽지 못한 글자 자리에 대체 문자가 있습니다."],
  "lone-surrogate": ["반쪽 글자", "서로게이트 쌍의 한쪽만 있습니다."],
};

export const terms: ValidityTerms = {
  lang: (lang) => LANGS[lang],
  condition: (name) => CONDITIONS[name]?.[0] ?? name,
  conditionMeans: (name) => {
    const [title, means] = CONDITIONS[name] ?? [name, "—"];
    return `${title}(\`${name}\`): ${means}`;
  },
  way: (policy) =>
    ({ none: "재시도 없음", again: "같은 질문 다시", message: "오류 알려 주기", other: "다른 모델" })[policy],
  level: (level) => ({ flat: "단순", nested: "중첩", union: "유니언", enum: "열거형", constraint: "제약 조건" })[level],
  fault: (fault) => FAULTS[fault][0],
  faultMeans: (fault) => FAULTS[fault][1],
  percent: (text) => `${text}%`,
  between: (low, high) => `${low} ~ ${high}`,
  judged: (verdict, p) => {
    const said = {
      better: ": 높음",
      worse: ": 낮음",
      "no difference shown": ": 차이 확인 안 됨",
      "too few": ": 항목 부족",
    }[verdict];
    return p === undefined ? said : `${said}(McNemar p ${p})`;
  },
};
