import { UserError } from "../../domain/error.ts";
import { Target } from "../../domain/target.ts";
import type { ProviderEntry } from "../../provider/entry.ts";

/** Provider and model of a target; a UserError where it is none. */
export function targetParts(target: string): { readonly provider: string; readonly model: string } {
  if (!Target.safeParse(target).success) {
    throw new UserError("usage", `"${target}" is not a target.`, {
      fix: "A target is provider/model, as in openai/gpt-6-luna.",
    });
  }
  const [provider = "", ...model] = target.split("/");
  return { provider, model: model.join("/") };
}

/** What loads an API of a provider; a UserError that names its APIs where it has none of that name. */
export function loaderOf({ title, apis }: ProviderEntry, api: string): ProviderEntry["apis"][string] {
  const load = Object.hasOwn(apis, api) ? apis[api] : undefined;
  if (load !== undefined) return load;
  throw new UserError("usage", `${title} has no API "${api}" here.`, {
    fix: `It has: ${Object.keys(apis).join(", ")}.`,
  });
}
