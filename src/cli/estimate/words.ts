/** What an estimate says, in both languages. */
export const WORDS = {
  en: {
    columns: ["Target", "Requests", "Input tokens", "Output, at most", "At most, $"],
    total: "Total",
    offline: (suite: string) => `The suite ${suite} counts offline: it asks nobody and costs nothing.`,
    lead: (suite: string, requests: string, targets: number, usd: string | undefined, day: string) =>
      `${suite}: ${requests} ${requests === "1" ? "request" : "requests"} to ${targets} ${targets === 1 ? "target" : "targets"}, ${usd === undefined ? "at a cost without a bound" : `at most $${usd}`}, at the prices of ${day}. Nothing has been asked.`,
    exact: "Input: the text that is sent, counted by the target's own tokenizer; chat templates add a little.",
    live: "Some of it was counted by the vendor.",
    assumed: "A range is assumed: that tokenizer cannot be run here.",
    bound:
      "≤ is the bytes of the text, which no count can exceed: that tokenizer cannot be run here, and what is assumed of some holds for Korean text alone.",
    inKorean: "--lang ko shows the range that is assumed of Korean text.",
    notInstalled: (ids: string) => `\`npm run vocabularies\` installs ${ids}, and then the count is exact.`,
    atMost:
      "At most: every answer at its longest, thinking included, a token for every byte of the prompt, nothing read from a cache. Most answers are far shorter.",
    follows: (requests: string, usd: string | undefined) =>
      `Not among these: what is asked after answers that are not valid JSON, up to ${requests} requests more${usd === undefined ? "" : `, at most $${usd}`}, if none ever is.`,
    retries: (attempts: number, usd: string | undefined) =>
      `Whatever breaks off is asked again, ${attempts} times in all at most, and each may be billed: ${usd === undefined ? `up to ${attempts} times as much` : `at most $${usd}`}. --budget-usd stops before an amount that you give.`,
    served: (target: string, by: string, day: string) => `${target} is answered by ${by} on ${day}, at its price.`,
    off: (targets: string) => `No longer answering, and taken at the last price: ${targets}.`,
    since: (target: string, day: string) => `${target} (since ${day})`,
    unpriced: (target: string, book: string, day: string, known: boolean) =>
      `${target}: the price book ${book} ${known ? `has no price of ${day}` : "does not know it"}. Give its rates with --price FILE.`,
    others: (usd: string) => `The other targets cost at most $${usd}.`,
    budget: {
      attempts: (usd: string) => `The budget of $${usd} is enough, whatever is asked again.`,
      once: (usd: string) =>
        `The budget of $${usd} is enough to ask every request once; what is asked again may end it.`,
      part: (usd: string, some: string, all: string) =>
        `The budget of $${usd} is sure to be enough for ${some} of ${all} requests, each asked once; most likely for more.`,
      unknown: (usd: string) => `Whether the budget of $${usd} is enough cannot be said without every price.`,
    },
    modes: "Only --mode live and --mode record ask a vendor; in every other mode a run costs nothing.",
  },
  ko: {
    columns: ["모델", "요청", "입력 토큰", "최대 출력 토큰", "최대 비용, $"],
    total: "합계",
    offline: (suite: string) => `${suite}: 오프라인으로 세는 평가라서 요청을 보내지 않으며 비용이 들지 않습니다.`,
    lead: (suite: string, requests: string, targets: number, usd: string | undefined, day: string) =>
      `${suite}: 모델 ${targets}개에 요청 ${requests}건, ${usd === undefined ? "최대 비용 알 수 없음" : `최대 $${usd}`}(${day} 가격 기준). 아직 아무것도 보내지 않았습니다.`,
    exact: "입력 토큰: 보낼 텍스트를 그 모델의 토크나이저로 센 값입니다. 채팅 템플릿 때문에 실제로는 조금 더 듭니다.",
    live: "일부는 제공사가 센 값입니다.",
    assumed: "범위로 적힌 값은 가정입니다. 그 토크나이저를 여기서 실행할 수 없기 때문입니다.",
    bound:
      "≤는 텍스트의 바이트 수로, 토큰 수는 이를 넘을 수 없습니다. 토크나이저를 여기서 실행할 수 없고, 가정한 범위가 있더라도 한국어 텍스트에만 쓸 수 있기 때문입니다.",
    inKorean: "--lang ko로 한국어만 보면 가정한 범위가 나옵니다.",
    notInstalled: (ids: string) => `\`npm run vocabularies\`로 ${ids}의 어휘 사전을 설치하면 정확히 셉니다.`,
    atMost:
      "최대 비용: 모든 답변이 추론을 포함해 길이 한도를 채우고, 프롬프트는 1바이트가 1토큰이며, 캐시는 전혀 쓰지 못한다고 보고 계산한 값입니다. 실제 답변은 대부분 훨씬 짧습니다.",
    follows: (requests: string, usd: string | undefined) =>
      `유효한 JSON이 아닌 답변 뒤에 다시 묻는 요청은 여기 들어 있지 않습니다. 유효한 답변이 하나도 없다면 최대 ${requests}건이 더 나갑니다${usd === undefined ? "" : `(최대 $${usd})`}.`,
    retries: (attempts: number, usd: string | undefined) =>
      `답변이 도중에 끊기면 처음을 포함해 최대 ${attempts}번까지 요청하며, 매번 청구될 수 있습니다(${usd === undefined ? `최대 ${attempts}배` : `최대 $${usd}`}). --budget-usd로 금액을 정하면 넘기 전에 멈춥니다.`,
    served: (target: string, by: string, day: string) =>
      `${target}: ${day}에는 ${by} 모델이 대신 응답하므로 그 모델의 가격으로 계산했습니다.`,
    off: (targets: string) => `더는 응답하지 않아 마지막 가격으로 계산한 모델: ${targets}.`,
    since: (target: string, day: string) => `${target}(${day}부터)`,
    unpriced: (target: string, book: string, day: string, known: boolean) =>
      `${target}: 가격표 ${book}에 ${known ? `${day} 가격이` : "이 모델이"} 없습니다. --price 파일로 단가를 지정하세요.`,
    others: (usd: string) => `나머지 모델은 최대 $${usd}입니다.`,
    budget: {
      attempts: (usd: string) => `예산 $${usd}는 재시도를 모두 포함해도 충분합니다.`,
      once: (usd: string) =>
        `예산 $${usd}는 모든 요청을 한 번씩 보내기에 충분합니다. 재시도가 있으면 모자랄 수 있습니다.`,
      part: (usd: string, some: string, all: string) =>
        `예산 $${usd}로 한 번씩은 확실히 보낼 수 있는 요청: ${all}건 가운데 ${some}건. 실제로는 더 많이 보낼 수 있을 것입니다.`,
      unknown: (usd: string) => `모든 모델의 가격을 알아야 예산 $${usd}로 충분한지 알 수 있습니다.`,
    },
    modes: "제공사에 요청을 보내는 것은 --mode live와 --mode record뿐입니다. 다른 모드에서는 비용이 들지 않습니다.",
  },
} as const;
