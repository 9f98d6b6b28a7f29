import { profileFile } from "../run-facts.ts";
import type { SmokeFacts } from "./facts.ts";
import type { SmokeWording } from "./wording.ts";

const GRADES = { simulated: "모의 실행", recorded: "녹화 재생", live: "실제 호출" } as const;
const LANGS = { ko: "한국어", en: "영어" } as const;

const FAILURES: Readonly<Record<SmokeFacts["failures"][number]["kind"], string>> = {
  auth: "인증 실패",
  billing: "결제·한도 문제",
  "not-found": "찾을 수 없음",
  "bad-request": "잘못된 요청",
  "too-large": "길이 초과",
  "rate-limit": "요청 한도 초과",
  overloaded: "과부하",
  server: "서버 오류",
  network: "네트워크 오류",
  timeout: "시간 초과",
  "truncated-stream": "응답 끊김",
  "stream-error": "응답 중 오류",
  aborted: "사용자 중단",
  client: "클라이언트 오류",
};

const ENDINGS = {
  complete: "완료",
  length: "길이 제한",
  refusal: "거부",
  filter: "필터 차단",
  tool: "도구 호출",
  other: "기타",
  empty: "빈 답변",
} as const;

const listed = (targets: readonly string[]): string => targets.map((target) => `\`${target}\``).join(", ");
const langsOf = ({ langs }: SmokeFacts): string => langs.map((lang) => LANGS[lang]).join("·");

