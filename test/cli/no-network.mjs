// Loaded before the program: any attempt to reach a network ends the process with a message of its own.
import dns from "node:dns";
import net from "node:net";

const refuse = () => {
  process.stderr.write("NETWORK TOUCHED\n");
  process.exit(99);
};
net.Socket.prototype.connect = refuse;
net.connect = refuse;
dns.lookup = refuse;
globalThis.fetch = refuse;
