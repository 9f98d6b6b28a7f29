import { fixed } from "../format.ts";
import { LANGS, langsOf } from "../names.ko.ts";
import { allSimulated } from "../run-facts.ts";
import type { Part, TargetSummary } from "./summary.ts";
import { terms } from "./terms.ko.ts";
import type { ValidityWording } from "./wording.ts";
import { dollars, judgedPoints } from "./written.ts";

const share = (value: number): string => terms.percent(fixed(value * 100, 1));
/** Of how many trials it is, where the API broke some off. */
const ofPart = (part: Part | undefined): string =>
  part === undefined ? "" : `, ${fixed(part.of, 0)}회 가운데 ${fixed(part.n, 0)}회 기준`;

export const overview: ValidityWording["overview"] = (facts) => {
  const { targets, asked, planned, prompts } = facts;
  if (asked === 0) return `계획한 시행 ${fixed(planned, 0)}회를 하나도 요청하지 않았습니다.`;
  const answering = targets.filter(({ answered }) => answered).length;
  const where = allSimulated(facts) ? "모의 실행에서 " : "";
  const who =
    answering === 0
      ? `모델 ${targets.length}개 가운데 답변한 모델이 없습니다`
      : answering === targets.length
        ? `모델 ${targets.length}개가 ${targets.length === 1 ? "" : "모두 "}답변했습니다`
        : `모델 ${targets.length}개 가운데 ${answering}개가 답변했습니다`;
  const cut = facts.cut ? " 계획의 일부만 요청했습니다(`--limit`이나 `--trials`)." : "";
  const unasked =
    asked === planned
      ? ""
      : ` 계획한 시행 ${fixed(planned, 0)}회 가운데 ${fixed(planned - asked, 0)}회는 요청하지 않았습니다.`;
  return `${where}${who}. ${langsOf(facts)} 항목 ${fixed(prompts, 0)}개로 ${fixed(asked, 0)}회 시행했습니다.${cut}${unasked}`;
};

export const summary: ValidityWording["summary"] = (facts, { targets, lang }) => {
  const of = (said: (each: TargetSummary) => string | undefined): string =>
    targets
      .flatMap((each) => {
        const what = said(each);
        return what === undefined ? [] : [`\`${each.target}\` ${what}`];
      })
      .join("; ");
  const line = (start: string, said: string): string[] => (said === "" ? [] : [`${start}${said}.`]);
  const name = lang === undefined ? "" : LANGS[lang];
  const first = of(({ first }) =>
    first.length === 0 ? undefined : first.map((each) => `${LANGS[each.lang]} ${share(each.value)}`).join(", "),
  );
  const final = of(({ final }) =>
    final.length === 0
      ? undefined
      : final.map(({ way, value, part }) => `${share(value)}(${terms.way(way)}${ofPart(part)})`).join(", "),
  );
  const cost = of(({ cost }) =>
    cost === undefined
      ? undefined
      : `${dollars(cost.success)}, 첫 답변 하나(${dollars(cost.first)})의 ${fixed(cost.success / cost.first, 2)}배(${terms.way(cost.way)}${ofPart(cost.part)})`,
  );
  const difference = of(({ difference }) =>
    difference === undefined
      ? undefined
      : `${judgedPoints(difference, terms)}${difference.detectable === undefined ? "" : `, ${fixed(difference.detectable * 100, 1)}%p 이상 차이가 나면 이런 실행 다섯 번 가운데 네 번은 확인됨`}`,
  );
  return [
    ...line("말로만 요청했을 때 첫 답변이 유효한 JSON인 비율: ", first),
    ...line(`${name}에서 답변을 ${fixed(facts.answers, 0)}번까지 받았을 때 유효한 비율: `, final),
    ...line(`${name}에서 유효한 답변 하나를 얻는 비용: `, cost),
    ...line("첫 답변의 한국어 − 영어 차이(%p): ", difference),
  ];
};
