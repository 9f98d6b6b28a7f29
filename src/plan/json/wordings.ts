import type { Lang } from "../../domain/prompt.ts";
import { english } from "./wording.en.ts";
import { korean } from "./wording.ko.ts";
import type { JsonWording } from "./wording.ts";

/** Our words around a task, by the language of its instruction. */
export const WORDINGS: Readonly<Record<Lang, JsonWording>> = { ko: korean, en: english };
