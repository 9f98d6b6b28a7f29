import type { Deadline, FailureKind } from "../../domain/failure.ts";
import { bannerOf, tableBannerOf } from "../banner.ko.ts";
import { fixed } from "../format.ts";
import { gradeOf, LANGS, langsOf, listed } from "../names.ko.ts";
import { allSimulated } from "../run-facts.ts";
import { korean as smoke } from "../smoke/wording.ko.ts";
import { charts } from "./charts.ko.ts";
import { columns } from "./columns.ko.ts";
import { isLimited, type LatencyFacts } from "./facts.ts";
import { ended, limitsOf } from "./limits.ts";
import { definitions, errors, method, notes } from "./method.ko.ts";
import type { LatencyWording, Totals } from "./wording.ts";

const DEADLINES: Readonly<Record<Deadline, string>> = {
  headers: "응답 헤더",
  "first-token": "첫 토큰",
  idle: "스트림 멈춤",
  total: "전체",
  vendor: "제공사",
};

export const korean: LatencyWording = {
  locale: "ko",
  title: (facts) => `${gradeOf(facts)}: ${langsOf(facts)} 지연 시간`,
  banner: (facts) => bannerOf(facts, "시간"),
  tableBanner: (facts) =>
    `${tableBannerOf(facts)}${facts.grade !== undefined && isLimited(facts) ? " 클라이언트가 병목이었던 실행입니다(맨 위 참고)." : ""}`,
  limited: ({ lateTrials, trials }) =>
    `클라이언트 병목: 요청 ${fixed(trials, 0)}건 가운데 ${fixed(lateTrials, 0)}건이 진행되는 동안 측정하는 컴퓨터가 늦었습니다. 아래 시간을 제공사의 시간으로 보지 마세요. 동시 요청 수를 줄이거나 \`--processes\`로 나누어 다시 측정하세요.`,
  limitedRecordings: (targets) =>
    `클라이언트 병목: ${listed(targets)}을(를) 녹화할 때 측정하는 컴퓨터가 늦었습니다. 이 시간을 제공사의 시간으로 보지 마세요. 한가한 컴퓨터에서 다시 녹화하세요.`,
  summary: (facts, totals) => {
    const { targets, asked, planned } = facts;
    if (asked === 0) return `계획한 요청 ${fixed(planned, 0)}건을 하나도 보내지 않았습니다.`;
    const answering = targets.filter(({ answered }) => answered).length;
    const where = allSimulated(facts) ? "모의 실행에서 " : "";
    const who =
      answering === 0
        ? `모델 ${targets.length}개 가운데 응답한 모델이 없습니다`
        : answering === targets.length
          ? `모델 ${targets.length}개가 ${targets.length === 1 ? "" : "모두 "}응답했습니다`
          : `모델 ${targets.length}개 가운데 ${answering}개가 응답했습니다`;
    const unasked =
      asked === planned
        ? ""
        : ` 계획한 요청 ${fixed(planned, 0)}건 가운데 ${fixed(planned - asked, 0)}건은 보내지 않았습니다.`;
    return `${where}${who}. ${langsOf(facts)} 요청 ${fixed(asked, 0)}건 가운데 ${failed(totals)}.${unasked}${found(facts, totals)}`;
  },
  silent: (targets) => `한 번도 답하지 않은 모델: ${listed(targets)}.`,
  unasked: (targets) => `요청을 보내지 않은 모델: ${listed(targets)}.`,
  lang: (lang) => LANGS[lang],
  targetOf: (target, served) => (served === undefined ? `\`${target}\`` : `\`${target}\`(\`${served}\`)`),
  percent: (text) => `${text}%`,
  perSecond: (text) => `초당 ${text}건`,
  between: (low, high) => `${low} ~ ${high}`,

  timesHeading: "응답 시간",
  timesIntro:
    "첫 시도에 답한 요청 가운데 이미 열린 연결을 쓰고 프롬프트 캐시를 쓰지 않은 것만 집계했습니다. 단위는 ms이고, 재시도와 대기 시간은 들어 있지 않습니다. [ ]는 순서통계량으로 구한 중앙값의 95% 신뢰구간이며, 응답이 너무 적으면 비워 둡니다. 응답이 100건 미만이면 p99는 이름만 다른 최댓값이므로 적지 않습니다.",
  maxOf: (value, n) => `${value}(${n}건 중 최대)`,
  sameAsTtft: "TTFT와 같음",
  coarseNote:
    "† 청크 하나에 토큰이 4개 넘게 담긴 스트림이 섞여 있습니다. 첫 청크에 토큰이 몇 개 담겼는지 알 수 없어 TPOT는 실제보다 짧게, 초당 토큰은 실제보다 크게 나옵니다. 오차는 최대 1/청크 수입니다.",
  moreTimes: "그 밖의 시간과 속도",

  differenceHeading: "한국어와 영어의 차이",
  differenceIntro: ({ resamples, seed }, judged) =>
    `같은 프롬프트에서 한국어 값 − 영어 값을 구해 프롬프트별로 평균한 값입니다(한 프롬프트를 여러 번 보냈으면 먼저 평균합니다). [ ]는 프롬프트 단위 부트스트랩 95% 신뢰구간(재표집 ${fixed(resamples, 0)}회, 시드 ${seed})이며, 프롬프트가 20개 이상일 때만 적습니다. 느림·빠름, 많음·적음은 구간에 0이 들어 있지 않다는 뜻입니다. 구간에 0이 들어 있으면 ‘차이 확인 안 됨’으로 적었는데, 차이가 없다는 증거는 아닙니다.${judged < 2 ? "" : ` 실제로 차이가 없어도 구간 20개 가운데 하나꼴로는 0을 벗어납니다. 여기에는 ${judged}개가 있습니다.`}`,
  oneLanguage: (lang) => `${LANGS[lang]}로만 요청해서 비교할 것이 없습니다.`,
  judged: (verdict, of) => {
    switch (verdict) {
      case "more":
        return of === "time" ? ": 느림" : ": 많음";
      case "less":
        return of === "time" ? ": 빠름" : ": 적음";
      case "not-shown":
        return ": 차이 확인 안 됨";
      case "too-few":
        return ": 프롬프트 부족";
    }
  },
  comparable:
    "초당 토큰은 언어가 다르거나 토크나이저가 다르면 비교할 수 없습니다. 토큰 하나에 담기는 텍스트의 양이 다르기 때문입니다. 초당 글자와 초당 바이트는 두 언어를 같은 방식으로 세지만, 한글은 한 글자가 3바이트이고 한 글자에 담기는 내용도 영어보다 많습니다. 초당 글자가 적다고 해서 느린 것은 아닙니다. E2E는 답변 길이에도 좌우되므로 출력 토큰과 함께 보세요.",
  tokensSummary: "토큰과 비용",
  tokensIntro: ({ book, day }) =>
    `서버가 알려 준 요청당 평균 사용량이며, 시스템 프롬프트와 채팅 템플릿을 포함합니다. 추론 토큰은 출력에 포함합니다. 비율은 두 언어의 사용량을 모두 알 수 있는 프롬프트의 한국어 입력 토큰 합 ÷ 영어 입력 토큰 합이고, 평균은 사용량을 알 수 있는 요청 전체의 값입니다. $는 모든 시도의 사용량에 가격표 \`${book}\`의 ${day} 기준 단가를 곱한 값이고, ≥는 비용을 알 수 없는 시도가 더 있다는 뜻입니다.`,

  charts,

  failuresHeading: "실패와 재시도, 대기",
  failuresIntro:
    "첫 시도가 실패한 요청, 다시 보낸 요청, 마지막 시도까지 실패한 요청의 비율입니다. [ ]는 Wilson 95% 신뢰구간이며, 요청이 20건 이상일 때만 적습니다. 미완료는 첫 시도가 실패하지는 않았지만 답변이 잘렸거나 거부되었거나 비어 있는 등 완료되지 않은 요청입니다.",
  classesIntro: ({ langs }) =>
    `실패 종류별 요청 수와 비율입니다.${langs.length > 1 ? " 한 칸에 값이 둘이면 한국어 / 영어 순서입니다." : ""} 재시도는 첫 실패의 종류로 셉니다.`,
  failure: (name) => {
    const [kind = name, deadline] = name.split(" ");
    const word = smoke.failure(kind as FailureKind);
    return deadline === undefined ? word : `${word}(${DEADLINES[deadline as Deadline]})`;
  },
  ending: smoke.ending,
  waitingIntro:
    "답변 시간과 별도로 기다린 시간입니다. 백오프는 실패한 뒤 다시 보내기까지, 대기열은 예정된 시각부터 실제로 보내기까지 기다린 시간이며 모두 합계(초)입니다. 응답 대기는 요청이 예정된 시각부터 마지막 시도의 첫 출력까지, 곧 호출한 쪽이 실제로 기다린 시간(ms)이며, 새 연결이나 캐시를 쓴 요청도 포함합니다.",

  levelsHeading: "서비스 수준과 처리량",
  levelsIntro: (presets) =>
    `${presets === 0 ? "" : "기준의 모든 한도를 지킨 요청의 비율(재시도와 대기 포함)과 그런 요청의 초당 건수(goodput)입니다. 실패한 요청은 지키지 못한 것으로 셉니다. "}${presets === 0 ? "처리량은" : "goodput과 처리량은"} 실행의 처음과 끝을 뺀 정상 구간에서 언어별로 구했습니다. 두 언어가 같은 시간을 나누어 썼으므로, 모델 전체의 값은 둘의 합입니다. 정상 구간이 너무 짧으면 적지 않습니다.`,
  slo: (slo) =>
    `${slo.title.ko}: ${limitsOf(slo, { chars: (limit) => `초당 ${limit}글자 이상` })}. 출처: ${ended(slo.source.ko)}`,

  publishedHeading: "글에 실린 값",
  publishedIntro: (facts, { name, date }) => {
    const base = `${date}자 글(\`${name}\`)에 실린 범위(\`published\`, 측정 방법은 밝히지 않음)를 여기서 나온 중앙값과 나란히 적었습니다.`;
    if (facts.grade?.evidence !== "simulated") return base;
    return facts.profiles === name
      ? `${base} 모의 실행의 수치는 바로 그 표의 범위에서 뽑은 것이므로, 서로 맞더라도 아무것도 확인해 주지 않습니다.`
      : `${base} 모의 실행의 수치는 서로 맞든 맞지 않든 아무것도 확인해 주지 않습니다.`;
  },
  publishedCell: (text) => `${text}(공표)`,
  against: (place) => ({ below: "범위보다 낮음", inside: "범위 안", above: "범위보다 높음" })[place],

  methodHeading: "측정 방법과 측정 오차",
  method,
  errors,
  conditionsIntro:
    "위의 시간과 따로 집계한 요청입니다. 새 연결은 연결부터 새로 맺은 요청, 캐시 사용은 프롬프트 캐시에서 읽은 요청, 숨은 추론은 추론 토큰이 과금되었지만 스트리밍되지 않아 TTFT에 추론 시간까지 들어간 응답, 큰 청크는 따로 도착한 청크 하나에 토큰이 평균 4개 넘게 담긴 스트림이며, 토큰당 수치에 †를 붙였습니다.",
  definitionsHeading: "용어",
  definitions,
  notesHeading: "참고",
  notes,
  columns,
};

