import { fixed } from "../format.ts";
import { count, LANGS, langsOf } from "../names.en.ts";
import { allSimulated } from "../run-facts.ts";
import type { Part, TargetSummary } from "./summary.ts";
import { terms } from "./terms.en.ts";
import type { ValidityWording } from "./wording.ts";
import { dollars, judgedPoints } from "./written.ts";

const share = (value: number): string => terms.percent(fixed(value * 100, 1));
/** Of how many trials it is, where the API broke some off. */
const ofPart = (part: Part | undefined): string =>
  part === undefined ? "" : ` of ${fixed(part.n, 0)} of ${fixed(part.of, 0)}`;

export const overview: ValidityWording["overview"] = (facts) => {
  const { targets, asked, planned, prompts } = facts;
  if (asked === 0) return `The plan has ${count(planned, "trial")}, and none was asked.`;
  const answering = targets.filter(({ answered }) => answered).length;
  const where = allSimulated(facts) ? "In the simulation, " : "";
  const cut = facts.cut ? " Only a part of the plan was asked (`--limit` or `--trials`)." : "";
  const unasked =
    asked === planned ? "" : ` Not asked: ${fixed(planned - asked, 0)} of the ${count(planned, "planned trial")}.`;
  return `${where}${answering} of ${count(targets.length, "target")} answered: ${count(asked, "trial")} of ${count(prompts, "item")} in ${langsOf(facts)}.${cut}${unasked}`;
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
    first.length === 0 ? undefined : first.map((each) => `${share(each.value)} in ${LANGS[each.lang]}`).join(", "),
  );
  const final = of(({ final }) =>
    final.length === 0
      ? undefined
      : final.map(({ way, value, part }) => `${share(value)}${ofPart(part)} (${terms.way(way)})`).join(", "),
  );
  const cost = of(({ cost }) =>
    cost === undefined
      ? undefined
      : `${dollars(cost.success)}, ${fixed(cost.success / cost.first, 2)} times the ${dollars(cost.first)} of a first answer (${terms.way(cost.way)}${cost.part === undefined ? "" : `,${ofPart(cost.part)} trials`})`,
  );
  const difference = of(({ difference }) =>
    difference === undefined
      ? undefined
      : `${judgedPoints(difference, terms)}${difference.detectable === undefined ? "" : `, where ${fixed(difference.detectable * 100, 1)} points or more would show in four of five such runs`}`,
  );
  return [
    ...line("Valid JSON at first try, asked in words only: ", first),
    ...line(`Valid within ${count(facts.answers, "answer")} in ${name}: `, final),
    ...line(`A valid answer in ${name} costs: `, cost),
    ...line("Korean − English at first try, in points: ", difference),
  ];
};
