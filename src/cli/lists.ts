/** What `list` can list. */
export const LISTS = [
  "suites",
  "tasks",
  "datasets",
  "tokenizers",
  "targets",
  "prices",
  "scenarios",
  "profiles",
] as const;
