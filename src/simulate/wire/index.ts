import type { Api } from "../route.ts";
import { chat } from "./chat.ts";
import { generateContent } from "./generate.ts";
import { messages } from "./messages.ts";
import { responses } from "./responses.ts";
import type { Wire } from "./wire.ts";

/** Every API that is spoken. */
export const WIRES: Readonly<Record<Api, Wire>> = { chat, responses, messages, generateContent };
