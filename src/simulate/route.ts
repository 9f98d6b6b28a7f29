/** The APIs that are spoken. */
export type Api = "chat" | "responses" | "messages" | "generateContent";

/** What a path asks for. */
export type Route = {
  readonly api: Api;
  readonly what: "answer" | "count";
  /** Google names the model in the path. */
  readonly model?: string;
  /** And whether to stream. */
  readonly stream?: boolean;
};

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/\/chat\/completions$/, { api: "chat", what: "answer" }],
  [/\/responses$/, { api: "responses", what: "answer" }],
  [/\/responses\/input_tokens$/, { api: "responses", what: "count" }],
  [/\/v1\/messages$/, { api: "messages", what: "answer" }],
  [/\/v1\/messages\/count_tokens$/, { api: "messages", what: "count" }],
];
const GOOGLE = /\/v1beta\/models\/([^/:]+):(streamGenerateContent|generateContent|countTokens)$/;

/** The route of a request; the folder of a base URL may stand before it. Undefined where there is none. */
export function routeOf(method: string, path: string): Route | undefined {
  if (method !== "POST") return undefined;
  const [name = "", query = ""] = path.split("?");
  const google = GOOGLE.exec(name);
  if (google === null) return ROUTES.find(([pattern]) => pattern.test(name))?.[1];
  const [, model = "", call] = google;
  if (call === "countTokens") return { api: "generateContent", what: "count", model: decoded(model) };
  const stream = call === "streamGenerateContent";
  // Without `alt=sse` it streams one JSON array, which nobody here reads.
  if (stream && !query.split("&").includes("alt=sse")) return undefined;
  return { api: "generateContent", what: "answer", model: decoded(model), stream };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whose error a path gets that is no route, by its look. */
export function likelyApi(path: string): Api {
  if (/\/v1beta\b|:\w+(\?|$)/.test(path)) return "generateContent";
  return path.includes("/messages") ? "messages" : "chat";
}
