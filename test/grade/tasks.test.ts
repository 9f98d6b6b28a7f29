import { describe, expect, it } from "vitest";
import { gradeAnswer } from "../../src/grade/grade.ts";
import { committedItems } from "./pool.ts";

const items = await committedItems();

type Change = (value: Record<string, unknown>) => unknown;

/** The faults and wrong fields of the right answer to an item after a change. */
function changed(id: string, change: Change): string {
  const asked = items.find((item) => item.id === id)?.asked;
  if (asked === undefined) throw new Error(`no item ${id}`);
  const value = structuredClone(asked.expected) as Record<string, unknown>;
  const { faults, fields } = gradeAnswer({ text: JSON.stringify(change(value)) }, asked);
  const told = faults.map(({ kind, path }) => (path === undefined ? kind : `${kind}:${path}`)).join(", ");
  return `${told} | ${fields?.wrong.join(", ") ?? ""}`;
}

const inside =
  (key: string, changes: Readonly<Record<string, unknown>>): Change =>
  (value) => ({
    [key]: { ...(value[key] as object), ...changes },
  });
const at =
  (changes: Readonly<Record<string, unknown>>): Change =>
  (value) => ({ ...value, ...changes });

describe("faults of the committed tasks, by path", () => {
  it.each<[string, Change, string]>([
    // Unions: held against the branch that was meant.
    ["command-01.ko", inside("command", { kind: "알림" }), "translated-value:command.kind | command.kind"],
    ["command-01.ko", inside("command", { kind: "alarm" }), "wrong-value:command.kind | command.kind"],
    ["command-01.en", inside("command", { kind: undefined }), "missing-field:command.kind | command.kind"],
    ["command-01.ko", inside("command", { repeat: "없음" }), "translated-value:command.repeat | command.repeat"],
    ["command-01.ko", inside("command", { time: "오전 9시" }), "date-format:command.time | command.time"],
    [
      "command-01.en",
      inside("command", { about: undefined, what: "x" }),
      "missing-field:command.about, extra-field:command.what | command.about",
    ],
    ["address-01.ko", inside("address", { sido: "서울" }), "translated-value:address.sido | address.sido"],
    ["address-01.en", inside("address", { kind: "도로명" }), "translated-value:address.kind | address.kind"],
    ["address-01.en", inside("address", { kind: "street" }), "wrong-value:address.kind | address.kind"],
    ["address-01.en", inside("address", { kind: undefined }), "missing-field:address.kind | address.kind"],
    [
      "table-01.ko",
      at({ rows: [] }),
      " | rows[0].cells[0], rows[0].cells[1], rows[0].cells[2], rows[1].cells[0], rows[1].cells[1], rows[1].cells[2], rows[2].cells[0], rows[2].cells[1], rows[2].cells[2]",
    ],
    [
      "table-01.ko",
      at({ rows: [{ cells: [{}] }] }),
      "wrong-type:rows[0].cells[0] | rows[0].cells[0], rows[0].cells[1], rows[0].cells[2], rows[1].cells[0], rows[1].cells[1], rows[1].cells[2], rows[2].cells[0], rows[2].cells[1], rows[2].cells[2]",
    ],
    // Enums in Korean: the English value is the translated one.
    ["status-01.ko", at({ status_label: "delivered" }), "translated-value:status_label | status_label"],
    ["status-01.en", at({ status_code: "배송 완료" }), "translated-value:status_code | status_code"],
    ["status-01.en", at({ status_code: "문 앞" }), "wrong-value:status_code | status_code"],
    ["status-01.ko", at({ status_label: "완료" }), "wrong-value:status_label | status_label"],
    // Rules that no type says.
    ["product-01.ko", at({ sizes: ["S", "S"] }), "constraint:sizes | sizes"],
    ["product-01.ko", at({ origin: "한국" }), "constraint:origin | origin"],
    ["intake-01.ko", at({ pain: 11 }), "constraint:pain | pain"],
    ["intake-01.ko", at({ pain: "칠" }), "number-words:pain | pain"],
    ["event-01.en", at({ date: "Nov 24, 2026" }), "date-format:date | "],
    ["event-01.en", at({ start: "3:30 PM" }), "date-format:start | start"],
    ["event-01.ko", at({ title: "다른 이름" }), " | "],
  ])("%s %#", (id, change, said) => expect(changed(id, change)).toBe(said));
});
