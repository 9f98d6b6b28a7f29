import type { Wording } from "./wording.ts";

const DOMAINS = new Map(
  Object.entries({
    all: "전체",
    greeting: "인사",
    support: "고객 상담",
    tech: "기술 문서",
    legal: "계약 조항",
    contract: "계약서 한 페이지",
    fiction: "소설 단락",
    chapter: "소설 한 장",
    coding: "코딩 지원",
    classification: "분류·라벨링",
    summary: "문서 요약",
    extraction: "구조화 추출",
    reasoning: "추론·수학",
    creative: "창작",
    marketing: "제품 문구",
    unlabelled: "분야 미지정",
  }),
);

export const korean: Wording = {
  locale: "ko",
  title: "한국어의 토큰 비용",
  percent: (text) => `${text}%`,
  domain: (name) => DOMAINS.get(name) ?? name,
  family: ({ titleKo }) => titleKo,
  tokenizer: ({ id, titleKo }) => `${id} (${titleKo})`,
  headline: (ratios) =>
    `같은 내용을 한국어로 쓸 때 드는 토큰은 ${ratios.map(({ tokenizer, ratio, interval }) => `${tokenizer} 기준으로 영어의 ${ratio}배${interval}`).join(", ")}입니다.`,
  variation: ({ tokenizer, domains, outside, perChar, perCharDomains, perCharOutside }) =>
    `배율은 텍스트에 따라 달라집니다. ${tokenizer} 기준으로 이 자료의 분야별 배율은 ${domains}${outside === undefined ? "" : `, 성격이 다른 공개 텍스트에서는 ${outside}`}입니다. ` +
    `요금은 한국어 글자당 토큰을 따라갑니다. 전체 ${perChar}, 이 자료의 분야별 ${perCharDomains}${perCharOutside === undefined ? "" : `, 공개 텍스트 ${perCharOutside}`}입니다. 예산은 영어 토큰이 아니라 내 분야의 한국어 글자 수로 잡으세요.`,
  coverage: ({ exact, live, active, unknown }) =>
    active === 0
      ? ""
      : `현재 쓸 수 있는 모델 ${active}개 가운데 ${exact}개는 그 모델의 토크나이저로 정확히 셌습니다.${live === 0 ? "" : ` ${live}개는 제공사의 토큰 계산 API로 셌습니다(실측).`}${unknown.length === 0 ? "" : ` 나머지(${unknown.join(", ")})는 토크나이저를 여기서 돌릴 수 없어 가정한 범위로 적었습니다.`}`,
  cheapest: ({ target, live, input, output, maybe, ending }) =>
    `${live ? "정확히 세거나 제공사가 센 값이 있고" : "정확히 셀 수 있고"} 알려진 종료일이 없는 모델 가운데 한국어 비용이 가장 낮은 것은 \`${target}\`입니다. 100만 자 기준 입력 $${input}, 출력 $${output}입니다.` +
    (maybe.length === 0
      ? ""
      : ` 더 쌀 수도 있지만 아직 셀 수 없는 모델: ${maybe.map((other) => `\`${other}\``).join(", ")}.`) +
    (ending.length === 0
      ? ""
      : ` 더 싸지만 곧 종료되는 모델: ${ending.map((other) => `\`${other.target}\`(${other.day})`).join(", ")}.`) +
    " 품질은 여기서 비교하지 않았습니다.",

  ratioHeading: "한국어는 토큰이 얼마나 더 드는가",
  ratioIntro: (spans) =>
    `같은 텍스트 쌍의 한국어 토큰 ÷ 영어 토큰이며, 1이면 영어와 같습니다. [ ]는 95% 신뢰구간으로, 같은 종류의 다른 텍스트로 쟀다면 값이 움직일 만한 폭입니다. 문서가 20개 이상일 때만 적고, †는 문서가 40개 미만이라 폭이 조금 좁게 나왔을 수 있다는 표시입니다. ${spans}`,
  spans: (spans) =>
    spans.length === 0
      ? ""
      : `이 자료의 분야별 배율은 가장 낮은 것부터 가장 높은 것까지 ${spans.join(", ")}입니다. 이 프로젝트가 검증하려던 통념은 "무엇이든 1.5~2배"였습니다.`,
  outside: (corpora) =>
    `마지막 행들은 성격이 다른 공개 텍스트로 견주어 본 것입니다: ${corpora.map(({ title_ko, about_ko }) => `${title_ko}(${about_ko})`).join("; ")}.`,
  ratioAlt: "분야·토크나이저별 한국어/영어 토큰 배율과 신뢰구간",
  ratioChart: {
    title: "같은 내용의 영어 1토큰당 한국어 토큰",
    axis: "배율(선: 문서 단위 95% 신뢰구간)",
    band: "1.5~2배: 검증 대상 통념",
    note: (hidden) => `눈금 밖: ${hidden}.`,
  },
  allTokenizers: (count) => `분야별 토크나이저 ${count}종 전체`,

  costHeading: "한국어 텍스트 비용",
  costIntro: ({ book, day, won, live }) =>
    `한국어 100만 자를 입력하고 출력하는 비용입니다. 글자당 토큰 수 × 100만 토큰당 가격(가격표 \`${book}\`, ${day} 기준, 표준 등급, 캐시 미사용)으로 계산했고, 환율은 1달러당 ${won}원입니다. 눈에 보이는 텍스트의 양이 같을 때의 비교이므로, 더 길게 답하거나 숨은 추론 토큰을 청구하는 모델은 이보다 비쌉니다. ` +
    `달러 값이 범위이면 여기서 그 모델의 토크나이저를 돌릴 수 없다는 뜻이며, 다른 모델의 값이 범위이면 정확히 센 모델의 순위도 범위가 될 수 있습니다. ‘정확’은 그 모델의 토크나이저로 센 값, ${live ? "‘실측’은 제공사의 토큰 계산 API가 센 값(토크나이저가 같은 모델은 한 모델로 센 값을 함께 씀), " : ""}‘가정’은 이유를 밝힌 범위입니다. 비용 순위는 100만 자의 입력 비용과 출력 비용을 더한 값으로, 단가 순위는 입력과 출력 토큰 단가를 더한 값으로 매겼고, 단가가 같은 모델은 공동 순위로 보았습니다. 첫 표에는 알려진 종료일이 없는 모델 가운데 가장 싼 것들만 실었습니다.`,
  noTargets: (book, day) => `지정한 모델 가운데 ${day}에 쓸 수 있고 가격표 \`${book}\`에 가격이 있는 것은 없습니다.`,
  costAlt: "모델별 한국어 100만 자 입력·출력 비용(달러)",
  costChart: {
    title: "한국어 100만 자 입력 + 100만 자 출력 비용",
    axis: "미국 달러, 로그 눈금",
    exact: "정확: 그 모델의 토크나이저로 셈",
    counted: "정확·실측: 그 모델의 토크나이저나 제공사가 셈",
    assumed: "가정: 토크나이저를 돌릴 수 없어 범위로 표시",
  },
  moves: ({ sure, open, active }) =>
    (sure.length === 0
      ? "토큰 단가 순위가 한국어 비용 순위와 확실히 어긋나는 모델은 없습니다."
      : `모델 ${active}개 중 ${sure.length}개는 토큰 단가 순위가 한국어 비용 순위와 확실히 어긋납니다: ${sure.map(({ target, price, cost }) => `\`${target}\`(단가 ${price}위, 비용 ${cost}위)`).join(", ")}.`) +
    (open === 0 ? "" : ` 아직 돌릴 수 없는 토크나이저로 토큰을 세기 전까지 ${open}개 모델의 순위는 범위로 남습니다.`),
  allTargets: (count) => `현재 쓸 수 있는 모델 전체(${count}개)`,
  until: (day) => `${day} 종료 예정`,
  priceFrom: (day, input, output) => `${day}부터 입력 $${input} / 출력 $${output}`,

  articleHeading: "2026년 1월의 가격과 나란히",
  articleIntro: (day) =>
    `이 프로젝트가 검증하려는 ${day}자 글에 실린 모델과 가격을, 여기서 측정한 한국어에 적용했습니다. 100만 자가 얼마였고, 그 모델은 어떻게 되었을까요.`,
  gone: (day, lastPrice) =>
    `${day === undefined ? "종료" : `${day} 종료`}${lastPrice === undefined ? "" : `, 마지막 가격 ${lastPrice}`}`,
  unchanged: "가격 그대로",
  nowPrice: (input, output) => `지금 가격 ${input} / ${output}`,

  unknownHeading: "모르는 것과 알아내는 방법",
  unknownIntro:
    "아래 모델은 자기 토크나이저로 세지 못했습니다. 범위는 가정입니다. 다른 토크나이저의 값은 범위를 잡는 참고로만 썼고, 그대로 대신 쓰지 않았습니다. 마지막 열은 정확한 값을 얻는 방법입니다.",
  remedy: ({ command, needsKo }) => `\`${command}\` (${needsKo})`,

  perCharSummary: "분야별 한국어 글자당 토큰: 내 글자 수에 곱하세요",

  detailHeading: "이유: 글자, 바이트, 토큰",
  detailIntro:
    "토크나이저는 자주 붙어 나오는 바이트를 한 토큰으로 묶습니다. 한국어에서 자주 나오는 묶음을 적게 익힌 토크나이저는 토큰이 더 듭니다. 텍스트 쌍 10개 중 8개의 배율이 p10과 p90 사이에 있습니다.",
  bytes: (ko, en, same) =>
    `이 자료에서 한국어 한 글자는 평균 ${ko}바이트(한글 한 음절 3바이트, 공백 1바이트), 영어 한 글자는 ${en}바이트입니다. 하지만 한국어는 글자 수가 적어, 같은 내용의 전체 바이트는 영어의 ${same}배입니다. 차이는 바이트가 아니라 토크나이저가 익힌 것에서 납니다.`,

  formHeading: "텍스트 정규화",
  form: ({ changed, texts, effects }) =>
    changed === 0
      ? `텍스트 ${texts}개 모두 NFC이고 공백은 일반 공백(U+0020)뿐입니다. 그렇지 않은 텍스트는 이 형식으로 정규화한 뒤에 셉니다.`
      : `텍스트 ${texts}개 중 ${changed}개가 NFC가 아니거나 일반 공백이 아닌 공백을 포함해, 정규화한 뒤에 셌습니다. ${effects.length === 0 ? "그중 한국어 텍스트는 없습니다." : `정규화하지 않았다면 그 한국어 텍스트의 토큰 수는 ${effects.map(({ tokenizer, factor }) => `${tokenizer} 기준 ${factor}배`).join(", ")}였을 것입니다.`}`,
  formsIntro:
    "같은 한국어 텍스트가 다른 형식이었다면 토큰이 몇 배 드는지입니다. 모델에 보내기 전에 NFC와 일반 공백으로 정규화하세요.",
  forms: {
    nfd: "자모 분리(NFD)",
    nbsp: "줄바꿈 없는 공백(NBSP)",
    fullwidth: "전각 문자·숫자",
  },

  wording: (pairs, effects) =>
    `한국어 글에는 영어 용어가 섞입니다. 그런 텍스트 ${pairs}개를 모두 우리말로 다시 쓰면(캐시 → 임시 저장소) 토큰이 ${effects.map(({ tokenizer, factor }) => `${tokenizer} 기준 ${factor}배`).join(", ")} 듭니다.`,
  templateHeading: "채팅 템플릿은 따로",
  templateIntro:
    "언어와 상관없이 사용자 메시지 하나에 채팅 형식이 더하는 토큰입니다(답변을 시작하는 표시 포함). 짧은 메시지에서는 배율을 1에 가깝게 끌어당깁니다. 위의 어떤 값에도 들어 있지 않습니다. 로컬 템플릿과 공표된 규칙이므로, 실제 청구량은 제공사의 usage 필드로만 알 수 있습니다.",

  methodHeading: "방법",
  method: (m) => [
    `자료: ${m.dataset}, 텍스트 쌍 ${m.pairs}개, 문서 ${m.documents}개, sha256 \`${m.sha256}\`.`,
    "배율: 한국어 토큰의 합 ÷ 영어 토큰의 합(비용은 토큰 수에 비례하므로 합끼리 나눕니다). 채팅 템플릿은 빼고 본문만 셉니다. 글자 수는 NFC 텍스트의 유니코드 코드 포인트 수이며 공백을 포함합니다.",
    `신뢰구간: 문서 단위 확장 백분위수 부트스트랩(expanded percentile, Hesterberg 2015) 95% 신뢰구간, 재표집 ${m.resamples}회, 시드 ${m.seed}. 문서가 20개 미만이면 내지 않고, 40개 미만이면 †를 붙입니다. 모의실험에서 이때의 포함률은 95%가 아니라 약 93%였습니다.`,
    `"전체"는 ${m.reweighted ? "요청한 한국어 글자 비중" : "자료 속 한국어 글자 수"}에 따라 분야를 가중한 값입니다: ${m.mix}. \`--mix support=0.7,legal=0.3\`으로 바꿀 수 있습니다.`,
    `실행 \`${m.run}\`. \`${m.command}\`로 다시 만들 수 있습니다. 모든 값은 measurements.csv에 있고 \`--explain 행\`으로 근거를 볼 수 있습니다.`,
  ],
  outsideSources: (corpora) =>
    `대조 자료의 출처: ${corpora.map(({ title_ko, source }) => `${title_ko}: ${source}`).join("; ")}. 텍스트는 배포 권한이 없어 싣지 않았고, 텍스트가 있으면 \`npm run outside\`로 다시 셀 수 있습니다.`,
  readAs: (file, encoding) => `${file}: ${encoding} 인코딩으로 읽었습니다.`,
  undocumented:
    "문서가 지정되지 않아 텍스트 쌍 하나를 문서 하나로 보았습니다. 여러 쌍이 한 문서에서 왔다면 신뢰구간이 실제보다 좁습니다. `doc` 열에 문서를 적어 주세요.",
  ignored: (columns) => `쓰지 않은 열: ${columns.join(", ")}.`,
  notCounted: (entries) =>
    entries.length === 0
      ? undefined
      : `여기서 세지 못한 토크나이저: ${entries.map(({ entry }) => entry.id).join(", ")}. 어휘 사전을 설치하지 않았다면 \`npm run vocabularies\`로 설치하세요. 공백 없이 수만 자가 이어지는 텍스트는 설치해도 세지 않습니다.`,
  evidenceSummary: "토크나이저와 센 도구, 그 모델의 것이라고 보는 근거",
  limitsHeading: "한계",
  limits: (dataset) => [
    ...dataset,
    "글의 종류에 따른 차이는 신뢰구간보다 큽니다. 실제 트래픽 비중대로 가중치를 주세요.",
    "가격은 세금·할인·캐시·배치를 반영하지 않은 정가입니다. 출력 길이와 숨은 추론 토큰은 모델마다 다르며 이 스위트에서 다루지 않습니다.",
  ],
  leftOut: (targets) =>
    `셀 수도 없고 가정한 범위도 없어 뺀 모델: ${targets.map((target) => `\`${target}\``).join(", ")}.`,
  columns: {
    domain: "분야",
    pairs: "텍스트 쌍",
    documents: "문서",
    target: "모델",
    tokensPerChar: "글자당 토큰",
    usdIn: "100만 자 입력 $",
    usdOut: "출력 $",
    krwIn: "입력 ₩",
    krwOut: "출력 ₩",
    costRank: "비용 순위",
    priceRank: "단가 순위",
    evidence: "근거",
    note: "비고",
    priceThen: "글에 실린 가격, 100만 토큰 입력 / 출력 $",
    priceNow: "지금",
    usdInThen: "100만 자 입력 $",
    usdOutThen: "출력 $",
    family: "모델군",
    targets: "쓸 수 있는 모델 수",
    range: "가정한 글자당 토큰",
    reason: "범위의 이유",
    toMakeExact: "정확히 세는 방법",
    tokenizer: "토크나이저",
    ratio: "배율",
    spread: "쌍별 배율 p10–p90",
    perEojeol: "어절당 토큰",
    perWord: "영어 단어당 토큰",
    perEnChar: "영어 글자당 토큰",
    countedBy: "센 도구",
    why: "근거",
    overhead: "메시지 하나에 더해지는 토큰",
  },
  evidence: { exact: "정확", live: "실측", assumed: "가정", published: "공표" },
};
