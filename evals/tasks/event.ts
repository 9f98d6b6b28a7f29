import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

export default defineTask({
  name: "event",
  title: { en: "An event from an announcement, with relative dates", ko: "공지에서 일정 뽑기(상대 날짜)" },
  level: "flat",
  instruction: {
    en: "Find the event in the message. The day on which the message was written stands above it; work out relative dates from it. Write the place as the message does.",
    ko: "메시지에서 일정을 찾으세요. 메시지 위에 작성일이 있으니 '다음 주 화요일' 같은 상대 날짜는 작성일을 기준으로 계산하세요. 장소는 메시지에 적힌 대로 쓰세요.",
  },
  schema: z.strictObject({
    title: z.string().describe("What the event is called in the message"),
    date: z.iso.date(),
    start: z.iso.time({ precision: -1 }).describe("24-hour, as in 15:30"),
    end: z.iso
      .time({ precision: -1 })
      .nullable()
      .describe("24-hour; worked out where the message says how long it takes, null if it says neither"),
    place: z.string().nullable().describe("null if the message names none, or the event is only online"),
    online: z.boolean().describe("True if the message says that one can take part online"),
  }),
  names: { title: "제목", date: "날짜", start: "시작", end: "종료", place: "장소", online: "온라인" },
  compare: { title: "free", date: "date" },
});
