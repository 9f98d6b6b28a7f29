import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { UserError } from "../../domain/error.ts";
import { didYouMean } from "../../domain/suggest.ts";
import type { ProviderEntry } from "../../provider/entry.ts";
import { isKnown, PROVIDERS, providerOf } from "../../provider/index.ts";
import type { Effects } from "../effects.ts";
import { loaderOf, targetParts } from "./target-parts.ts";

/** Where a target is asked, and with which key. */
export type Place = {
  readonly target: string;
  readonly model: string;
  readonly entry: ProviderEntry;
  readonly api: string;
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
};

export type PlaceFlags = { readonly baseUrl: readonly string[]; readonly keys?: string; readonly api?: string };

/**
 * The address and key of a target, from --base-url, the environment and the file of keys, in this order. Keys come from the
 * last two alone: a command line is seen by others and kept in histories.
 */
export async function placeOf(
  target: string,
  flags: PlaceFlags,
  effects: Pick<Effects, "env" | "cwd">,
): Promise<Place> {
  const { provider, model } = targetParts(target);
  const { entry, baseUrl, apiKey } = await settingsOf(provider, flags, effects);
  if (apiKey === undefined && entry.needsKey) {
    throw new UserError("usage", `There is no key for ${entry.title}: ${entry.keys.join(" or ")} is not set.`, {
      fix: `Set it (export ${entry.keys[0] ?? ""}=…), or keep it in a file of such lines and give --keys FILE.`,
    });
  }
  const api = flags.api ?? entry.usualApi;
  loaderOf(entry, api);
  return { target, model, entry, api, baseUrl, apiKey: apiKey ?? "none" };
}

/** What is set for a provider; its key is undefined where there is none. What cannot be right is a UserError. */
export async function settingsOf(
  provider: string,
  flags: PlaceFlags,
  effects: Pick<Effects, "env" | "cwd">,
): Promise<Pick<Place, "entry" | "baseUrl"> & { readonly apiKey: string | undefined }> {
  const urls = new Map(flags.baseUrl.map(addressOf));
  if (urls.size > 0 && !urls.has(provider)) throw unused([...urls.keys()], provider);
  const file = await keysIn(flags.keys, effects.cwd);
  // An empty variable says nothing: it does not hide what the file has.
  const first = (names: readonly string[]): string | undefined =>
    names
      .flatMap((name) => [effects.env[name], file[name]])
      .find((value) => value !== undefined && value.trim() !== "");
  const entry = providerOf(provider);
  const baseUrl = urls.get(provider) ?? first(entry.urls)?.trim() ?? entry.usualUrl;
  if (baseUrl !== undefined) refuseBadAddress(baseUrl, entry);
  if (baseUrl === undefined && !isKnown(provider)) throw nowhere(provider);
  const apiKey = first(entry.keys)?.trim();
  if (apiKey !== undefined && !/^[!-~]+$/.test(apiKey)) throw garbled(entry);
  return { entry, baseUrl, apiKey };
}

function addressOf(text: string): [string, string] {
  const at = text.indexOf("=");
  const [name, url] = [text.slice(0, at), text.slice(at + 1)];
  if (at > 0 && isAddress(url)) return [name, url.replace(/\/+$/, "")];
  // What was typed is not shown again: a key may have slipped into it.
  throw new UserError("usage", `A --base-url ${at > 0 ? `of ${name} holds no address` : "is not PROVIDER=URL"}.`, {
    fix: "Write it as in --base-url local=http://127.0.0.1:8000/v1.",
  });
}

const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The flag has been looked at; what is in the environment may be anything. Neither may hold what is secret: it would be shown. */
function refuseBadAddress(url: string, { title, urls, keys }: ProviderEntry): void {
  if (!isAddress(url)) {
    throw new UserError("usage", `${urls.join(" or ")} is no address.`, { fix: "It begins with https:// or http://." });
  }
  const { username, password, search, hash } = new URL(url);
  const more = username + password !== "" ? "a name or a password" : search + hash !== "" ? "a query" : undefined;
  if (more === undefined) return;
  throw new UserError("usage", `The address of ${title} holds ${more}.`, {
    fix: `Leave it out of the address; a key goes into ${keys.join(" or ")}.`,
  });
}

/** An address for another provider than the one that is asked would go to the wrong place in silence. */
const unused = (names: readonly string[], provider: string): UserError =>
  new UserError("usage", `--base-url names ${names.join(", ")}, but the target is of ${provider}.`, {
    fix: `Write --base-url ${provider}=URL, or ask a target of ${names[0] ?? ""}.`,
  });

/** It could not stand in a header, and messages that quote it in part would give it away. */
const garbled = ({ keys }: ProviderEntry): UserError =>
  new UserError(
    "usage",
    `${keys.join(" or ")} holds what no key does: a space, a line break or a letter beyond ASCII.`,
    {
      fix: "Copy the key again, alone and on one line.",
    },
  );

function nowhere(provider: string): UserError {
  const names = PROVIDERS.map(({ name }) => name);
  const meant = didYouMean(provider, names);
  return new UserError(
    "usage",
    `There is no provider "${provider}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    { fix: `Known: ${names.join(", ")}; a server that speaks OpenAI's chat API needs --base-url ${provider}=URL.` },
  );
}

/** The variables in a file of keys; none without a file. */
export async function keysIn(path: string | undefined, cwd: string): Promise<Record<string, string | undefined>> {
  if (path === undefined) return {};
  try {
    return parseEnv(await readFile(resolve(cwd, path), "utf8"));
  } catch (error) {
    throw new UserError("input", `The file of keys ${path} cannot be read.`, {
      fix: "Give a file of lines such as OPENAI_API_KEY=…",
      cause: error,
    });
  }
}
