import type { CostWording } from "./wording.ts";

const CACHES: Readonly<Record<string, string>> = { turns: "대화 안", all: "시스템 프롬프트까지" };
const SERVICES = { standard: "표준", batch: "배치", flex: "플렉스", priority: "우선", fast: "고속" };

export const korean: CostWording = {
  locale: "ko",
  pick: ({ ko }) => ko,
  title: "한국어 서비스의 한 달 비용",
  headline: (day, cheapest) => {
    const sure = cheapest.every(({ exact }) => exact);
    const what = [
      sure
        ? cheapest.some(({ live }) => live)
          ? "토큰 수를 센 값이 있"
          : "토큰 수를 토크나이저로 셀 수 있"
        : undefined,
      cheapest.every(({ lasting }) => lasting) ? "종료 예정이 없" : undefined,
    ].filter((part) => part !== undefined);
    const among = what.length === 0 ? "한" : what.join("고 ") + "는";
    const one = new Set(cheapest.map(({ targets }) => targets.join(", "))).size === 1;
    const months = cheapest.map(
      ({ title, targets, usd }) => `${title.ko} $${usd}${one ? "" : `(${targets.join(", ")})`}`,
    );
    const best = `${day} 가격 기준으로 ${among === "한" ? "" : `${among} 모델 가운데 `}한 달 비용이 가장 낮은 모델은`;
    return one
      ? `${best} ${cheapest.length === 1 ? "" : "모든 시나리오에서 "}${cheapest[0]?.targets.join(", ") ?? ""}입니다: ${months.join(", ")}.`
      : `${best} 다음과 같습니다: ${months.join(", ")}.`;
  },
  maybe: (cheapest) => {
    const names = [...new Set(cheapest.flatMap(({ maybe }) => maybe))];
    return names.length === 0
      ? undefined
      : `더 저렴할 수도 있는 모델: ${names.map((target) => `\`${target}\``).join(", ")}. 토크나이저가 공개되지 않아 토큰 수를 가정한 범위로 계산했습니다.`;
  },
  asked: (cache, service, resident, uncached) => {
    const parts = [
      cache === "off" ? undefined : `캐싱: ${CACHES[cache] ?? cache}`,
      service === "standard" ? undefined : `서비스: ${SERVICES[service]}`,
      resident ? "데이터 레지던시(지역 내 처리)" : undefined,
    ].filter((part) => part !== undefined);
    return parts.length === 0
      ? undefined
      : `지정한 조건: ${parts.join("; ")}.${service === "standard" && !resident ? "" : " 이 조건으로 제공하지 않는 모델은 뺐습니다."}${cache === "off" || uncached.length === 0 ? "" : ` ${uncached.map(({ ko }) => ko).join(", ")}에는 반복되는 부분이 없어 캐싱이 영향을 주지 않습니다.`}`;
  },
  exactShare: ({ exact, live, all, checked }) =>
    `가격을 매긴 모델 ${all}개 가운데 ${exact}개는 토크나이저를 직접 돌려 구한 글자당 토큰으로${live === 0 ? "" : `, ${live}개는 제공사의 토큰 계산 API가 센 값으로`} 계산했${exact + live === all ? "습니다" : "고, 나머지는 범위입니다. 토크나이저가 공개되지 않은 모델은 토큰 수의 범위, 캐시의 최소 길이를 알 수 없는 모델은 그에 따른 범위입니다"}. ${live === 0 ? "API는 한 번도 호출하지 않았습니다." : "이 보고서를 만들 때 API를 호출하지는 않았습니다."} 가격은 대부분 ${checked}에 마지막으로 확인했습니다.`,
  notCounted:
    "품질은 비교하지 않았고, 답변 길이는 시나리오에 적힌 대로 보았습니다. 추론 모델이 출력 요금으로 청구하는 추론(thinking) 토큰, 모델마다 다른 답변 길이, 실패한 호출의 비용은 여기에 더해집니다. 코딩 에이전트의 반복 호출과 도구 설명, 문서마다 붙는 지시문도 빠져 있습니다.",
  summaryHeading: "최신 모델의 한 달 비용",
  summaryIntro:
    "계열마다 지원 중단이 예고되지 않았고 구형으로 분류되지 않은 가장 새 모델의 월 비용(달러)이며, 첫 시나리오가 싼 순서입니다. †는 가격 변경이 예고된 모델입니다.",
  history: ({ scenario, times, target, printed, sent }) =>
    `채팅 API는 이전 대화를 기억하지 않아 호출마다 이전 대화와 시스템 프롬프트를 다시 보냅니다. 1월 글의 토큰 수로 이렇게 계산하면 ${scenario.ko}의 입력은 글에 나온 값의 ${times}배이고, ${target}의 한 달 비용은 $${printed}가 아니라 $${sent}입니다. 아래 표는 한국어 글자 수에서 다시 계산해 조금 다릅니다.`,
  article: (title, date) =>
    `'1월 글'은 ${date}자 글 「${title.ko}」이고, 여기 시나리오는 그 글의 것입니다. 글의 모든 수치는 [article-claims 보고서](../article-claims/report.ko.md)에서 확인했습니다.`,
  articleHeading: "1월 글의 모델",
  articleIntro: (then, day, offThen, answering, of) =>
    `${then}자 1월 글에 가격이 실린 모델 ${of}개 가운데 ${offThen}개는 그날 이미 호출할 수 없었고, ${day} 현재 호출할 수 있는 것은 ${answering.length}개${answering.length === 0 ? "" : `(${answering.map((target) => `\`${target}\``).join(", ")})`}입니다. 가격은 100만 토큰당 달러이며 입력 / 출력 순서입니다. 종료된 모델의 오늘 가격은 대체 모델의 가격입니다.`,
  againstHeading: "1월 글의 한 달 비용과 오늘",
  againstIntro:
    "월 비용(달러)입니다. 1월 글의 계산법과 글에 실린 가격으로 구한 값 → 이전 대화까지 다시 보낸다고 보고 그날의 실제 가격으로 구한 값 → 오늘 가격으로 구한 값. 가운데 값은 앞의 값과 같으면 생략했습니다. 앞의 두 값은 모든 모델에 1월 글의 토큰 수를 썼고, 마지막 값은 같은 내용을 그 모델(종료되었으면 대체 모델)의 토크나이저 기준으로 셌으므로, 가격이 그대로여도 달라질 수 있습니다. 글에 월 비용이 없는 모델도 같은 방법으로 계산했습니다.",
  state: (state, ends) =>
    ({
      unreleased: "출시 전",
      active: ends === undefined ? "사용 가능" : `${ends} 종료 예정`,
      legacy: ends === undefined ? "사용 가능(구형)" : `구형, ${ends} 종료 예정`,
      deprecated: ends === undefined ? "지원 중단 예고" : `${ends} 종료 예고`,
      redirected: `${ends ?? "—"}부터 다른 모델이 응답`,
      off: ends === undefined ? "종료됨" : `${ends} 종료`,
    })[state],
  answered: "호출 가능",
  tooSmall: (title, targets) => `${title.ko}에서 뺀 모델(가장 긴 호출이나 답변이 한도를 넘음): ${targets.join(", ")}.`,
  unchanged: "같음",
  content: ({ perDay, unit, days, turns, system, user, reply, resent }) =>
    `하루 ${unit} ${perDay}건, 월 ${days}일${turns === 1 ? "" : `, 대화당 ${turns}회 왕복`}. 한국어 글자 수: ${system === undefined ? "" : `시스템 프롬프트 ${system}자, `}${turns === 1 ? `입력 ${user}자, 출력 ${reply}자` : `질문 1회 ${user}자, 답변 1회 ${reply}자`}.${turns === 1 ? "" : resent ? " 호출마다 시스템 프롬프트와 이전 대화를 모두 다시 보냅니다." : " 이전 대화는 다시 보내지 않습니다."}`,
  basis: (text) => `수치의 출처: ${text}`,
  printedLeavesOut: (what) => `1월 글의 계산에서 빠진 것: ${what.join(" · ")}.`,
  leavesOut: (what) => `이 보고서의 계산에서도 빠진 것: ${what.join(" · ")}.`,
  allTargets: (count) => `모델 ${count}개 전체`,
  chartTitle: (title) => `한 달 비용: ${title}`,
  chartAxis: "월 달러, 로그 눈금",
  chartExact: "토크나이저로 계산",
  chartAssumed: "가정한 토큰 범위",
  chartAlt: (title) => `모델별 한 달 비용: ${title}`,
  variantsHeading: "캐싱과 배치의 효과",
  cachingIntro: (title, reason) =>
    `계열별 최신 모델로 계산한 ${title}의 월 비용(달러)입니다. '캐싱 없음', 같은 대화의 이전 내용을 캐시에서 읽는 '대화 안 캐싱', 다른 대화가 남긴 시스템 프롬프트 캐시까지 쓰는 '시스템 프롬프트도 공유'를 비교했습니다. ${reason} 대화 간 캐시 적중은 제공사가 보장하는 캐시 수명으로 계산하고, 보장이 없으면 없는 것으로 봅니다. 모델의 최소 길이보다 짧은 프리픽스는 캐시되지 않고(최소 길이를 알 수 없는 모델은 같은 제공사의 가장 짧은 값과 가장 긴 값 사이의 범위), 캐시 쓰기가 유료인 모델은 그 비용도 포함했습니다.`,
  batchIntro: (titles) =>
    `하루 안에 결과를 받아도 되면 배치로 절반 값입니다: ${titles.join("; ")}. 배치로 계산한 월 비용은 모두 measurements.csv에 있습니다.`,
  classesHeading: "플래그십과 경량 모델",
  classesIntro: (days) =>
    `1월 글 1-4절의 표를 ${days.join(", ")} 기준으로 다시 만들었습니다. 계열마다 지원 중단이 예고되지 않았고 구형으로 분류되지 않은 가장 새 모델이며, 100만 토큰당 달러(입력 / 출력)입니다. 구분은 우리가 정했습니다(terra·luna, haiku, flash는 경량).`,
  className: (name) => ({ flagship: "플래그십", light: "경량", reasoning: "추론", local: "로컬" })[name],
  aheadHeading: "예고된 변경",
  aheadIntro: (day) => `가격표에 기록된, ${day} 이후의 가격 변경과 모델 종료입니다.`,
  priceFrom: (price) => `가격이 ${price}로 바뀜`,
  ends: (heir) => (heir === undefined ? "종료" : `종료. 대체 모델: \`${heir}\``),
  answeredBy: (heir) => `이 이름으로 보낸 요청은 \`${heir}\`에서 처리하고 그 모델의 가격으로 청구함`,
  pricesHeading: "사용한 가격",
  pricesIntro: (book, day) =>
    `가격표 \`${book}\`의 ${day} 기준 표준 가격(100만 토큰당 달러)입니다. 긴 프롬프트, 캐시, 서비스 등급, 지역 가격은 datasets/prices/와 \`npm run eval -- prices show TARGET\`에서 볼 수 있습니다.`,
  allPrices: (count) => `가격 ${count}개와 출처`,
  perCharsHeading: "한국어 100만 글자당",
  perCharsIntro: "모든 분야를 합친 한국어 텍스트 100만 글자를 입력할 때와 출력할 때의 비용(달러)입니다.",
  until: (day) => `${day}부터 사용 불가`,
  handedOn: (day, heir) => `${day}부터 응답 모델 변경: ${heir}`,
  mayEnd: (day) => `종료 예고는 없으나 ${day} 이후 종료될 수 있음`,
  superseded: "구형",
  thirdParty: "제3자 글 기준, 공식 확인 필요",
  soon: "†",
  chartNote: (day) => `${day} 가격, 종료 예정 모델 제외`,
  perMillion: (side) => (side === "input" ? "입력 $" : "출력 $"),
  evidence: { exact: "토크나이저", live: "제공사 실측", assumed: "가정 범위" },
  methodHeading: "방법",
  method: ({ dataset, sha256, book, day, won, wonGiven, checked, leftOut, live, run, command }) => [
    `내용을 토큰으로 바꿀 때는 텍스트 쌍 \`${dataset}\`(sha256 \`${sha256}\`)에서 korean-tokens 보고서와 같은 방법으로 측정한 모델별·텍스트 종류별 글자당 토큰을 썼습니다. 우리 텍스트의 평균이며, 제공사가 센 값이 아니고 채팅 템플릿이 덧붙이는 몇 토큰은 빠져 있습니다. 토크나이저가 공개되지 않은 모델은 datasets/assumptions.json의 가정 범위를 쓰되, 그 종류의 텍스트가 평균과 얼마나 다른지를 셀 수 있는 토크나이저들에서 구해 그만큼 넓혔습니다.`,
    "대화의 호출마다 따로 청구합니다. 토큰의 종류별로 그날·서비스·프롬프트 길이에 맞는 단가를 곱해 소수를 정확히 더합니다. 토큰이 범위일 때 비용은 그 최솟값과 최댓값입니다.",
    "순위는 '확실히 더 싼 모델 수 + 1'부터 '더 쌀 수 있는 모델 수 + 1'까지이며, 종료 예정 모델도 셉니다. 토크나이저가 같은 모델끼리는 같은 토큰 수로 비교합니다.",
    "범위로 적은 토큰과 비용은 가정에 따른 것입니다. 값이 하나인 수치의 표본 오차(95% 신뢰구간)는 measurements.csv에 있습니다.",
    `가격: 가격표 \`${book}\`, ${day} 기준(대부분 ${checked}에 마지막으로 확인. 모델별 확인일은 위 표). 부가세와 카드·환전 수수료는 넣지 않았습니다. ${wonGiven === undefined ? `환율: 달러당 ${won}원(가정한 범위). 오늘 환율은 --krw 환율@날짜로 지정하세요.` : `환율: 달러당 ${won}원${wonGiven}.`}`,
    ...(live.length === 0
      ? []
      : [
          `제공사의 토큰 계산 API로 센 토크나이저(실측): ${live.map(({ tokenizer, model, recorded }) => `${tokenizer}(${model}, ${recorded})`).join(", ")}. 토크나이저가 같은 모델은 한 모델로 센 값을 함께 씁니다.`,
        ]),
    ...(leftOut.length === 0 ? [] : [`토크나이저를 알 수 없어 가격만 있는 모델: ${leftOut.join(", ")}.`]),
    `실행 \`${run}\`. \`${command}\`로 다시 만들 수 있습니다. 모든 수치는 measurements.csv에 있습니다.`,
  ],
  wrote: (count, folder) => `${folder}/에 파일 ${count}개를 썼습니다`,
  next: "다음: report.ko.md를 열어 보세요. 내 트래픽으로 계산하려면 `npm run eval -- cost --per-day 200 --user-chars 900 --reply-chars 400`을 실행하세요.",
  columns: {
    target: "모델",
    input: "입력(100만 토큰)",
    output: "출력(100만 토큰)",
    usd: "월 $",
    krw: "월 ₩",
    rank: "순위",
    evidence: "토큰 근거",
    note: "비고",
    off: "캐싱 없음",
    turns: "대화 안 캐싱",
    all: "시스템 프롬프트도 공유",
    printed: "글의 가격",
    record: "그날의 기록",
    then: "그날의 상태",
    today: "오늘의 상태",
    heir: "오늘의 가격(모델)",
    vendor: "구분",
    price: "입력 / 출력",
    since: "적용일",
    sources: "출처",
    checked: "확인일",
    day: "날짜",
    change: "변경",
  },
};
