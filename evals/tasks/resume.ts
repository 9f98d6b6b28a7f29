import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export default defineTask({
  name: "resume",
  title: { en: "A résumé from running text or a message", ko: "줄글이나 메시지에서 이력서 뽑기" },
  level: "nested",
  instruction: {
    en: "Fill in the résumé of the person that the text is about. Where the text has a day on which it was written, work out words such as 'last month' from it.",
    ko: "글이 소개하는 사람의 이력서를 채우세요. 글에 작성일이 있으면 '지난달' 같은 말은 작성일을 기준으로 계산하세요.",
  },
  schema: z.strictObject({
    name: z.string().describe("Full name as written, without a title or a nickname"),
    experience_years: z
      .number()
      .nullable()
      .describe("Years of experience in total that the text states; not counted from the positions"),
    positions: z
      .array(
        z.strictObject({
          role: z.string().describe("The job as the text calls it"),
          organisation: z.enum([
            "company",
            "startup",
            "public_institution",
            "school",
            "hospital",
            "nonprofit",
            "self_employed",
          ]),
          from: month.describe("YYYY-MM"),
          to: month.nullable().describe("YYYY-MM; null if the person still works there"),
        }),
      )
      .describe("Jobs that the person has held, earliest first; military service does not count"),
    skills: z
      .array(z.string())
      .describe("Tools and techniques that the person can use, each as written; not spoken languages"),
    languages: z
      .array(
        z.strictObject({
          language: z.enum(["korean", "english", "japanese", "chinese", "german", "french", "spanish", "vietnamese"]),
          level: z.enum(["basic", "conversational", "fluent", "native"]),
        }),
      )
      .describe("Those that the text rates, in its order; not ones the person cannot speak"),
    education: z
      .array(
        z.strictObject({
          degree: z.enum(["high_school", "associate", "bachelor", "master", "doctorate"]),
          major: z.string().nullable().describe("As written; null if the text names none"),
          graduated: z.int().nullable().describe("Year; null if not finished or not said"),
        }),
      )
      .describe("Lowest degree first"),
  }),
  names: {
    name: "이름",
    experience_years: "총_경력_연수",
    positions: "경력",
    role: "직무",
    organisation: "기관_종류",
    from: "시작_월",
    to: "종료_월",
    skills: "기술",
    languages: "어학",
    language: "언어",
    level: "수준",
    education: "학력",
    degree: "학위",
    major: "전공",
    graduated: "졸업_연도",
  },
  values: {
    company: "기업",
    startup: "스타트업",
    public_institution: "공공기관",
    school: "학교",
    hospital: "병원",
    nonprofit: "비영리단체",
    self_employed: "자영업",
    korean: "한국어",
    english: "영어",
    japanese: "일본어",
    chinese: "중국어",
    german: "독일어",
    french: "프랑스어",
    spanish: "스페인어",
    vietnamese: "베트남어",
    basic: "기초",
    conversational: "일상_회화",
    fluent: "유창",
    native: "모국어",
    high_school: "고졸",
    associate: "전문학사",
    bachelor: "학사",
    master: "석사",
    doctorate: "박사",
  },
  compare: {
    "positions[].from": "exact",
    "positions[].to": "exact",
    skills: "set",
  },
});
