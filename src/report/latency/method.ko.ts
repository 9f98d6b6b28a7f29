import type { Calibration } from "../../domain/health.ts";
import type { ClientHealth } from "../../measure/latency/health.ts";
import { fixed } from "../format.ts";
import { langsOf } from "../names.ko.ts";
import { allSimulated, profileFile } from "../run-facts.ts";
import { floorOf, type LatencyFacts } from "./facts.ts";
import type { LatencyWording } from "./wording.ts";

const ARRIVALS: Readonly<Record<string, string>> = { constant: "일정한 간격", poisson: "푸아송 간격" };

export const method: LatencyWording["method"] = (facts) => {
  const { prompts, load, nonce, langs } = facts;
  const arrival = load?.arrival ?? "constant";
  const rate = load?.rate === undefined ? "" : `, 초당 ${load.rate}건(${ARRIVALS[arrival] ?? arrival})`;
  const most =
    load === undefined
      ? "동시 요청 수는 녹화에 남아 있지 않습니다"
      : `제공사마다 동시에 최대 ${fixed(load.concurrency, 0)}건${rate}`;
  const order =
    langs.length > 1
      ? "무작위 순서로 보내되, 같은 프롬프트의 두 언어는 연달아 보내고 어느 쪽을 먼저 보낼지도 무작위로 정했습니다"
      : "무작위 순서로 보냈습니다";
  return [
    `요청 방법: ${langsOf(facts)} 프롬프트 ${fixed(prompts, 0)}개를 ${order}. ${most}.`,
    "제공사의 공식 SDK를 썼고 SDK의 자동 재시도는 껐습니다. 시도 한 번이 호출 한 번이며, 재시도는 이 도구가 직접 합니다.",
    nonce
      ? "프롬프트 캐시에 걸리지 않도록 모든 질문 앞에 고유한 번호를 붙였습니다. 두 언어에 똑같은 방식으로 붙입니다."
      : "질문의 앞부분을 따로 바꾸지 않았으므로 제공사의 프롬프트 캐시에 걸렸을 수 있습니다. 사용량에 캐시 사용이 표시된 요청은 따로 집계했습니다.",
  ];
};

export const errors: LatencyWording["errors"] = (facts) => [...timed(facts), ...changed(facts)];

function timed(facts: LatencyFacts): string[] {
  const { grade, health, calibration, profiles, recordings } = facts;
  if (grade === undefined) return [];
  if (health !== undefined) return [healthLine(health), calibrationLine(calibration)];
  switch (grade.evidence) {
    case "simulated":
      if (allSimulated(facts) && recordings !== undefined) {
        return [
          `이번에 잰 시간은 없습니다. 프로필 \`${profileFile(profiles)}\`대로 응답하는 시뮬레이터 서버를 녹화한 값이며, 그 서버를 잴 때 생긴 1 ms 안팎의 오차가 들어 있습니다.`,
        ];
      }
      return [
        allSimulated(facts)
          ? `여기서 잰 시간은 없습니다. 모든 시간은 프로필 \`${profileFile(profiles)}\`에서 나온 값이므로 측정 오차도 없습니다.`
          : `모의 실행한 호출의 시간은 프로필 \`${profileFile(profiles)}\`에서 나온 값이며, 여기서 잰 것이 아닙니다.`,
      ];
    case "recorded":
      return ["여기서 잰 시간은 없습니다. 시간은 녹화된 값 그대로이며, 녹화한 컴퓨터의 측정 오차가 들어 있습니다."];
    case "live":
      return [
        "측정하는 동안 이 컴퓨터의 상태를 남긴 기록이 없어, 클라이언트가 늦었는지는 알 수 없습니다.",
        calibrationLine(calibration),
      ];
  }
}

function healthLine(health: ClientHealth): string {
  const { processes, windows, late, lateTrials, trials, limited } = health;
  return (
    `측정하는 동안 이 컴퓨터의 상태(프로세스 ${fixed(processes, 0)}개): 1초 구간 ${fixed(windows, 0)}개 가운데 ${fixed(late, 0)}개가 늦었고, 그때 진행 중이던 요청은 ${fixed(trials, 0)}건 가운데 ${fixed(lateTrials, 0)}건입니다. ` +
    `${limited ? "100건에 1건을 넘으므로 클라이언트가 병목이었던 실행입니다." : "전체의 100분의 1 이하입니다. 어느 모델의 요청인지는 아래 표에 있습니다."} ` +
    `이벤트 루프가 절반 넘게 바빴거나 타이머가 3 ms 넘게 늦은 구간을 늦었다고 봅니다. 가장 나빴을 때 타이머 지연 ${fixed(health.worstDelayMs, 1)} ms, 이벤트 루프 사용률 ${fixed(health.mostUtilisation * 100, 0)}%, 시스템 부하 ${fixed(health.mostLoad, 1)}(코어 ${fixed(health.cores, 0)}개), 소켓 ${fixed(health.mostSockets, 0)}개였고, 가비지 컬렉션에 모두 ${fixed(health.gcMs, 0)} ms를 썼습니다.`
  );
}

