import { describe, expect, it } from "vitest";
import { calibrationText } from "../../../src/cli/calibrate/print.ts";
import type { Calibration, CalibrationLevel } from "../../../src/domain/health.ts";

const level = (streams: number, p99: number, n = 128): CalibrationLevel => ({
  streams,
  chunks_per_s: streams * 43,
  ttft_error_p50_ms: 0.84,
  ttft_error_p99_ms: p99,
  chunk_error_p99_ms: 1.2,
  delay_p99_ms: 1.1,
  utilisation: 0.123,
  n,
});
const found = (levels: CalibrationLevel[], more: Partial<Calibration> = {}): Calibration => ({
  "tokenwon.calibration": 1,
  day: "2026-11-25",
  node: "20.20.2",
  processor: "a processor",
  cores: 2,
  load: 0.1,
  levels,
  ...more,
});
const text = (calibration: Calibration, locale: "en" | "ko" = "en"): string =>
  calibrationText(calibration, { most: 512, file: "runs/calibration.json", locale });

describe("what calibrate says", () => {
  it("the floor, the knee and what a run may promise", () => {
    expect(text(found([level(1, 3, 8), level(128, 4), level(192, 12)], { knee: 128 }))).toMatchInlineSnapshot(`
      "Calibration of 2026-11-25: a processor, 2 cores, Node 20.20.2

      streams  reads/s  TTFT error p50 ms  TTFT error p99 ms  gap error p99 ms  loop late p99 ms  loop busy %  answers
            1       43                0.8                3.0               1.2               1.1           12        8
          128    5,504                0.8                4.0               1.2               1.1           12      128
          192    8,256                0.8               12.0               1.2               1.1           12      128

      Floor: with one stream, a TTFT is measured 0.8 ms too long (median).
      Knee: up to 128 streams in one process (5,504 reads a second), TTFT is right to 10 ms in 99 of 100 answers.
      What a run may promise: times of up to 64 streams as fast as these, half of the knee, since a run has more to do between answers; over HTTPS, which was not tried, of 32.
      Where a level has fewer than 100 answers (streams: 1), p99 is nearly the worst of them.
      Kept in runs/calibration.json; reports of latency show it."
    `);
  });

  it("the same in Korean", () => {
    expect(text(found([level(1, 3), level(128, 4), level(192, 12)], { knee: 128 }), "ko")).toMatchInlineSnapshot(`
      "2026-11-25 캘리브레이션 결과: a processor, 코어 2개, Node 20.20.2

      스트림  초당 읽기  TTFT 오차 p50 ms  TTFT 오차 p99 ms  간격 오차 p99 ms  루프 지연 p99 ms  루프 사용률 %  응답
           1         43               0.8               3.0               1.2               1.1             12   128
         128      5,504               0.8               4.0               1.2               1.1             12   128
         192      8,256               0.8              12.0               1.2               1.1             12   128

      최소 오차: 스트림 1개일 때 TTFT는 실제보다 0.8 ms 길게 측정됩니다(중앙값).
      한계: 프로세스 하나에서 스트림 128개(초당 읽기 5,504회)까지는 응답 100개 중 99개에서 TTFT 오차가 10 ms 미만입니다.
      실제 측정에서 믿을 수 있는 범위: 이 정도 속도의 스트림 64개까지입니다. 실제 실행에서는 응답 사이에 하는 일이 더 많아 한계의 절반으로 잡았습니다. 시험하지 않은 HTTPS라면 32개로 잡으세요.
      runs/calibration.json에 저장했습니다. 지연 시간 보고서에 이 결과가 표시됩니다."
    `);
  });

  it("that no level held, and that others were at work", () => {
    const busy = text(found([level(1, 40)], { load: 3.14 }));
    expect(busy).toContain("Knee: none. Even with one stream");
    expect(busy).not.toContain("A run may promise");
    expect(busy).toContain("(load 3.1 on 2 cores)");
  });

  it("that more was not tried where all held to the last", () => {
    expect(text(found([level(1, 3), level(512, 4)], { knee: 512 }))).toContain("more were not tried");
    // --quick ends below it.
    const quick = calibrationText(found([level(1, 3), level(128, 4)], { knee: 128 }), {
      most: 128,
      file: "",
      locale: "ko",
    });
    expect(quick).toContain("그보다 많은 스트림은 시험하지 않았습니다");
  });
});
