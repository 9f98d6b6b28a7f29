import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const SENTIMENTS = ["positive", "negative", "mixed", "neutral"];
const ASPECTS = [
  "price",
  "delivery",
  "packaging",
  "size",
  "color",
  "weight",
  "noise",
  "battery",
  "taste",
  "smell",
  "durability",
  "screen",
  "sound_quality",
  "comfort",
  "customer_service",
  "manual",
];

export default defineTask({
  name: "sentiment",
  title: { en: "Sentiment, score and aspects of a product review", ko: "상품평의 감정과 별점, 평가 항목" },
  level: "flat",
  instruction: {
    en: "Read the product review. Find its sentiment, the score it ends up giving, every aspect of the purchase that it rates, and in one sentence the reason for the sentiment.",
    ko: "상품평을 읽고 감정, 글쓴이가 최종으로 준 별점, 글쓴이가 평가한 항목을 모두 찾고, 그렇게 느낀 이유를 한 문장으로 쓰세요.",
  },
  schema: z.strictObject({
    sentiment: z.enum(SENTIMENTS).describe("mixed: it both praises and complains; neutral: it does neither"),
    score: z
      .int()
      .min(1)
      .max(5)
      .nullable()
      .describe("Stars or points out of five that it gives this product; null if it gives none or uses another scale"),
    aspects: z
      .array(z.enum(ASPECTS))
      .describe("Those that it rates as good, bad or so-so; not ones that it only mentions"),
    reason: z.string(),
  }),
  names: { sentiment: "감정", score: "별점", aspects: "평가_항목", reason: "이유" },
  values: {
    positive: "긍정",
    negative: "부정",
    mixed: "혼합",
    neutral: "중립",
    price: "가격",
    delivery: "배송",
    packaging: "포장",
    size: "크기",
    color: "색상",
    weight: "무게",
    noise: "소음",
    battery: "배터리",
    taste: "맛",
    smell: "냄새",
    durability: "내구성",
    screen: "화면",
    sound_quality: "음질",
    comfort: "착용감",
    customer_service: "고객_응대",
    manual: "설명서",
  },
  compare: { aspects: "set", reason: "free" },
});
