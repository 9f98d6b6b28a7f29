import type { Wording } from "./wording.en.ts";

export const korean: Wording = {
  title: (day, processor, cores, node) => `${day} 캘리브레이션 결과: ${processor}, 코어 ${cores}개, Node ${node}`,
  head: [
    "스트림",
    "초당 읽기",
    "TTFT 오차 p50 ms",
    "TTFT 오차 p99 ms",
    "간격 오차 p99 ms",
    "루프 지연 p99 ms",
    "루프 사용률 %",
    "응답",
  ],
  floor: (streams, ms) => `최소 오차: 스트림 ${streams}개일 때 TTFT는 실제보다 ${ms} ms 길게 측정됩니다(중앙값).`,
  knee: (streams, chunks, ms, more) =>
    `한계: 프로세스 하나에서 스트림 ${streams}개(초당 읽기 ${chunks}회)까지는 응답 100개 중 99개에서 TTFT 오차가 ${ms} ms 미만입니다.${more ? " 그보다 많은 스트림은 시험하지 않았습니다." : ""}`,
  noKnee: (streams, ms) =>
    `한계: 없음. 스트림 ${streams}개에서도 TTFT 100개 중 1개 넘게 오차가 ${ms} ms 이상이었습니다. 지금 이 컴퓨터는 다른 작업이 많아 시간을 재기에 알맞지 않습니다.`,
  promise: (half, quarter) =>
    `실제 측정에서 믿을 수 있는 범위: 이 정도 속도의 스트림 ${half}개까지입니다. 실제 실행에서는 응답 사이에 하는 일이 더 많아 한계의 절반으로 잡았습니다. 시험하지 않은 HTTPS라면 ${quarter}개로 잡으세요.`,
  few: (streams, enough) =>
    `응답이 ${enough}개 미만인 단계(스트림 ${streams.join(", ")}개)의 p99는 최댓값에 가깝습니다.`,
  busy: (load, cores) =>
    `시작할 때 다른 작업이 돌고 있었습니다(코어 ${cores}개에 부하 ${load}). 컴퓨터가 한가할 때 다시 실행하세요.`,
  kept: (file) => `${file}에 저장했습니다. 지연 시간 보고서에 이 결과가 표시됩니다.`,
};
