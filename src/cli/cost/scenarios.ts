import { join, resolve } from "node:path";
import { listScenarios, readScenario } from "../../dataset/scenarios.ts";
import { UserError } from "../../domain/error.ts";
import { Scenario } from "../../domain/scenario.ts";
import { didYouMean } from "../../domain/suggest.ts";
import type { Effects } from "../effects.ts";
import type { CostFlags } from "./flags.ts";

const OWN_FLAGS = [
  ["--per-day", "perDay"],
  ["--user-chars", "userChars"],
  ["--reply-chars", "replyChars"],
  ["--system-chars", "systemChars"],
  ["--turns", "turns"],
  ["--days", "days"],
  ["--kind", "kind"],
] as const;

/** The scenarios that were asked for: by name, by file, or one made of flags; all committed ones by default. */
export async function scenariosOf(flags: CostFlags, { root, cwd }: Pick<Effects, "root" | "cwd">): Promise<Scenario[]> {
  const datasets = join(root, "datasets");
  const own = ownScenario(flags);
  if (own !== undefined) return [own];
  const names = flags.scenario.length > 0 ? [...new Set(flags.scenario)] : await listScenarios(datasets);
  const read = await Promise.all(
    names.map(async (name) => {
      if (!name.endsWith(".json")) return readScenario(datasets, name);
      // A copy of one of ours is no longer what the article printed.
      const { printed: _, ...own } = await readScenario(datasets, resolve(cwd, name));
      return own;
    }),
  );
  const twice = read.find(({ name }, i) => read.findIndex((other) => other.name === name) !== i);
  if (twice === undefined) return read;
  throw new UserError("usage", `Two scenarios have the name "${twice.name}".`, {
    fix: "Give one of them another name.",
  });
}

function ownScenario(flags: CostFlags): Scenario | undefined {
  const given: string[] = OWN_FLAGS.filter(([, name]) => flags[name] !== undefined).map(([flag]) => flag);
  if (!flags.history) given.push("--no-history");
  if (given.length === 0) return undefined;
  if (flags.scenario.length > 0) {
    throw new UserError("usage", `--scenario and ${given.join(", ")} exclude each other.`, {
      fix: "Copy the scenario's file, change it, and give its path to --scenario.",
    });
  }
  const { perDay, userChars, replyChars, systemChars, turns = 1, days = 30, kind = "all" } = flags;
  const missing = OWN_FLAGS.slice(0, 3).filter(([, name]) => flags[name] === undefined);
  if (perDay === undefined || userChars === undefined || replyChars === undefined) {
    throw new UserError("usage", `A scenario of your own lacks ${missing.map(([flag]) => flag).join(" and ")}.`, {
      fix: "As in --per-day 200 --user-chars 900 --reply-chars 400.",
    });
  }
  const part = (chars: number): Scenario["user"] => ({ ko_chars: chars, domain: kind });
  return Scenario.parse({
    name: "own",
    title: { en: "Your own traffic", ko: "직접 지정한 트래픽" },
    unit: turns === 1 ? { en: "requests", ko: "요청" } : { en: "conversations", ko: "대화" },
    per_day: perDay,
    days_a_month: days,
    turns,
    system: systemChars === undefined ? undefined : part(systemChars),
    user: part(userChars),
    reply: part(replyChars),
    history: flags.history ? "resent" : "none",
    caching: {
      within: 0.9,
      hours_a_day: 10,
      reason: {
        en: "Of the messages after the first 90 % are assumed to fall within the cache lifetime, and the traffic is spread at random over ten hours.",
        ko: "두 번째 질문부터는 90%가 캐시 수명 안에 들어오고, 트래픽은 하루 10시간에 걸쳐 무작위로 들어온다고 가정합니다.",
      },
    },
    basis: { en: "Given on the command line.", ko: "명령줄에서 지정했습니다." },
    left_out: [
      { en: "thinking tokens of reasoning models", ko: "추론 모델의 추론(thinking) 토큰" },
      { en: "failed and repeated calls", ko: "실패해서 다시 보내는 호출" },
    ],
  });
}

/** Every part must read like a domain that is measured. */
export function checkDomains(scenarios: readonly Scenario[], domains: readonly string[]): void {
  for (const { name, system, user, reply } of scenarios) {
    for (const part of [system, user, reply]) {
      if (part === undefined || part.domain === "all" || domains.includes(part.domain)) continue;
      const meant = didYouMean(part.domain, domains);
      throw new UserError(
        "usage",
        `The scenario ${name} reads like "${part.domain}", which no pairs are.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        { fix: `Kinds of text: all, ${domains.join(", ")}.` },
      );
    }
  }
}
