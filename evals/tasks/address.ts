import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const SIDO = {
  seoul: "서울",
  busan: "부산",
  daegu: "대구",
  incheon: "인천",
  gwangju: "광주",
  daejeon: "대전",
  ulsan: "울산",
  sejong: "세종",
  gyeonggi: "경기",
  gangwon: "강원",
  chungbuk: "충북",
  chungnam: "충남",
  jeonbuk: "전북",
  jeonnam: "전남",
  gyeongbuk: "경북",
  gyeongnam: "경남",
  jeju: "제주",
};

const area = {
  sido: z.enum(Object.keys(SIDO) as (keyof typeof SIDO)[]),
  sigungu: z.string().nullable().describe("City, county or district; a city with its district as in Yongin-si Suji-gu"),
  eup_myeon: z.string().nullable().describe("Township: eup or myeon"),
};
const rest = {
  detail: z
    .string()
    .nullable()
    .describe("Building name, block, floor and room outside brackets, as the text writes them"),
  postal_code: z.string().nullable().describe("Five digits"),
};

export default defineTask({
  name: "address",
  title: { en: "A Korean address taken apart, by road or by lot", ko: "주소 나누기(도로명·지번)" },
  level: "union",
  instruction: {
    en: "Find the address the message asks to use and take it apart. By road or by lot is told by how that address is written. Write names and details as the message has them, numbers in digits, and null for what it does not say. Where there are a city and a district, give both, city first: Yongin-si Suji-gu.",
    ko: "메시지에서 쓰라고 하는 주소를 찾아 나누세요. 도로명 주소인지 지번 주소인지는 그 주소가 적힌 방식으로 정합니다. 이름과 상세 주소는 메시지에 적힌 대로, 번호는 아라비아 숫자로 쓰고, 메시지에 없는 것은 null로 두세요. 시와 구가 함께 있으면 '용인시 수지구'처럼 둘 다 적으세요.",
  },
  schema: z.strictObject({
    address: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("road"),
        ...area,
        road: z.string(),
        building_number: z.string().describe("As in 12 or 12-3"),
        ...rest,
        reference: z.string().nullable().describe("What stands in brackets after the address, without the brackets"),
      }),
      z.strictObject({
        kind: z.literal("lot"),
        ...area,
        dong: z.string().describe("Legal dong, or ri below a township"),
        mountain: z.boolean().describe("True if the lot number has 'san' before it"),
        lot_number: z.string().describe("As in 12 or 12-3"),
        ...rest,
      }),
    ]),
  }),
  names: {
    address: "주소",
    kind: "종류",
    sido: "시도",
    sigungu: "시군구",
    eup_myeon: "읍면",
    road: "도로명",
    building_number: "건물번호",
    detail: "상세주소",
    postal_code: "우편번호",
    reference: "참고항목",
    dong: "법정동",
    mountain: "산여부",
    lot_number: "지번",
  },
  values: { road: "도로명", lot: "지번", ...SIDO },
  compare: { "address.postal_code": "exact" },
});
