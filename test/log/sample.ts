import type { Attempt } from "../../src/domain/attempt.ts";

/** A line of a log. */
export const sample = (id: string, text = "안녕하세요."): Attempt => ({
  "tokenwon.version": 1,
  "tokenwon.attempt_id": id,
  "tokenwon.attempt": 1,
  "tokenwon.started": "2026-11-25T00:00:00.000Z",
  "tokenwon.target": "local/llama-test",
  "tokenwon.api": "chat",
  "tokenwon.evidence": "live",
  "gen_ai.operation.name": "chat",
  "gen_ai.provider.name": "local",
  "gen_ai.request.model": "llama-test",
  "server.address": "127.0.0.1:1234",
  "tokenwon.finish": "complete",
  "tokenwon.end_ms": 12.345,
  "tokenwon.outputs": 1,
  "tokenwon.chars": 6,
  "tokenwon.bytes": 16,
  "tokenwon.text": text,
  "tokenwon.wire": { method: "POST", url: "127.0.0.1:1234/v1", chunks: [[1.5, 20]], bytes: 20, kept: {} },
});
