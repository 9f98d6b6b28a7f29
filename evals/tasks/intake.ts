import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const SYMPTOMS = [
  "fever",
  "chills",
  "cough",
  "sore_throat",
  "runny_nose",
  "headache",
  "dizziness",
  "nausea",
  "vomiting",
  "diarrhea",
  "constipation",
  "abdominal_pain",
  "chest_pain",
  "back_pain",
  "knee_pain",
  "ear_pain",
  "toothache",
  "rash",
  "itching",
  "swelling",
  "fatigue",
  "insomnia",
  "numbness",
];

export default defineTask({
  name: "intake",
  title: { en: "An intake note from a patient to a booking desk", ko: "환자가 예약 창구에 남긴 문진 메모" },
  level: "constraint",
  instruction: {
    en: "Fill in the intake form from the patient's note. Do not diagnose anything; take only what the note says. The day on which it was written stands above it; work out relative dates from it.",
    ko: "환자가 남긴 메모로 문진표를 채우세요. 진단하지 말고 메모에 있는 내용만 적으세요. 메모 위에 작성일이 있으니 '그저께' 같은 상대 날짜는 작성일을 기준으로 계산하세요.",
  },
  schema: z.strictObject({
    symptoms: z
      .array(z.enum(SYMPTOMS))
      .min(1)
      .max(6)
      .describe("Those that the patient has now; not ones that the note denies or says are over"),
    since: z.iso
      .date()
      .nullable()
      .describe("The day on which the first of these symptoms began; null if the note does not tell the day"),
    pain: z
      .int()
      .min(0)
      .max(10)
      .nullable()
      .describe("On a scale from 0 to 10, as it is now; null if the note gives no number on that scale"),
    temperature: z
      .number()
      .min(34)
      .max(43)
      .nullable()
      .describe("The last one measured, in °C; null if the note gives none"),
    medicines: z
      .array(
        z.strictObject({
          medicine: z.string().min(1).max(40).describe("Its name as written, without the dose"),
          dose: z
            .number()
            .positive()
            .max(5000)
            .nullable()
            .describe("How much is taken at one time, grams as mg; null if not said"),
          unit: z.enum(["mg", "mL", "tablet", "drop"]).nullable().describe("Unit of the dose; null without a dose"),
        }),
      )
      .max(5)
      .describe("What the patient takes now, in the order of the note; empty if nothing, or if the note does not say"),
    allergies: z
      .array(z.string().min(1).max(40))
      .max(5)
      .nullable()
      .describe(
        "What the patient is allergic to, each as written; empty if the note says to nothing; null if it does not say",
      ),
    pregnant: z.boolean().nullable().describe("null if the note does not say, or the patient does not know"),
  }),
  names: {
    symptoms: "증상",
    since: "시작일",
    pain: "통증_점수",
    temperature: "체온",
    medicines: "복용_약",
    medicine: "약_이름",
    dose: "용량",
    unit: "단위",
    allergies: "알레르기",
    pregnant: "임신_여부",
  },
  values: {
    fever: "발열",
    chills: "오한",
    cough: "기침",
    sore_throat: "인후통",
    runny_nose: "콧물",
    headache: "두통",
    dizziness: "어지럼",
    nausea: "메스꺼움",
    vomiting: "구토",
    diarrhea: "설사",
    constipation: "변비",
    abdominal_pain: "복통",
    chest_pain: "가슴_통증",
    back_pain: "허리_통증",
    knee_pain: "무릎_통증",
    ear_pain: "귀_통증",
    toothache: "치통",
    rash: "발진",
    itching: "가려움",
    swelling: "부기",
    fatigue: "피로",
    insomnia: "불면",
    numbness: "저림",
    mg: "밀리그램",
    mL: "밀리리터",
    tablet: "정",
    drop: "방울",
  },
  compare: { symptoms: "set", since: "date", allergies: "set" },
});
