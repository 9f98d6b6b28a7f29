/** A report before it is written in any format. Builders decide every word and figure; renderers only lay them out. */
export type ReportModel = { readonly title: string; readonly blocks: readonly Block[] };

export type Column = { readonly title: string; readonly align: "left" | "right" };

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "headline"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "chart"; readonly file: string; readonly alt: string }
  | { readonly kind: "details"; readonly summary: string; readonly blocks: readonly Block[] };
