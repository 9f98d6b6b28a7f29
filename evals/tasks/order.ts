import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

export default defineTask({
  name: "order",
  title: { en: "An order from a support chat, with corrections", ko: "상담 채팅에서 주문 뽑기(정정 포함)" },
  level: "nested",
  instruction: {
    en: "Take down the order as it stands at the end of the chat. Write products and options as the agent calls them, in the order in which they came into the order. The unit price is what one piece costs in the end; what is taken off the order as a whole counts in the total only. The total is what the customer pays, delivery and discounts included. Write the address as the customer gives it.",
    ko: "채팅이 끝난 시점의 주문을 정리하세요. 상품과 옵션은 상담원이 부르는 이름대로, 주문에 들어온 순서대로 적으세요. 단가는 최종적으로 한 개에 내는 금액이며, 주문 전체에서 빼는 금액은 합계에만 반영합니다. 합계는 배송비와 할인까지 반영해 고객이 내는 금액입니다. 주소는 고객이 적은 대로 쓰세요.",
  },
  schema: z.strictObject({
    items: z.array(
      z.strictObject({
        product: z.string().describe("Without the option"),
        option: z.string().nullable().describe("Such as colour or size; null if there is none"),
        quantity: z.int(),
        unit_price: z.int().describe("In won"),
      }),
    ),
    total: z.int().describe("In won"),
    shipping: z
      .strictObject({
        recipient: z.string().nullable(),
        phone: z.string().nullable().describe("As in 010-0000-0000"),
        address: z.string(),
      })
      .nullable()
      .describe("null if nothing is to be sent, or the chat does not say where to"),
  }),
  names: {
    items: "주문상품",
    product: "상품명",
    option: "옵션",
    quantity: "수량",
    unit_price: "단가",
    total: "합계",
    shipping: "배송지",
    recipient: "받는사람",
    phone: "전화번호",
    address: "주소",
  },
  compare: { "shipping.phone": "exact" },
});
