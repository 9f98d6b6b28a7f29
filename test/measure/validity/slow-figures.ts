/** The figures by the words of their formulas: each one goes over all trials for itself. */
import { CONDITIONS, type Retry } from "../../../src/domain/condition.ts";
import { FAULTS } from "../../../src/domain/grade.ts";
import type { Lang } from "../../../src/domain/prompt.ts";
import type { Answered, AskedTrial } from "../../../src/measure/validity/asked.ts";
import { slowCorrelation } from "./slow.ts";

/** All answers of a trial. */
type Ended = { readonly item: string; readonly answers: readonly Answered[] };

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const number = (value: number | undefined): number => value ?? Number.NaN;
const ok = (yes: boolean | undefined): number => (yes === true ? 1 : 0);
const firstOk = ({ answers }: Ended): number => ok(answers[0]?.valid);
const lastOk = ({ answers }: Ended): number => ok(answers.at(-1)?.valid);

/** Values by `<target> <domain> <lang> <condition> <metric>`; without those of unknown value. */
export function slowFigures(trials: readonly AskedTrial[], ways: readonly Retry[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const target of new Set(trials.map((trial) => trial.target))) {
    for (const domain of ["all", ...new Set(trials.map(({ task }) => task))]) {
      const of = (lang: Lang, condition: string): AskedTrial[] =>
        trials.filter(
          (trial) =>
            trial.target === target &&
            (domain === "all" || trial.task === domain) &&
            trial.lang === lang &&
            trial.condition === condition,
        );
      const put = (lang: string, values: Record<string, number | undefined>): void => {
        for (const [name, value] of Object.entries(values)) {
          if (value === undefined || !Number.isFinite(value)) continue;
          found.set(`${target} ${domain} ${lang} ${name}`, value);
        }
      };
      for (const { name, langs } of CONDITIONS) {
        const policies = [undefined, ...(name === "prompt" ? ways : [])];
        for (const lang of langs) {
          const own = of(lang, name);
          if (own.length > 0) put(lang, slowFirst(name, own, domain === "all"));
          for (const way of policies) put(lang, slowPolicy(name, way, ended(own, way), domain === "all"));
          if (name !== "prompt") {
            const [left, right] = sameItems(ended(own, undefined), ended(of(lang, "prompt"), undefined));
            put(lang, { [`${name} validity_effect`]: mean(left.map(firstOk)) - mean(right.map(firstOk)) });
          }
        }
        for (const way of policies) {
          const [ko, en] = sameItems(ended(of("ko", name), way), ended(of("en", name), way));
          const [condition, metric] = way === undefined ? [name, "first_try_valid"] : [`${name} ${way}`, "final_valid"];
          const hit = way === undefined ? firstOk : lastOk;
          put("ko-en", {
            [`${condition} ${metric}`]: mean(ko.map(hit)) - mean(en.map(hit)),
            [`${condition} usd_per_success_ratio`]: perSuccess(ko, usdOf) / perSuccess(en, usdOf),
          });
        }
      }
    }
  }
  return found;
}

function slowFirst(condition: string, trials: readonly AskedTrial[], whole: boolean): Record<string, number> {
  const answers = trials.flatMap(({ first }) => (first === undefined ? [] : [first]));
  const share = (hit: (answer: Answered) => boolean): number => mean(answers.map((answer) => ok(hit(answer))));
  const fields = answers.flatMap((answer) => (answer.fields === undefined ? [] : [answer.fields]));
  const faults = FAULTS.map((fault): [string, number] => [
    `${condition} ${fault} json_faults`,
    answers.filter((answer) => !answer.valid && answer.decided === fault).length,
  ]);
  return {
    [`${condition} trials`]: trials.length,
    [`${condition} api_trouble`]: trials.length - answers.length,
    [`${condition} syntax_valid`]: share((answer) => answer.reading === "raw"),
    [`${condition} repaired_valid`]: share((answer) => answer.repaired),
    [`${condition} field_accuracy`]: sum(fields.map(({ right }) => right)) / sum(fields.map(({ all }) => all)),
    [`${condition} answer_right`]: share(({ valid, fields }) => valid && fields?.right === fields?.all),
    ...(whole ? Object.fromEntries(faults.filter(([, count]) => count > 0)) : {}),
  };
}

function slowPolicy(
  name: string,
  way: Retry | undefined,
  all: readonly Ended[],
  whole: boolean,
): Record<string, number | undefined> {
  const condition = way === undefined ? name : `${name} ${way}`;
  const firstUsd = mean(all.map(({ answers }) => number(answers[0]?.usd)));
  const article = firstUsd * (2 - mean(all.map(firstOk)));
  const later = (of: (answer: Answered) => number): number =>
    mean(all.map(({ answers }) => sum(answers.map(of)) - sum(answers.slice(0, 1).map(of))));
  const none = way === undefined;
  const usd = perSuccess(all, usdOf);
  const told = whole && Number.isFinite(usd);
  const rows: Record<string, number | undefined> = {
    first_try_valid: none ? mean(all.map(firstOk)) : undefined,
    within_item: none && whole ? correlationOf(all) : undefined,
    final_valid: none && name !== "prompt" ? undefined : mean(all.map(lastOk)),
    unresolved_share: none && name !== "prompt" ? undefined : 1 - mean(all.map(lastOk)),
    attempts_per_success: perSuccess(all, () => 1),
    tokens_per_success: perSuccess(all, ({ tokens }) => number(tokens)),
    usd_per_success: usd,
    extra_tokens: none ? undefined : later(({ tokens }) => number(tokens)),
    extra_usd: none ? undefined : later(usdOf),
    // Beside what was measured, or not at all.
    article_usd_per_success: told ? article : undefined,
    article_error: told ? 100 * (article / usd - 1) : undefined,
  };
  return Object.fromEntries(Object.entries(rows).map(([metric, value]) => [`${condition} ${metric}`, value]));
}

const usdOf = ({ usd }: Answered): number => number(usd);

/** Infinite where none succeeded: that is no figure. */
function perSuccess(all: readonly Ended[], of: (answer: Answered) => number): number {
  const value = sum(all.flatMap(({ answers }) => answers.map(of))) / sum(all.map(lastOk));
  return Number.isFinite(value) ? value : Number.NaN;
}

function ended(trials: readonly AskedTrial[], way: Retry | undefined): Ended[] {
  return trials.flatMap(({ task, item, first, after }) => {
    const more = first?.valid === true || way === undefined ? [] : after[way];
    return first === undefined || more === undefined ? [] : [{ item: `${task}/${item}`, answers: [first, ...more] }];
  });
}

function sameItems(left: readonly Ended[], right: readonly Ended[]): [Ended[], Ended[]] {
  const within = (all: readonly Ended[], others: readonly Ended[]): Ended[] =>
    all.filter(({ item }) => others.some((other) => other.item === item));
  return [within(left, right), within(right, left)];
}

/** Told from three trials of an item on. */
function correlationOf(all: readonly Ended[]): number | undefined {
  const names = [...new Set(all.map(({ item }) => item))];
  const own = names.map((name) => all.filter(({ item }) => item === name));
  const n = own.map((each) => each.length);
  if (!n.some((count) => count >= 3)) return undefined;
  return slowCorrelation(
    own.map((each) => sum(each.map(firstOk))),
    n,
  );
}
