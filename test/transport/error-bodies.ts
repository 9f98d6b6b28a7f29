/** An error as a vendor answers it. */
export type ErrorAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Statuses for which every vendor has an answer here; not all of them are in its documentation. */
export const STATUSES = [400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504, 529] as const;
export type Status = (typeof STATUSES)[number];
type ErrorAnswers = Readonly<Record<Status, ErrorAnswer>>;

const json = (status: number, payload: unknown, headers: Readonly<Record<string, string>> = {}): ErrorAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(payload),
});
/** What a proxy in front of the vendor answers, the same for all. */
const html: ErrorAnswer = {
  status: 502,
  headers: { "content-type": "text/html" },
  body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n",
};

const openAi = (status: number, type: string, code: string | null, message: string, more = {}): ErrorAnswer =>
  json(status, { error: { message, type, param: null, code } }, { "x-request-id": `req_openai_${status}`, ...more });

export const OPENAI_ERRORS: ErrorAnswers = {
  400: openAi(
    400,
    "invalid_request_error",
    "context_length_exceeded",
    "This model's maximum context length is 8 tokens.",
  ),
  401: openAi(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: sk-test****1234."),
  402: openAi(402, "billing_error", "billing_hard_limit_reached", "Billing hard limit has been reached."),
  403: openAi(403, "invalid_request_error", "unsupported_country_region_territory", "Country not supported."),
  404: openAi(404, "invalid_request_error", "model_not_found", "The model `gpt-none` does not exist."),
  408: openAi(408, "timeout", null, "Request timed out."),
  409: openAi(409, "conflict", null, "Another request is in progress."),
  413: openAi(413, "invalid_request_error", "request_too_large", "Request too large."),
  422: openAi(422, "invalid_request_error", null, "Unprocessable entity."),
  429: openAi(429, "requests", "rate_limit_exceeded", "Rate limit reached for requests.", {
    "retry-after": "2",
    "retry-after-ms": "1500",
    "x-ratelimit-limit-requests": "60",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-reset-requests": "6m0s",
  }),
  500: openAi(500, "server_error", null, "The server had an error while processing your request."),
  502: html,
  503: openAi(503, "server_error", null, "The engine is currently overloaded, please try again later."),
  504: openAi(504, "server_error", null, "Gateway timeout."),
  529: openAi(529, "server_error", null, "Site is overloaded."),
};
/** A 429 that no waiting mends. */
export const OPENAI_QUOTA: ErrorAnswer = openAi(
  429,
  "insufficient_quota",
  "insufficient_quota",
  "You exceeded your current quota, please check your plan and billing details.",
);

const anthropic = (status: number, type: string, message: string, more = {}): ErrorAnswer => {
  const id = `req_anthropic_${status}`;
  return json(status, { type: "error", error: { type, message }, request_id: id }, { "request-id": id, ...more });
};

export const ANTHROPIC_ERRORS: ErrorAnswers = {
  400: anthropic(400, "invalid_request_error", "max_tokens: must be at least 1"),
  401: anthropic(401, "authentication_error", "invalid bearer token"),
  402: anthropic(402, "billing_error", "Your credit balance is too low."),
  403: anthropic(403, "permission_error", "Your API key may not use this resource."),
  404: anthropic(404, "not_found_error", "model: claude-none"),
  408: anthropic(408, "timeout_error", "Request timed out."),
  409: anthropic(409, "conflict_error", "Another request is in progress."),
  413: anthropic(413, "request_too_large", "Request exceeds the maximum size."),
  422: anthropic(422, "invalid_request_error", "Unprocessable entity."),
  429: anthropic(429, "rate_limit_error", "This request would exceed your rate limit of 50 requests per minute.", {
    "retry-after": "12",
    "anthropic-ratelimit-requests-limit": "50",
    "anthropic-ratelimit-requests-remaining": "0",
    "anthropic-ratelimit-requests-reset": "2026-11-24T00:00:12Z",
  }),
  500: anthropic(500, "api_error", "Internal server error"),
  502: html,
  503: anthropic(503, "api_error", "Service unavailable"),
  504: anthropic(504, "timeout_error", "Gateway timeout"),
  529: anthropic(529, "overloaded_error", "Overloaded", { "x-should-retry": "true" }),
};

const google = (code: number, status: string, message: string, details?: readonly unknown[]): ErrorAnswer =>
  json(code, { error: { code, message, status, details } });
const info = (reason: string): unknown => ({
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason,
  domain: "googleapis.com",
  metadata: { service: "generativelanguage.googleapis.com" },
});

export const GOOGLE_ERRORS: ErrorAnswers = {
  400: google(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [info("API_KEY_INVALID")]),
  401: google(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
  402: google(402, "FAILED_PRECONDITION", "Enable billing on project 1."),
  403: google(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.", [info("SERVICE_DISABLED")]),
  404: google(404, "NOT_FOUND", "models/gemini-none is not found for API version v1beta."),
  408: google(408, "DEADLINE_EXCEEDED", "Request timed out."),
  409: google(409, "ABORTED", "The operation was aborted."),
  413: google(413, "INVALID_ARGUMENT", "Request payload size exceeds the limit."),
  422: google(422, "FAILED_PRECONDITION", "Unprocessable entity."),
  429: google(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota. Please retry in 53s.", [
    {
      "@type": "type.googleapis.com/google.rpc.QuotaFailure",
      violations: [{ quotaId: "GenerateRequestsPerMinutePerProjectPerModel-FreeTier", quotaValue: "10" }],
    },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "53s" },
  ]),
  500: google(500, "INTERNAL", "An internal error has occurred."),
  502: html,
  503: google(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
  504: google(504, "DEADLINE_EXCEEDED", "The request timed out. Please try again."),
  529: google(529, "UNAVAILABLE", "The model is overloaded. Please try again later."),
};

export const VENDOR_ERRORS = { openai: OPENAI_ERRORS, anthropic: ANTHROPIC_ERRORS, google: GOOGLE_ERRORS } as const;
