const load = () => import("@google/genai");
let loading: ReturnType<typeof load> | undefined;

/** The vendor's SDK, loaded once: `import` asks its loader every time, and that would be timed with every call. */
export const sdk = (): ReturnType<typeof load> => (loading ??= load());
