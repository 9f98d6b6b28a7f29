import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const STATUSES = {
  registered: "접수 완료",
  picked_up: "집하 완료",
  in_transit: "이동 중",
  out_for_delivery: "배송 출발",
  delivered: "배송 완료",
  delayed: "배송 지연",
  failed: "배송 실패",
  returning: "반송 중",
  returned: "반송 완료",
} as const;
const SPOTS = {
  in_person: "직접 전달",
  front_door: "문 앞",
  security_office: "경비실",
  parcel_locker: "무인 택배함",
  neighbor: "이웃집",
} as const;
const REASONS = {
  weather: "기상 악화",
  wrong_address: "주소 오류",
  recipient_absent: "수취인 부재",
  high_volume: "물량 증가",
  vehicle_trouble: "차량 고장",
  damaged: "상품 파손",
} as const;

/** The English side of a map of statuses as an enum, and the Korean one. */
const codes = <const T extends Record<string, string>>(map: T) => z.enum(Object.keys(map) as (keyof T & string)[]);
const labels = <const T extends Record<string, string>>(map: T) => z.enum(Object.values(map) as T[keyof T][]);

export default defineTask({
  name: "status",
  title: { en: "The status of a parcel, in English and Korean enums", ko: "택배 상태를 영어와 한국어 열거형으로" },
  level: "enum",
  instruction: {
    en: "Read the message about a parcel and give its latest status. Each code and the label beside it mean the same: once from the English values, once from the Korean ones.",
    ko: "택배에 관한 메시지를 읽고 가장 나중 상태를 쓰세요. code와 짝이 되는 label은 뜻이 같습니다. 한 번은 영어 값으로, 한 번은 한국어 값으로 쓰세요.",
  },
  schema: z.strictObject({
    tracking_number: z.string().nullable().describe("As in the message, with its hyphens"),
    status_code: codes(STATUSES),
    status_label: labels(STATUSES),
    spot_code: codes(SPOTS).nullable().describe("Where it was left or handed over; null unless it was delivered"),
    spot_label: labels(SPOTS).nullable(),
    reason_code: codes(REASONS)
      .nullable()
      .describe("Why it is delayed, failed or sent back; null if not so or not said"),
    reason_label: labels(REASONS).nullable(),
    expected_on: z.iso
      .date()
      .nullable()
      .describe("Day on which it is to arrive now; null if delivered, returned or not said"),
  }),
  names: {
    tracking_number: "운송장 번호",
    status_code: "상태 코드",
    status_label: "상태",
    spot_code: "전달 장소 코드",
    spot_label: "전달 장소",
    reason_code: "사유 코드",
    reason_label: "사유",
    expected_on: "도착 예정일",
  },
  values: { ...STATUSES, ...SPOTS, ...REASONS },
  compare: {
    status_code: "exact",
    status_label: "exact",
    spot_code: "exact",
    spot_label: "exact",
    reason_code: "exact",
    reason_label: "exact",
    expected_on: "date",
  },
});
