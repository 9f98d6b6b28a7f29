// Node 20 gives worker threads no TypeScript loader: this registers one, then hands over to worker.ts.
import { register } from "tsx/esm/api";

register();
const { default: countJob } = await import("./worker.ts");
export default countJob;
