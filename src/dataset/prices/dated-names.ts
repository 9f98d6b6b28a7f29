import type { ImportedRow } from "../../domain/price/imported.ts";

const DATED = /^-(latest|\d{8}|\d{4}-\d{2}-\d{2})$/;

/**
 * Gives a known target that has no row of its own the row of its newest dated name: `claude-3-5-haiku-20241022` stands
 * for `claude-3-5-haiku`, and `-latest` before any date.
 */
export function nameDatedRows(rows: readonly ImportedRow[], known: readonly string[]): ImportedRow[] {
  const named = new Set(rows.map(({ target }) => target));
  const renamed = new Map<string, string>();
  for (const target of known) {
    if (named.has(target)) continue;
    const dated = rows.filter((row) => row.target.startsWith(target) && DATED.test(row.target.slice(target.length)));
    // "latest" sorts after every date.
    const newest = dated
      .map((row) => row.target)
      .sort()
      .at(-1);
    if (newest !== undefined && !known.includes(newest)) renamed.set(newest, target);
  }
  return rows.map((row) => ({ ...row, target: renamed.get(row.target) ?? row.target }));
}
