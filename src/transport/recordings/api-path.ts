/** Where the paths of the vendors' APIs begin; what stands before is the folder of an address, and any may be given. */
const API = /\/(chat\/completions|responses(\/input_tokens)?|v1\/messages(\/count_tokens)?|v\d\w*\/models\/[^/]+)$/;

/** The path of a request without the folder of its server, and without keys in its query. */
export function apiPath(href: string): string {
  const { pathname, searchParams } = new URL(href);
  for (const name of ["key", "api_key", "access_token"]) searchParams.delete(name);
  const query = searchParams.toString();
  return (API.exec(pathname)?.[0] ?? pathname) + (query === "" ? "" : `?${query}`);
}
