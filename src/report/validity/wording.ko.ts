import type { Retry } from "../../domain/condition.ts";
import { bannerOf, tableBannerOf } from "../banner.ko.ts";
import { fixed } from "../format.ts";
import { gradeOf, LANGS, langsOf, listed } from "../names.ko.ts";
import { charts } from "./charts.ko.ts";
import { columns } from "./columns.ko.ts";
import type { ValidityFacts } from "./facts.ts";
import { crossedOf, type Judged } from "./lines.ts";
import { method } from "./method.ko.ts";
import { overview, summary } from "./summary.ko.ts";
import { terms } from "./terms.ko.ts";
import type { ValidityWording } from "./wording.ts";

export const korean: ValidityWording = {
  ...terms,
  ...method,
  locale: "ko",
  title: (facts) => `${gradeOf(facts)}: ${langsOf(facts)} JSON 유효성`,
  banner: (facts) => bannerOf(facts, "수치"),
  tableBanner: tableBannerOf,
  overview,
  summary,
  silent: (targets) => `한 번도 답하지 않은 모델: ${listed(targets)}.`,
  unasked: (targets) => `요청을 보내지 않은 모델: ${listed(targets)}.`,

  tryHeading: "첫 답변의 유효율",
  tryIntro:
    "받은 그대로 JSON이고 스키마에도 맞는 첫 답변의 비율입니다. [ ]는 95% 신뢰구간입니다. 같은 항목을 반복한 답변은 서로 비슷하므로 항목별로 묶어서 계산했고, 항목이 20개 미만이면 적지 않습니다. 무효가 나온 항목이 몇 개뿐이면 항목 간 차이를 그 몇 개로 짐작해야 하므로 구간이 넓어집니다. 모두 유효하거나 모두 무효이면 반복이 얼마나 비슷한지 알 수 없어 항목 하나를 한 번으로 세므로, 60번 모두 유효할 때의 하한이 59번 유효할 때보다 낮을 수도 있습니다. 그 방식으로 요청하지 않았거나 답하지 않은 모델은 여기에 —로 적고, 아래 표에서는 뺐습니다.",
  differenceHeading: "한국어와 영어의 차이",
  differenceIntro: (judged) =>
    `두 언어로 모두 요청한 항목에서, 한국어 유효율에서 영어 유효율을 뺀 값(%p)입니다. ${verdictsMean(judged)} 이 항목 수로 다섯 번 가운데 네 번 확인할 수 있는 최소 차이를 옆에 적었습니다.${byChance(judged)}`,
  oneLanguage: (lang) => `${LANGS[lang]}로만 요청해서 비교할 것이 없습니다.`,
  atFirst: "첫 답변",
  inTheEnd: (way) => `최종(${way})`,
  effectHeading: "조건을 바꾸면",
  effectIntro: (judged) =>
    `언어와 항목은 그대로 두고, 각 조건의 첫 답변 유효율에서 프롬프트 방식의 유효율을 뺀 값(%p)입니다. 한 번에 한 가지만 바꿨습니다. ${verdictsMean(judged)}${byChance(judged)}`,
  ladderHeading: "JSON에서 정답까지",
  ladderIntro:
    "첫 답변 가운데 각 단계를 통과한 비율입니다. 맞은 필드만은 유효 여부와 상관없이 값을 찾은 답변의 전체 필드에 대한 비율입니다. ‘복구하면 유효’는 코드 블록이나 앞뒤의 말을 떼어 내야 유효해지는 답변이며, 첫 답변 유효에 더해지는 몫일 뿐 유효한 것으로 세지 않습니다. ‘모두 맞음’은 유효하고 모든 필드가 맞은 답변입니다. 신뢰구간은 measurements.csv에 있습니다.",

  faultsHeading: "실패 유형",
  faultsIntro: (facts) =>
    `무효인 첫 답변을 원인이 된 오류별로 나누었습니다. 텍스트에서 값을 읽어 나가는 순서에서 가장 먼저 걸린 오류를 원인으로 봅니다.${onlyCrossed(facts)}${facts.langs.length > 1 ? " 한 칸에 값이 둘이면 한국어 / 영어 순서입니다." : ""}`,
  noFaults: "첫 답변이 모두 유효했습니다.",
  firstAnswers: "첫 답변 수",
  faultsByCondition: "조건별 오류",
  examplesSummary: "오류의 예",
  examplesIntro: "무효인 답변의 일부를 한 줄로 옮겼습니다. 전화번호와 메일 주소는 지웠습니다.",
  emptyText: "내용 없음",

  retryHeading: "재시도",
  retryIntro: ({ answers, retries, others }) =>
    `프롬프트 방식의 첫 답변이 무효이면 첫 답변을 포함해 ${fixed(answers, 0)}번까지 받았습니다. 어느 방식이든 같은 첫 답변에서 이어집니다. ${retries.map((way) => wayMeans(way, others)).join(" ")} API가 답하지 않아 도중에 끊긴 시행이 있는 방식은 결과를 아는 시행만으로 수치를 구했고, 최종 유효의 구간은 끊긴 시행이 모두 무효인 경우부터 모두 유효한 경우까지 아우릅니다. 성공당 값은 무효인 답변까지 모두 더해 유효하게 끝난 시행 수로 나눈 것입니다. API 장애로 실패한 호출은 제공사가 요금을 물릴 수도 있지만 여기에는 들어 있지 않습니다. 추가 값은 첫 답변 뒤에 든 것을 전체 시행 수로 나눈 것입니다. 토큰이나 비용이 —이면 사용량이나 단가를 다 알 수 없다는 뜻입니다.`,
  articleHeading: "글의 재시도 비용 공식",
  articleIntro: ({ name, date }) =>
    `${date}자 글(\`${name}\`)은 재시도 비용을 단가 × (1 + 재시도율)로 계산하며 아래 예를 들었습니다(\`published\`). 답변이 서로 독립적으로 f의 비율로 실패하고, 유효할 때까지 다시 요청하며, 비용이 모두 같다면 성공 한 번의 비용은 단가 ÷ (1 − f)입니다. 이때 공식의 오차는 −f²입니다.`,
  independent: (error) => `오차 ${error}%`,
  articleMeasured: ({ grade }) =>
    `${grade?.evidence === "simulated" ? "모의 실행한" : "측정한"} 첫 답변에 같은 공식(평균 비용 × (1 + f))을 적용해 성공당 비용과 나란히 적었습니다.${grade?.evidence === "simulated" ? " 모의 실행의 수치는 서로 맞든 맞지 않든 아무것도 확인해 주지 않습니다." : ""}`,
  articleReading:
    "다시 요청하지 않으면 공식의 오차는 정확히 −f²입니다. 같은 항목이 거듭 실패하거나, 무효인 답변과 오류 설명이 붙어 프롬프트가 길어지거나, 뒤에 받은 답변의 토큰이 더 많거나 단가가 더 높으면 오차가 더 커집니다. 뒤에 받은 답변이 더 싸면 오차가 줄거나 공식의 값이 오히려 더 커집니다.",
  taskHeading: "작업별 유효율",
  taskIntro: (few) =>
    `프롬프트 방식의 첫 답변 유효율입니다.${few ? " 항목이 20개 미만인 작업에는 신뢰구간이 없으므로 이 수치로 작업을 비교하지 마세요." : ""}`,
  troubleHeading: "API 장애와 반복의 유사도",
  troubleIntro:
    "API가 끝내 답하지 않은 시행은 모델과 상관이 없으므로 위의 어느 비율에도 들어 있지 않습니다. 항목 내 상관은 한 항목의 반복 결과가 모두 같으면 1, 서로 다른 항목의 답변보다 더 비슷하지 않으면 0입니다. 높을수록 반복해서 얻는 정보가 적습니다. 반복이 세 번 미만이거나 모두 유효 또는 모두 무효이면 구할 수 없어 —로 적었습니다.",
  charts,
  columns,
};

