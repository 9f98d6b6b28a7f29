import type { JsonType, JsonWording } from "./wording.ts";

/** A type, and how a demand for it ends: 숫자여야, 배열이어야. */
const TYPES: Readonly<Record<JsonType, readonly [string, string]>> = {
  object: ["객체", "여야"],
  array: ["배열", "이어야"],
  string: ["문자열", "이어야"],
  number: ["숫자", "여야"],
  integer: ["정수", "여야"],
  boolean: ["true/false", "여야"],
  null: ["null", "이어야"],
};

export const korean: JsonWording = {
  demand: "다음 JSON Schema에 맞는 JSON 객체 하나만 출력하세요. 설명이나 코드 블록 없이 JSON만 쓰세요.",
  call: (tool) => `${tool} 도구를 한 번 호출하고, 결과를 그 인수로 넘기세요.`,
  content: "내용:",
  wrong: "답변이 올바르지 않습니다.",
  more: (count) => `이 밖에 ${count}건이 더 있습니다.`,
  again: "고친 JSON 객체만 다시 출력하세요.",
  whole: "JSON 전체",
  ofText: {
    refusal: "JSON이 없습니다. 답변을 거절했습니다.",
    filter: "JSON이 없습니다. 답변이 필터에 걸렸습니다.",
    empty: "JSON이 없습니다. 답변이 비어 있습니다.",
    truncated: "JSON이 아닙니다. 답변이 중간에 끊겼습니다.",
    "trailing-comma": "JSON이 아닙니다. 닫는 괄호 앞에 쉼표가 있습니다.",
    quotes: 'JSON이 아닙니다. 키와 문자열은 큰따옴표(")로 감싸야 합니다.',
    "other-syntax": "JSON이 아닙니다. 문법 오류가 있습니다.",
    fence: "JSON만 있어야 하는데 코드 블록으로 감쌌습니다.",
    prose: "JSON만 있어야 하는데 다른 말이 섞여 있습니다.",
    mojibake: "글자가 깨져 있습니다.",
    "lone-surrogate": "짝이 없는 서로게이트 문자가 있습니다.",
  },
  ofPlace: {
    "missing-field": "필드가 빠졌습니다.",
    "extra-field": "스키마에 없는 필드입니다.",
    "wrong-type": "자료형이 스키마와 다릅니다.",
    "translated-value": "enum 값을 번역했습니다. 스키마에 적힌 그대로 쓰세요.",
    "wrong-value": "스키마의 enum에 없는 값입니다.",
    "number-words": "숫자를 말로 썼습니다. 아라비아 숫자로 쓰세요.",
    "date-format": "요청한 형식이 아닙니다.",
    constraint: "허용되지 않는 값입니다. 범위, 길이, 패턴, 설명을 확인하세요.",
    "duplicate-key": "같은 키가 두 번 나옵니다.",
  },
  type: (expected, got) => {
    const [, ending] = TYPES[expected[expected.length - 1] as JsonType];
    const wanted = `${expected.map((type) => TYPES[type][0]).join(" 또는 ")}${ending}`;
    return got === undefined ? `${wanted} 합니다.` : `${wanted} 하는데 ${TYPES[got][0]}입니다.`;
  },
};
