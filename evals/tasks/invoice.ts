import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const Party = z.strictObject({
  name: z.string(),
  business_number: z.string().nullable().describe("As in 000-00-00000"),
});

export default defineTask({
  name: "invoice",
  title: { en: "What a tax invoice says, in won", ko: "세금계산서 내용 뽑기" },
  level: "nested",
  instruction: {
    en: "Take down the tax invoice this text speaks of. Write names and descriptions as the text has them, lines in its order. Amounts of lines and the supply value are before VAT; where the text gives them with VAT, take it out.",
    ko: "글에 나오는 세금계산서 내용을 정리하세요. 상호와 품목명은 글에 적힌 대로, 품목은 글에 나온 순서대로 쓰세요. 품목 금액과 공급가액은 부가세를 뺀 금액이며, 부가세 포함 금액만 있으면 부가세를 빼고 적으세요.",
  },
  schema: z.strictObject({
    supplier: Party,
    buyer: Party,
    issue_date: z.iso.date().nullable(),
    lines: z.array(
      z.strictObject({
        description: z.string(),
        quantity: z.int().nullable(),
        amount: z.int().describe("Of the whole line, in won, before VAT; negative if it is taken off"),
      }),
    ),
    supply_value: z.int().describe("In won, before VAT"),
    vat: z.int().describe("In won; 0 if none is charged"),
    total: z.int().describe("In won, VAT included"),
  }),
  names: {
    supplier: "공급자",
    buyer: "공급받는자",
    name: "상호",
    business_number: "사업자등록번호",
    issue_date: "작성일자",
    lines: "품목",
    description: "품목명",
    quantity: "수량",
    amount: "금액",
    supply_value: "공급가액",
    vat: "부가세",
    total: "총액",
  },
  compare: { "supplier.business_number": "exact", "buyer.business_number": "exact", issue_date: "date" },
});
