import { PROVIDERS } from "../../provider/index.ts";
import type { Effects } from "../effects.ts";

/** The keys in an environment: of vendors that are known, and every variable that says it is one. */
export const keysOf = (env: Effects["env"]): string[] => {
  const names = new Set(PROVIDERS.flatMap(({ keys }) => keys));
  return Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && (names.has(name) || name.endsWith("_API_KEY")) ? [value.trim()] : [],
  );
};