function calibrationLine(calibration: Calibration | undefined): string {
  if (calibration === undefined) {
    return "이 컴퓨터는 캘리브레이션을 한 적이 없어, 측정하는 쪽에서 시간이 얼마나 늘어나는지 알 수 없습니다. `npm run eval -- calibrate` 명령으로 확인할 수 있습니다.";
  }
  const floor = floorOf(calibration);
  const { day, processor, cores, node, knee } = calibration;
  return (
    `${day}에 자체 서버로 캘리브레이션한 결과(${processor}, 코어 ${fixed(cores, 0)}개, Node ${node}): 스트림 ${fixed(floor.streams, 0)}개일 때 TTFT는 실제보다 중앙값 기준 ${fixed(floor.ttft_error_p50_ms, 1)} ms, 100번 중 99번은 ${fixed(floor.ttft_error_p99_ms, 1)} ms 이내로 길게 측정되고, 청크 간격의 오차는 ${fixed(floor.chunk_error_p99_ms, 1)} ms입니다(응답 ${fixed(floor.n, 0)}건, 한 번 벗어나면 다시 재어 나은 쪽). ` +
    (knee === undefined
      ? "스트림이 하나일 때도 TTFT 오차가 100번 중 99번 10 ms 안에 들지 못했습니다."
      : `프로세스 하나에서 스트림 ${fixed(knee, 0)}개까지 TTFT 오차가 100번 중 99번 10 ms 안에 듭니다.`)
  );
}

/** Targets that were answered by more than one model. */
function changed({ targets }: LatencyFacts): string[] {
  return targets.flatMap(({ target, served }) =>
    served.length < 2
      ? []
      : [
          `\`${target}\`: 실행 도중 응답한 모델이 바뀌어(${served.map((model) => `\`${model}\``).join(", ")}) 시간을 모델별로 따로 집계했습니다.`,
        ],
  );
}

export const definitions: LatencyWording["definitions"] = [
  "TTFT: 호출부터 첫 출력(추론 포함)까지 걸린 시간. TTFVT: 호출부터 화면에 보이는 첫 글자까지 걸린 시간. 추론을 숨기는 제공사의 TTFT에는 추론 시간이 들어 있으므로, 이때는 제공사끼리 TTFT를 비교하면 안 됩니다.",
  "TTFB: 호출부터 첫 이벤트(역할 표시나 핑 포함)까지 걸린 시간. E2E: 호출부터 마지막 출력까지 걸린 시간.",
  "TPOT: (마지막 출력 시각 − 첫 출력 시각) ÷ (그사이 스트리밍된 토큰 − 1). 초당 토큰: 1,000 ÷ TPOT이므로 첫 토큰을 기다린 시간은 들어가지 않습니다. 호출부터 끝까지의 초당 토큰에는 그 시간과 추론 토큰이 모두 들어갑니다. 청크 간격: 출력과 출력 사이의 시간이며, 출력 하나가 토큰 하나는 아닙니다.",
  "초당 글자·초당 바이트: 본문의 글자 수(NFC 코드 포인트)와 UTF-8 바이트 ÷ 본문 첫 글자부터 마지막 출력까지 걸린 초.",
  "p50, p90 등: 유형 7 분위수. 신뢰구간은 응답이 서로 독립이라고 보고 계산했으므로, 같은 프롬프트를 여러 번 보냈다면 실제보다 좁습니다.",
  "시간은 본문이 있는 답변만 집계했으며, 길이 제한으로 잘린 답변도 포함합니다.",
];

export const notes: LatencyWording["notes"] = (facts) => [
  ...gradeNote(facts),
  ...(facts.log === undefined ? [] : [`로그(답변 전문 포함): \`${facts.log}\``]),
  ...(facts.recordings === undefined ? [] : [`녹화: \`${facts.recordings}\``]),
  `실제 제공사를 호출하려면(비용 발생) API 키를 설정하고 \`${facts.liveCommand}\` 명령을 실행하세요.`,
  `실행 ID: \`${facts.run}\`. \`${facts.command}\` 명령으로 만들었으며, 모든 수치는 measurements.csv에 있습니다.`,
];

function gradeNote({ grade, profiles }: LatencyFacts): string[] {
  if (grade === undefined) return [];
  const base = `근거 등급: \`${grade.evidence}\`(호출 ${fixed(grade.of, 0)}건 가운데 가장 약한 등급).`;
  if (grade.evidence !== "simulated") return [base];
  const of = grade.attempts === grade.of ? "" : "모의 실행한 호출의 ";
  return [
    `${base} ${of}시간, 길이, 실패는 프로필 \`${profileFile(profiles)}\`의 값에서 무작위로 뽑았고, 항목별 출처도 그 파일에 있습니다. 이 호출에는 비용을 지불하지 않았으며, $에는 실제로 호출했을 때의 비용을 넣었습니다.`,
  ];
}
