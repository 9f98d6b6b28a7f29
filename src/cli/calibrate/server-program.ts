// The stamping server as a process of its own: says where it is, and goes when the process that started it goes.
import { serveStamps } from "./server.ts";

const { url } = await serveStamps({ seed: 1 });
process.stdout.write(`${url}\n`);
process.stdin.on("end", () => process.exit()).resume();
