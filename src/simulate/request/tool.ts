import type { JsonSchema } from "../../domain/question.ts";
import type { Prompt } from "../prompt.ts";

/** A tool that is offered. */
type Offered = { readonly name: string | undefined; readonly schema: JsonSchema | undefined };

/** What a request says about calling tools; `names` are those that may be called, none for all. */
type Choice = { readonly calls: "may" | "must" | "not"; readonly names?: readonly unknown[] };

/** JSON as the arguments of the one tool that is to be called, or may be; undefined where there is none, or a choice of several. */
export function toolJson(offered: readonly Offered[], { calls, names = [] }: Choice): Prompt["json"] {
  const callable = offered.filter(({ name }) => names.length === 0 || names.includes(name));
  const [tool] = callable;
  if (calls === "not" || tool?.name === undefined || callable.length > 1) return undefined;
  return { schema: tool.schema, tool: tool.name, forced: calls === "must" };
}

/** OpenAI's words for a choice: in a form of its own where a tool is named. */
export const openaiChoice = (choice: unknown, named: unknown): Choice => {
  if (typeof choice === "object" && choice !== null) return { calls: "must", names: [named] };
  return { calls: choice === "none" ? "not" : choice === "required" ? "must" : "may" };
};
