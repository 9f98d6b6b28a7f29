import { pictureNote, pictureTitle } from "../banner.ko.ts";
import { isLimited } from "./facts.ts";
import type { ChartWording } from "./wording.ts";

export const charts: ChartWording = {
  heading: "그래프",
  ecdfIntro:
    "가로축의 시간 안에 응답이 시작된 요청의 비율입니다. 곡선이 왼쪽에 있을수록 빠르고, 가파를수록 지연 시간이 고릅니다. 점은 p50과 p90입니다.",
  ecdfAlt: "모델과 언어별 첫 토큰 지연 시간의 누적 분포",
  ecdfTitle: (facts) => pictureTitle(facts, "첫 토큰까지 걸린 시간"),
  note: (facts) =>
    `${pictureNote(facts)}${facts.grade?.evidence !== "simulated" && isLimited(facts) ? " 클라이언트가 병목이었던 실행입니다." : ""}`,
  time: (ms) => (ms < 1000 ? `${Number(ms.toPrecision(12))}ms` : `${(ms / 1000).toLocaleString("en-US")}초`),
  timeAxis: "TTFT, 로그 눈금",
  medians: (text) => `p50(ms) ${text}`,
  nothing: (targets) => `측정된 시간이 없는 모델: ${targets.join(", ")}`,
  timelineIntro:
    "첫 시도마다 첫 토큰까지 걸린 시간을 요청을 보낸 시점에 따라 표시했습니다. 도중에 느려지거나 실패가 몰린 구간은 백분위수가 아니라 여기에서 드러납니다.",
  timelineAlt: "요청 시점에 따른 모델과 언어별 첫 토큰 지연 시간과 실패",
  timelineTitle: (facts) => pictureTitle(facts, "실행 중 첫 토큰까지 걸린 시간"),
  runAxis: (unit) =>
    `첫 요청부터 지난 시간(${{ seconds: "초", minutes: "분", hours: "시간" }[unit]}), TTFT는 로그 눈금`,
  failed: "첫 시도 실패",
  failedMark: "실패",
  thinned: (points, of) => `전체 ${of}개 가운데 ${points}개만 표시했습니다.`,
};
