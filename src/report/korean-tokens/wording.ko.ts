import type { Wording } from "./wording.ts";

const DOMAINS: Readonly<Record<string, string>> = {
  all: "전체",
  support: "고객 상담",
  tech: "기술 문서",
  legal: "계약서",
  fiction: "소설",
  coding: "코딩 도움",
  classification: "분류",
  marketing: "마케팅 문구",
  unlabelled: "분야 없음",
};

export const korean: Wording = {
  locale: "ko",
  title: "한국어는 토큰으로 얼마인가",
  domain: (name) => DOMAINS[name] ?? name,
  family: ({ titleKo }) => titleKo,
  tokenizer: ({ id, titleKo }) => `${id} (${titleKo})`,
  headline: ({ ratios, exact, active }) =>
    `같은 내용을 한국어로 쓰면 영어보다 토큰이 ${ratios.map(({ tokenizer, ratio, interval }) => `${tokenizer}에서 ${ratio}배${interval}`).join(", ")} 듭니다.` +
    (active === 0
      ? ""
      : ` 현재 쓸 수 있는 모델 ${active}개 가운데 ${exact}개는 토크나이저가 공개되어 정확히 셌고, 나머지는 범위로 적었습니다.`),
  cheapest: ({ target, input, output }) =>
    `정확히 셀 수 있고 종료가 예고되지 않은 모델 가운데 한국어에 가장 싼 것은 \`${target}\`입니다. 100만 자를 읽는 데 $${input}, 쓰는 데 $${output}입니다.`,
  ratioHeading: "한국어는 토큰이 얼마나 더 드는가",
  ratioIntro: (overlaps) =>
    `같은 글쌍의 한국어 토큰 ÷ 영어 토큰입니다. 문서가 20개 이상이면 95% 구간을 함께 적었습니다(40개 미만이면 †). 1이면 영어와 같습니다. ${overlaps}`,
  spans: (spans) =>
    spans.length === 0
      ? ""
      : `분야별로 가장 낮은 값부터 높은 값까지 ${spans.join(", ")}입니다. 이 프로젝트가 확인하려는 경험칙은 "무엇이든 1.5~2배"였습니다.`,
  outside: ({ title_ko, about_ko }, perChar) =>
    `마지막 줄의 ${title_ko}은 성격이 다른 글입니다(${about_ko}). 글의 종류와 쓴 방향에 따라 배율은 여기 적힌 구간보다 크게 움직입니다. ` +
    `요금을 정하는 글자당 토큰은 ${perChar.map(({ tokenizer, here, there }) => `${tokenizer}에서 여기 ${here}, 거기 ${there}`).join(", ")}입니다.`,
  bytes: (ko, en) =>
    `이 자료에서 한국어 한 글자는 평균 ${ko}바이트(공백과 로마자는 1바이트), 영어 한 글자는 ${en}바이트입니다.`,
  ratioAlt: "분야·토크나이저별 한국어/영어 토큰 배율과 구간",
  ratioChart: {
    title: "같은 내용의 영어 1토큰당 한국어 토큰",
    axis: "배율, 선은 문서 단위 95% 구간",
    band: "1.5~2배: 확인하려는 경험칙",
    note: (hidden) => `눈금 밖이라 그리지 않음: ${hidden}.`,
  },
  costHeading: "한국어 글의 값",
  costIntro: ({ book, day, won }) =>
    `한국어 100만 자를 읽고 쓰는 값입니다. 글자당 토큰 수 × 100만 토큰 가격(가격표 \`${book}\`, ${day} 기준, 기본 등급, 캐시 없음)으로 셈했고, 환율은 1달러에 ${won}원입니다. ` +
    "값이 범위이면 토크나이저가 공개되지 않았다는 뜻이고, 그래서 순위도 범위입니다. 비용 순위는 100만 자 읽기와 쓰기를 더한 값으로, 단가 순위는 입력과 출력 토큰 단가를 더한 값으로 매겼습니다. 첫 표에는 종료가 예고되지 않은 모델만 싼 순서로 실었습니다.",
  noTargets: (book, day) => `물으신 모델 가운데 ${day}에 가격표 \`${book}\`의 가격으로 답하는 것은 없습니다.`,
  costAlt: "모델별 한국어 100만 자 읽기와 100만 자 쓰기의 달러 값",
  costChart: {
    title: "한국어 100만 자 읽기 + 100만 자 쓰기",
    axis: "미국 달러, 로그 눈금",
    exact: "정확: 그 모델의 토크나이저로 셈",
    assumed: "가정: 토크나이저가 비공개라 범위만 앎",
  },
  moves: ({ sure, open, active }) =>
    (sure.length === 0
      ? "토큰 단가 대신 한국어 글로 값을 매겼을 때 순위가 확실히 바뀌는 모델은 없습니다."
      : `토큰 단가로 줄을 세우면 모델 ${active}개 중 ${sure.length}개의 자리가 한국어에서는 확실히 틀립니다: ${sure.map(({ target, price, cost }) => `\`${target}\`(단가 ${price}위, 비용 ${cost}위)`).join(", ")}.`) +
    (open === 0 ? "" : ` 비공개 토크나이저를 세기 전까지 ${open}개의 순위는 범위로 남습니다.`),
  allTargets: (count) => `현재 쓸 수 있는 모델 ${count}개 전체`,
  articleHeading: "2026년 1월의 가격과 나란히",
  articleIntro: (day) =>
    `이 프로젝트가 확인하려는 ${day} 글에 실린 모델과 가격을 여기서 잰 한국어에 대 보았습니다. 100만 자가 얼마였고, 그 모델은 어떻게 되었을까요.`,
  gone: (day, lastPrice) =>
    `${day === undefined ? "종료" : `${day} 종료`}${lastPrice === undefined ? "" : `, 마지막 가격 ${lastPrice}`}`,
  unchanged: "가격 그대로",
  unknownHeading: "모르는 것과 알아내는 방법",
  unknownIntro:
    "아래 모델은 이 버전에서 돌릴 수 있는 토크나이저가 없습니다. 범위는 가정이며, 다른 토크나이저로 센 값을 빌려 쓰지 않습니다. 마지막 칸은 정확히 세는 명령인데, 다음 버전의 것이라 아직 쓸 수 없습니다.",
  detailHeading: "이유: 글자, 바이트, 토큰",
  detailIntro:
    "한글은 UTF-8에서 한 음절에 3바이트입니다. 한국어를 적게 배운 토크나이저는 바이트 단위로 쪼갭니다. 퍼짐(p10–p90)은 요청 하나하나에서 볼 수 있는 폭입니다.",
  formHeading: "글의 형식",
  form: ({ changed, texts, effects }) =>
    changed === 0
      ? `글 ${texts}개 모두 NFC이고 보통 띄어쓰기만 썼습니다. 그렇지 않은 글은 이 형식으로 바꾼 뒤에 셉니다. 자모로 풀린 한글은 토큰이 9배까지 들기 때문입니다.`
      : `글 ${texts}개 중 ${changed}개가 NFC가 아니거나 다른 공백을 썼기에, 바꾼 뒤에 셌습니다. ${effects.length === 0 ? "그중 한국어 글은 없습니다." : `그대로였다면 그 한국어 글에는 ${effects.map(({ tokenizer, factor }) => `${tokenizer}에서 ${factor}배`).join(", ")}의 토큰이 들었을 것입니다.`}`,
  methodHeading: "방법",
  method: (m) => [
    `자료: ${m.dataset}, 글쌍 ${m.pairs}개, 문서 ${m.documents}개, sha256 \`${m.sha256}\`.`,
    "배율: 한국어 토큰의 합 ÷ 영어 토큰의 합(비용은 토큰에 비례하므로 합으로 나눕니다). 채팅 템플릿 없는 글만 셉니다. 글자는 NFC 글의 유니코드 코드포인트이며 공백을 포함합니다.",
    `구간: 문서를 다시 뽑는 확장 백분위 부트스트랩(Hesterberg 2015) 95%, ${m.resamples}회, 시드 ${m.seed}. 문서가 20개 미만이면 구간을 내지 않고, 40개 미만이면 †를 붙입니다. 모의실험에서 이때 구간은 95%가 아니라 93%쯤 참값을 담았습니다.`,
    `"전체"는 ${m.reweighted ? "요청한 한국어 글자 비중" : "자료 속 한국어 글자 수"}에 따라 분야를 섞은 값입니다: ${m.mix}. \`--mix support=0.7,legal=0.3\`으로 바꿀 수 있습니다.`,
    `토크나이저: ${m.tokenizers.join("; ")}.`,
    `실행 \`${m.run}\`. \`${m.command}\`로 다시 만들 수 있습니다. 모든 값은 measurements.csv에 있고 \`--explain 행\`으로 근거를 볼 수 있습니다.`,
  ],
  limitsHeading: "한계",
  limits: (dataset) => [
    ...dataset,
    "분야 사이의 차이가 여기 적힌 어떤 구간보다 큽니다. 실제 트래픽의 비중으로 섞어 보세요.",
    "가격은 세금·할인·캐시·배치를 뺀 정가입니다. 출력 길이와 숨은 추론 토큰은 모델마다 다르며 이 스위트에서 다루지 않습니다.",
  ],
  leftOut: (targets) => `토크나이저를 알 수 없어 뺀 모델: ${targets.map((target) => `\`${target}\``).join(", ")}.`,
  columns: {
    domain: "분야",
    pairs: "글쌍",
    documents: "문서",
    target: "모델",
    tokensPerChar: "글자당 토큰",
    usdIn: "100만 자 읽기 $",
    usdOut: "쓰기 $",
    krwIn: "읽기 ₩",
    krwOut: "쓰기 ₩",
    costRank: "비용 순위",
    priceRank: "단가 순위",
    evidence: "근거",
    note: "비고",
    priceThen: "글에 실린 가격, 100만 토큰 입력 / 출력 $",
    priceNow: "지금",
    usdInThen: "100만 자 읽기 $",
    usdOutThen: "쓰기 $",
    family: "토크나이저",
    targets: "쓸 수 있는 모델",
    range: "가정한 글자당 토큰",
    reason: "범위의 이유",
    toMakeExact: "정확히 세는 방법",
    tokenizer: "토크나이저",
    ratio: "배율",
    spread: "글쌍의 p10–p90",
    perEojeol: "어절당 토큰",
    perWord: "영어 단어당 토큰",
    perEnChar: "영어 글자당 토큰",
  },
  evidence: { exact: "정확", assumed: "가정" },
  until: (day) => `${day}까지`,
  priceFrom: (day, input, output) => `${day}부터 $${input} / $${output}`,
};
