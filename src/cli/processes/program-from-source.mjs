// Node 20 gives a process that is forked no TypeScript loader: this registers one, then hands over to program.ts.
import { register } from "tsx/esm/api";

register();
await import("./program.ts");
