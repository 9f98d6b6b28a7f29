import { z } from "zod";
import { defineTask, type Task } from "../../../src/domain/task.ts";

type Given = Parameters<typeof defineTask>[0];

/** A small task with a list, an enum and a union, to be spoilt. */
export const sample = (changes: Partial<Given> = {}): Task =>
  defineTask({
    name: "sale",
    title: { en: "A sale", ko: "판매" },
    level: "nested",
    instruction: { en: "Find the sale.", ko: "판매를 찾으세요." },
    schema: z.strictObject({
      items: z.array(z.strictObject({ product: z.string(), quantity: z.int().min(1) })),
      paid: z.enum(["cash", "card"]).nullable(),
      by: z.union([
        z.strictObject({ kind: z.literal("shop"), place: z.string() }),
        z.strictObject({ kind: z.literal("post"), sent: z.iso.date() }),
      ]),
    }),
    names: {
      items: "상품",
      product: "상품명",
      quantity: "수량",
      paid: "결제",
      by: "판매처",
      kind: "종류",
      place: "장소",
      sent: "발송일",
    },
    values: { cash: "현금", card: "카드" },
    compare: { "items[].product": "text", "by.sent": "date" },
    ...changes,
  });

/** What is expected of an item of it. */
export const expected = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  items: [{ product: "컵", quantity: 2 }],
  paid: "cash",
  by: { kind: "post", sent: "2026-11-20" },
  ...changes,
});
