import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/**
 * The issues of a value with those of its unions taken apart: of the branches the one that the value comes nearest to. A
 * branch is far away that wants another value of a field that has only one, as `kind` has.
 */
export const flatIssues = (issues: readonly Issue[]): Issue[] => issues.flatMap(withBranch);

function withBranch(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) =>
    flatIssues(branch).map((inside) => ({ ...inside, path: [...issue.path, ...inside.path] })),
  );
  const least = Math.min(...branches.map(distance));
  return branches.find((branch) => distance(branch) === least) ?? [issue];
}

const distance = (issues: readonly Issue[]): number => issues.reduce((sum, issue) => sum + weight(issue), 0);

function weight(issue: Issue): number {
  if (issue.code === "unrecognized_keys") return issue.keys.length;
  return issue.code === "invalid_value" && issue.values.length === 1 ? 100 : 1;
}
