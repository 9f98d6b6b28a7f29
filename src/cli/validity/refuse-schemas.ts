import { CONDITIONS } from "../../domain/condition.ts";
import { UserError } from "../../domain/error.ts";
import { wireSchema } from "../../plan/json/wire-schema.ts";
import { lintFor } from "../../provider/schema-rules/index.ts";
import type { LoadedTask } from "../tasks/load.ts";

/** Faults that are named one by one. */
const NAMED = 20;

/**
 * A schema that a vendor's strict mode does not take is found out before anything is asked: the vendor would refuse every
 * request with it, or change it in silence.
 */
export function refuseSchemas(tasks: readonly LoadedTask[], targets: readonly string[]): void {
  const strict = CONDITIONS.filter(({ mode }) => mode === "schema" || mode === "tool");
  const fields = new Set(strict.map((condition) => condition.fields));
  const providers = [...new Set(targets.map((target) => target.slice(0, target.indexOf("/"))))];
  const faults = tasks.flatMap(({ task }) => {
    const schemas = [...fields].map((lang) =>
      wireSchema(task.schema, lang === "ko" ? { strict: true, names: task.names } : { strict: true }),
    );
    return providers.flatMap((provider) =>
      schemas.flatMap((schema) => lintFor(provider, schema).map((fault) => `${task.name}: ${fault}`)),
    );
  });
  if (faults.length === 0) return;
  const more = faults.length > NAMED ? [`… and ${faults.length - NAMED} more`] : [];
  throw new UserError(
    "data",
    `A schema is not what ${providers.join(", ")} ${providers.length === 1 ? "takes" : "take"}.`,
    {
      details: [...faults.slice(0, NAMED), ...more],
      fix: "Change the schema in evals/tasks/, or ask without its task: --domain names those that are asked.",
    },
  );
}
