import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

export default defineTask({
  name: "table",
  title: { en: "A small table, as typed rows", ko: "작은 표를 행으로 옮기기" },
  level: "nested",
  instruction: {
    en: "Turn the table in the text into rows. Leave out rows that only sum up others (totals, subtotals, averages), and apply what the text around the table says of it. A cell that is empty or holds only a dash, N/A or TBD is null.",
    ko: "글 속의 표를 행으로 옮기세요. 다른 행을 모은 것일 뿐인 행(합계, 소계, 평균)은 빼고, 표 앞뒤 글에서 표에 대해 말한 것은 반영하세요. 비어 있거나 줄표(-), N/A, 미정만 적힌 칸은 null입니다.",
  },
  schema: z.strictObject({
    columns: z
      .array(
        z.strictObject({
          name: z.string().min(1).describe("As the header writes it"),
          type: z
            .enum(["text", "number", "date", "boolean"])
            .describe("text also for times of day and for codes made of digits"),
        }),
      )
      .min(1),
    rows: z.array(
      z.strictObject({
        cells: z
          .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
          .describe(
            "One per column, in its order. Numbers without units or separators, a percentage as the number before %, dates as in 2026-11-05, O/X and yes/no as booleans",
          ),
      }),
    ),
  }),
  names: { columns: "열", name: "이름", type: "자료형", rows: "행", cells: "칸" },
  values: { text: "텍스트", number: "숫자", date: "날짜", boolean: "참거짓" },
  compare: { "columns[].type": "exact" },
});
