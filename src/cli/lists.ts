/** What `list` can list. */
export const LISTS = ["suites", "datasets", "tokenizers", "targets", "prices", "scenarios", "profiles"] as const;
