import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const LABELS = [
  "payment_failure",
  "double_charge",
  "refund",
  "exchange",
  "order_cancellation",
  "late_delivery",
  "lost_parcel",
  "address_change",
  "wrong_item",
  "damaged_item",
  "missing_part",
  "cash_receipt",
  "tax_invoice",
  "coupon",
  "points",
  "membership_cancellation",
  "login",
  "account_deletion",
  "personal_data",
  "app_error",
  "restock",
  "bulk_order",
  "installation",
  "repair",
];

export default defineTask({
  name: "ticket",
  title: { en: "Routing of a support ticket to departments", ko: "고객 문의를 담당 부서로 나누기" },
  level: "enum",
  instruction: {
    en: "Route the support ticket: every issue that the customer reports or asks to have handled, how urgent it is, the language to answer in, whether a person must answer, and the order that it is about.",
    ko: "고객 문의를 분류하세요. 고객이 알리거나 처리를 부탁한 일을 모두 고르고, 긴급도, 답변 언어, 상담원 연결이 필요한지, 어느 주문에 관한 문의인지 적으세요.",
  },
  schema: z.strictObject({
    labels: z
      .array(z.enum(LABELS))
      .describe("Only what the customer reports or asks for now, not what is ruled out or already settled"),
    urgency: z
      .enum(["low", "normal", "high", "critical"])
      .describe(
        "critical: someone is hurt or in danger; high: must be done today or tomorrow; low: the customer says that there is no hurry; normal: anything else",
      ),
    language: z
      .enum(["same", "korean", "english", "japanese", "chinese", "vietnamese"])
      .describe("The language that the customer asks to be answered in; same if the customer does not ask for one"),
    needs_human: z.boolean().describe("true only if the customer asks to speak with or be called by a person"),
    order_number: z.string().nullable().describe("As in A-1103-0042, half-width; null if the text has no order number"),
  }),
  names: {
    labels: "분류",
    urgency: "긴급도",
    language: "답변_언어",
    needs_human: "상담원_필요",
    order_number: "주문번호",
  },
  values: {
    payment_failure: "결제_실패",
    double_charge: "이중_결제",
    refund: "환불",
    exchange: "교환",
    order_cancellation: "주문_취소",
    late_delivery: "배송_지연",
    lost_parcel: "택배_분실",
    address_change: "배송지_변경",
    wrong_item: "오배송",
    damaged_item: "파손",
    missing_part: "구성품_누락",
    cash_receipt: "현금영수증",
    tax_invoice: "세금계산서",
    coupon: "쿠폰",
    points: "적립금",
    membership_cancellation: "멤버십_해지",
    login: "로그인",
    account_deletion: "회원_탈퇴",
    personal_data: "개인정보",
    app_error: "앱_오류",
    restock: "재입고",
    bulk_order: "대량_주문",
    installation: "설치",
    repair: "수리",
    low: "낮음",
    normal: "보통",
    high: "높음",
    critical: "위급",
    same: "문의와_같은_언어",
    korean: "한국어",
    english: "영어",
    japanese: "일본어",
    chinese: "중국어",
    vietnamese: "베트남어",
  },
  compare: { labels: "set", order_number: "text" },
});