function verdictsMean({ tested }: Judged): string {
  return tested
    ? "높음·낮음은 구간에 0이 들어 있지 않다는 뜻입니다. 항목마다 한 번씩만 요청했으면 구간 대신 McNemar 검정(p < 0.05)으로 판정했으며, 근소한 차이에서는 구간과 어긋날 수 있습니다. ‘차이 확인 안 됨’이 차이가 없다는 증거는 아닙니다."
    : "높음·낮음은 구간에 0이 들어 있지 않다는 뜻입니다. 구간에 0이 들어 있으면 ‘차이 확인 안 됨’으로 적었는데, 차이가 없다는 증거는 아닙니다.";
}

const byChance = ({ count: verdicts }: Judged): string =>
  verdicts < 2
    ? ""
    : ` 실제로 차이가 없어도 판정 20개 가운데 하나꼴로는 높음이나 낮음이 나옵니다. 이 표의 판정은 ${fixed(verdicts, 0)}개입니다.`;

function onlyCrossed(facts: ValidityFacts): string {
  const crossed = crossedOf(facts);
  if (crossed.length === 0 || crossed.length === facts.conditions.length) return "";
  const names = crossed.map(({ name }) => terms.condition(name)).join(", ");
  return ` 그림과 첫 표에는 두 언어에 공통인 조건(${names})만 넣었습니다. 나머지 조건은 조건별 표에 있습니다.`;
}

function wayMeans(way: Retry, others: ReadonlyMap<string, string>): string {
  const pairs = [...others].map(([target, other]) => `\`${target}\` → \`${other}\``).join(", ");
  const means = {
    again: "질문을 그대로 한 번 더 보냅니다.",
    message: "무효인 답변과 틀린 점을 대화에 이어 붙여 보냅니다.",
    other: `같은 질문을 이 실행의 다른 모델에 보냅니다${pairs === "" ? "" : `(${pairs})`}.`,
  };
  return `${terms.way(way)}: ${means[way]}`;
}
