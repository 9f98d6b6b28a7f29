import type { RecordedAttempt, RecordingHeader } from "../../../src/domain/recording.ts";
import { renderRecording } from "../../../src/transport/recordings/file.ts";
import { keyOf } from "../../../src/transport/recordings/key.ts";

export const HEADER: RecordingHeader = {
  "tokenwon.recording": 1,
  suite: "smoke",
  target: "openai/gpt-4o",
  api: "chat",
  origin: "live",
};

export const REQUEST = {
  method: "POST",
  path: "/chat/completions",
  body: { model: "gpt-4o", messages: [{ role: "user", content: "환불해 주세요" }] },
};

/** A recorded attempt that is whole; reads and key follow from what is given. */
export function attemptOf(more: Partial<RecordedAttempt> = {}): RecordedAttempt {
  const request = more.request ?? REQUEST;
  const body = more.body ?? '{"id":"chatcmpl-1"}';
  return {
    key: keyOf({ ...request, body: request.body ?? null }),
    trial: "openai/gpt-4o refund.ko 1",
    attempt: 1,
    id: "log-1",
    started: "2026-11-25T08:00:00.000Z",
    request,
    called: 6,
    head: { at: 100, status: 200, headers: { "content-type": "application/json" } },
    body,
    reads: [[25, Buffer.byteLength(body)]],
    end: { after: 3, how: "eof" },
    ...more,
  };
}

export const recordingText = (
  attempts: readonly RecordedAttempt[] = [attemptOf()],
  header: Partial<RecordingHeader> = {},
): string => renderRecording({ header: { ...HEADER, ...header }, attempts });