export const korean: SmokeWording = {
  locale: "ko",
  title: (facts) =>
    `${facts.grade === undefined ? "호출 없음" : GRADES[facts.grade.evidence]}: ${langsOf(facts)} 스모크 테스트`,
  banner: ({ grade, days = "", profiles }) => {
    if (grade === undefined) return "호출 없음: 로그에 이 계획에 따른 호출이 하나도 없습니다.";
    const all = grade.attempts === grade.of;
    const some = `호출 ${grade.of}건 가운데 ${grade.attempts}건`;
    switch (grade.evidence) {
      case "simulated":
        return all
          ? `모의 실행: 제공사를 호출하지 않았습니다. 아래 수치는 모두 프로필(\`${profiles}\`)에 따라 만든 것이며, 실제 모델의 수치가 아닙니다.`
          : `모의 실행: ${some}은 시뮬레이터가 응답했습니다. 아래 수치를 측정값으로 보지 마세요.`;
      case "recorded":
        return all
          ? `녹화 재생: ${days}에 녹화한 응답을 재생했으며, 이번에는 제공사를 호출하지 않았습니다.`
          : `녹화 재생: ${some}은 녹화한 응답을 재생한 것이고, 나머지는 실제 호출입니다(${days}).`;
      case "live":
        return `실제 호출: ${days}에 제공사를 호출했습니다.`;
    }
  },
  tableBanner: ({ grade, days = "", profiles, prompts }) => {
    if (grade === undefined) return "호출한 것이 없습니다.";
    const few = `프롬프트가 ${prompts}개뿐이라 모델 비교에 쓸 수 없습니다.`;
    switch (grade.evidence) {
      case "simulated":
        return grade.attempts === grade.of
          ? `모의 실행: 프로필(\`${profiles}\`)에 따라 만든 수치이며 측정값이 아닙니다.`
          : "모의 실행: 일부는 시뮬레이터가 만든 수치이므로 측정값으로 보지 마세요.";
      case "recorded":
        return `녹화 재생: ${days}. ${few}`;
      case "live":
        return `실제 호출: ${days}. ${few}`;
    }
  },
  summary: (facts, { complete, otherwise, failed }) => {
    const { targets, asked, planned, grade } = facts;
    if (asked === 0) return `계획한 요청 ${planned}건을 하나도 보내지 않았습니다.`;
    const answering = targets.filter(({ answered }) => answered).length;
    const where = grade?.evidence === "simulated" && grade.attempts === grade.of ? "모의 실행에서 " : "";
    const who =
      answering === 0
        ? `모델 ${targets.length}개 가운데 응답한 모델이 없습니다`
        : answering === targets.length
          ? `모델 ${targets.length}개가 ${targets.length === 1 ? "" : "모두 "}응답했습니다`
          : `모델 ${targets.length}개 가운데 ${answering}개가 응답했습니다`;
    const parts = [
      `완료 ${complete}건`,
      ...(otherwise === 0 ? [] : [`완료되지 않은 답변 ${otherwise}건`]),
      `실패 ${failed}건`,
    ];
    const unasked =
      asked === planned ? "" : ` 계획한 요청 ${planned}건 가운데 ${planned - asked}건은 보내지 않았습니다.`;
    return `${where}${who}(${langsOf(facts)} 요청 ${asked}건: ${parts.join(", ")}).${unasked}`;
  },
  silent: (targets) => `한 번도 답하지 않은 모델: ${listed(targets)}.`,
  unasked: (targets) => `요청을 보내지 않은 모델: ${listed(targets)}.`,
  targetsHeading: "모델별 결과",
  targetsIntro: ({ langs }) =>
    `${langs.length > 1 ? "한 칸에 값이 둘이면 한국어 / 영어 순서입니다. " : ""}TTFT와 E2E는 중앙값(ms), 토큰은 평균입니다.`,
  failuresHeading: "실패한 요청",
  noFailures: "없습니다.",
  moreFailures: (count) => `나머지 ${count}건은 로그에 있습니다.`,
  failure: (kind, status) => (status === undefined ? FAILURES[kind] : `${FAILURES[kind]}(${status})`),
  ending: (ending) => ENDINGS[ending],
  retries: (retries, seconds) => (seconds === undefined ? `${retries}회` : `${retries}회, ${seconds}초`),
  then: ({ attempts, resolved }) => {
    if (resolved) return `재시도 ${attempts - 1}회 만에 응답`;
    return attempts === 1 ? "재시도하지 않음" : `${attempts}회 모두 실패`;
  },
  notesHeading: "참고",
  notes: (facts) => [
    `이 보고서로 알 수 있는 것: 모델이 응답하는지, 프롬프트에서 보고서까지 전 과정이 제대로 이어지는지. ${langsOf(facts)}로 된 짧은 프롬프트 ${facts.prompts}개로 확인합니다.`,
    "이 보고서로 알 수 없는 것: 속도, 품질, 실패율. 답변이 몇 개뿐이라 하나만 달라져도 중앙값이 바뀝니다. 그래서 중앙값에는 신뢰구간을 달지 않았으며, 이 수치로 모델을 비교하면 안 됩니다.",
    "완료: 제공사가 답변이 끝났다고 알렸고 본문이 있는 요청. 미완료: 실패는 아니지만 답변이 잘렸거나 거부되었거나 비어 있는 등 완료되지 않은 요청. 실패: 답변이 없거나 도중에 끊긴 요청(종류별). 모두 첫 시도 기준입니다.",
    "재시도·대기: 실패한 요청을 다시 보낸 횟수와 그 전에 기다린 시간(제공사가 알려 준 시간 또는 무작위 백오프). 대기 시간은 어떤 지연 시간에도 포함하지 않습니다.",
    "TTFT: 호출부터 첫 출력(추론 포함)까지 걸린 시간. E2E: 호출부터 마지막 출력까지 걸린 시간. 둘 다 본문이 있는 답변만 집계했으며, 길이 제한으로 잘린 답변도 포함합니다.",
    "토큰: 서버가 알려 준 사용량이며, 시스템 프롬프트와 채팅 템플릿을 포함합니다. 추론 토큰은 출력에 포함합니다. 비율은 두 언어 모두 사용량이 있는 프롬프트의 한국어 입력 토큰 합 ÷ 영어 입력 토큰 합입니다.",
    `$: 모든 시도의 사용량에 가격표 \`${facts.book}\`의 ${facts.day} 기준 단가를 곱한 값입니다. 서비스가 종료된 모델은 마지막 가격으로 계산했습니다. ≥는 비용을 알 수 없는 시도가 더 있다는 뜻입니다.`,
    ...gradeNote(facts),
    ...(facts.log === undefined ? [] : [`로그(답변 전문 포함): \`${facts.log}\``]),
    ...(facts.recordings === undefined ? [] : [`녹화: \`${facts.recordings}\``]),
    `실제 제공사를 호출하려면(비용 발생) API 키를 설정하고 \`${facts.liveCommand}\` 명령을 실행하세요.`,
    `실행 ID: \`${facts.run}\`. \`${facts.command}\` 명령으로 만들었으며, 모든 수치는 measurements.csv에 있습니다.`,
  ],
  columns: {
    target: "모델",
    asked: "요청",
    complete: "완료",
    otherwise: "미완료",
    failed: "실패",
    retries: "재시도·대기",
    ttft: "TTFT",
    e2e: "E2E",
    input: "입력 토큰",
    ratio: "비율",
    output: "출력 토큰",
    usd: "$",
    trial: "요청",
    class: "종류",
    then: "결과",
    message: "메시지",
  },
};

function gradeNote({ grade, profiles }: SmokeFacts): string[] {
  if (grade === undefined) return [];
  const base = `근거 등급: \`${grade.evidence}\`(호출 ${grade.of}건 가운데 가장 약한 등급).`;
  if (grade.evidence !== "simulated") return [base];
  const drawn = `시간, 길이, 실패는 프로필 \`${profileFile(profiles)}\`의 값에서 무작위로 뽑았고, 항목별 출처도 그 파일에 있습니다.`;
  return [
    grade.attempts === grade.of
      ? `${base} ${drawn} 실제로 지불한 비용은 없으며, $는 실제로 호출했을 때 들었을 비용입니다.`
      : `${base} 모의 실행한 호출의 ${drawn} 이 호출에는 비용을 지불하지 않았으며, $에는 실제로 호출했을 때의 비용을 넣었습니다.`,
  ];
}
