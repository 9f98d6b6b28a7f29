import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const Decision = z.strictObject({
  outcome: z
    .enum(["approved", "rejected", "postponed"])
    .describe("approved if it will be done or used, rejected if not, postponed if it is to be decided later"),
  what: z.string().min(1),
});

const Action = z.strictObject({
  task: z.string().min(1),
  owner: z
    .strictObject({
      name: z.string().min(1),
      team: z.string().nullable().describe("As in the list of attendees; null if it does not say"),
    })
    .nullable()
    .describe("null if nobody has taken it on"),
  due: z.iso.date().nullable(),
});

export default defineTask({
  name: "minutes",
  title: { en: "Minutes of a meeting, by topic", ko: "회의록을 안건별로 정리하기" },
  level: "nested",
  instruction: {
    en: "Put the record of the meeting in order: who attended, and for each topic who spoke, what was decided and who does what by when. Keep the order of the record. Write every person's name as in the list of attendees. The date of the meeting stands in the record; work out relative dates from it. Where something was corrected later, the correction counts.",
    ko: "회의 기록을 정리하세요. 누가 참석했는지, 안건마다 누가 말했고 무엇이 결정됐고 누가 언제까지 무엇을 하는지 기록 순서대로 쓰세요. 이름은 모두 참석자 명단에 적힌 대로 쓰세요. 회의 날짜가 기록에 있으니 상대 날짜는 그날을 기준으로 계산하세요. 나중에 바로잡은 것이 있으면 바로잡은 쪽을 따르세요.",
  },
  schema: z.strictObject({
    title: z.string().min(1),
    date: z.iso.date(),
    start: z.iso.time({ precision: -1 }).nullable().describe("24-hour, as in 15:30; null if not said"),
    attendees: z.array(z.string().min(1)).min(1).describe("Names only, without those absent"),
    topics: z
      .array(
        z.strictObject({
          heading: z
            .string()
            .min(1)
            .describe("As the record writes it, without its number or quotation marks around it"),
          speakers: z.array(z.string().min(1)).describe("Everyone present who says something under this topic"),
          decisions: z.array(Decision),
          actions: z.array(Action),
        }),
      )
      .min(1),
    next_meeting: z.iso.date().nullable(),
  }),
  names: {
    title: "회의명",
    date: "날짜",
    start: "시작",
    attendees: "참석자",
    topics: "안건",
    heading: "안건명",
    speakers: "발언자",
    decisions: "결정",
    outcome: "결과",
    what: "내용",
    actions: "할 일",
    task: "작업",
    owner: "담당자",
    name: "이름",
    team: "소속",
    due: "기한",
    next_meeting: "다음 회의",
  },
  values: { approved: "승인", rejected: "부결", postponed: "보류" },
  compare: {
    title: "free",
    date: "date",
    start: "exact",
    attendees: "set",
    "topics[].speakers": "set",
    "topics[].decisions[].outcome": "exact",
    "topics[].decisions[].what": "free",
    "topics[].actions[].task": "free",
    "topics[].actions[].due": "date",
    next_meeting: "date",
  },
});
