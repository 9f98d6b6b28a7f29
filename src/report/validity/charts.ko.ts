import { pictureNote, pictureTitle } from "../banner.ko.ts";
import type { ValidityChartWording } from "./wording.ts";

export const charts: ValidityChartWording = {
  validTitle: (facts) => pictureTitle(facts, "첫 답변이 유효한 JSON인 비율"),
  validAlt: "모델, 요청 방식, 언어별로 첫 답변이 유효한 비율과 신뢰구간",
  validAxis: "유효한 첫 답변의 비율",
  interval: "선은 95% 신뢰구간이며, 한 항목의 반복은 묶어서 계산했습니다.",
  noInterval: "선은 95% 신뢰구간이며, 항목이 20개 미만이면 점만 표시했습니다.",
  faultsTitle: (facts) => pictureTitle(facts, "첫 답변이 무효인 이유"),
  faultsAlt: "모델, 요청 방식, 언어별로 첫 답변이 무효인 비율과 그 원인이 된 오류",
  faultsAxis: "무효인 첫 답변의 비율",
  faultsNote: "무효로 판정된 원인을 기준으로 나누었습니다. 색은 오류의 계열, 무늬는 같은 계열 안의 오류를 나타냅니다.",
  without: (targets) => `답변이 없는 모델: ${targets.join(", ")}`,
  note: pictureNote,
  row: (mode, lang) => `${mode}, ${lang}`,
};
