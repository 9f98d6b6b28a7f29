type Open = {
  /** Keys so far, for an object. */
  readonly keys: Set<string> | undefined;
  readonly path: string;
  index: number;
  key: string;
};

/**
 * Keys that an object of a JSON text has twice, as paths: JSON.parse takes the last of them in silence. The text must be
 * JSON. `named` gives the name under which a key stands in a path.
 */
export function duplicateKeys(json: string, named: (key: string) => string = (key) => key): string[] {
  const found = new Set<string>();
  const stack: Open[] = [];
  let expectsKey = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    const top = stack.at(-1);
    if (sign === '"') {
      const end = endOfString(json, at);
      if (expectsKey && top?.keys !== undefined) {
        const key = named(JSON.parse(json.slice(at, end)) as string);
        if (top.keys.has(key)) found.add(below(top.path, key));
        top.keys.add(key);
        top.key = key;
        expectsKey = false;
      }
      at = end - 1;
    } else if (sign === "{" || sign === "[") {
      stack.push({ keys: sign === "{" ? new Set() : undefined, path: pathIn(top), index: 0, key: "" });
      expectsKey = sign === "{";
    } else if (sign === "}" || sign === "]") {
      stack.pop();
      expectsKey = false;
    } else if (sign === "," && top !== undefined) {
      if (top.keys === undefined) top.index++;
      else expectsKey = true;
    }
  }
  return [...found];
}

const below = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

function pathIn(top: Open | undefined): string {
  if (top === undefined) return "";
  return top.keys === undefined ? `${top.path}[${top.index}]` : below(top.path, top.key);
}

function endOfString(json: string, begin: number): number {
  for (let at = begin + 1; at < json.length; at++) {
    if (json[at] === "\\") at++;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
}
