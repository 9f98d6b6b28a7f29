// A process of its own has no TypeScript loader on Node 20: this registers one, then hands over to server-program.ts.
import { register } from "tsx/esm/api";

register();
await import("./server-program.ts");