function failed({ firstFailed, failedInTheEnd }: Totals): string {
  if (firstFailed === 0) return "실패한 것은 없습니다";
  const first = `첫 시도가 실패한 요청은 ${fixed(firstFailed, 0)}건`;
  return failedInTheEnd === 0
    ? `${first}이고, 끝까지 실패한 요청은 없습니다`
    : `${first}, 끝까지 실패한 요청은 ${fixed(failedInTheEnd, 0)}건입니다`;
}

/** What the differences show; of a simulation it would be a finding about a draw. */
function found(facts: LatencyFacts, { verdicts }: Totals): string {
  const { grade, langs } = facts;
  if (grade?.evidence === "simulated" || isLimited(facts) || langs.length < 2) return "";
  const of = (wanted: Totals["verdicts"][number]["verdict"]): string[] =>
    verdicts.flatMap(({ target, verdict }) => (verdict === wanted ? [target] : []));
  const parts = [
    ["한국어가 느린 모델", of("more")],
    ["한국어가 빠른 모델", of("less")],
    ["차이가 확인되지 않은 모델", of("not-shown")],
    ["프롬프트가 부족한 모델", of("too-few")],
  ] as const;
  const said = parts.flatMap(([what, targets]) => (targets.length === 0 ? [] : [`${what} ${listed(targets)}`]));
  return said.length === 0 ? "" : ` 첫 토큰까지 걸린 시간: ${said.join("; ")}.`;
}
