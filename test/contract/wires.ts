import type { Provider } from "../../src/domain/provider.ts";
import { providerOf } from "../../src/provider/index.ts";
import type { ErrorAnswer, Status } from "../transport/error-bodies.ts";
import { VENDOR_ERRORS } from "../transport/error-bodies.ts";
import { WIRES as FRAMES, type Wire } from "../transport/frames.ts";

/** A vendor's API as it is asked over HTTP in these tests. */
export type Spoken = {
  readonly name: string;
  readonly provider: string;
  readonly model: string;
  readonly api: string;
  /** What follows the address of the server in the base URL. */
  readonly under: string;
  readonly wire: Wire;
  readonly errors: Readonly<Record<Status, ErrorAnswer>>;
  /** A key of the vendor's own shape. */
  readonly key: string;
};

/** Every API that is spoken. */
export const SPOKEN: readonly Spoken[] = [
  {
    name: "openai chat",
    provider: "openai",
    model: "gpt-test",
    api: "chat",
    under: "/v1",
    wire: FRAMES.OPENAI_CHAT,
    errors: VENDOR_ERRORS.openai,
    key: "sk-planted-openai-chat-0a1B2c3D4e5F6g7H8i9J0k1L",
  },
  {
    name: "openai responses",
    provider: "openai",
    model: "gpt-test",
    api: "responses",
    under: "/v1",
    wire: FRAMES.OPENAI_RESPONSES,
    errors: VENDOR_ERRORS.openai,
    key: "sk-planted-openai-resp-0a1B2c3D4e5F6g7H8i9J0k1L",
  },
  {
    name: "compatible",
    provider: "local",
    model: "llama-test",
    api: "chat",
    under: "/v1",
    wire: FRAMES.OPENAI_CHAT,
    errors: VENDOR_ERRORS.openai,
    key: 'planted.local!key/with+odd=signs&"in"%it;0a1B2c3D',
  },
  {
    name: "anthropic",
    provider: "anthropic",
    model: "claude-test",
    api: "messages",
    under: "",
    wire: FRAMES.ANTHROPIC_MESSAGES,
    errors: VENDOR_ERRORS.anthropic,
    key: "sk-ant-planted-0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P",
  },
  {
    name: "google",
    provider: "google",
    model: "gemini-test",
    api: "generateContent",
    under: "",
    wire: FRAMES.GEMINI,
    errors: VENDOR_ERRORS.google,
    key: "AIzaPlanted0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q",
  },
];

/** The API of that name. */
export function spoken(name: string): Spoken {
  const found = SPOKEN.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no API is named ${name}`);
  return found;
}

/** What speaks it: the program's own. */
export async function providerOver({ provider, api }: Pick<Spoken, "provider" | "api">): Promise<Provider> {
  const load = providerOf(provider).apis[api];
  if (load === undefined) throw new Error(`${provider} has no API ${api}`);
  return load();
}
