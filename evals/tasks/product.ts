import { z } from "zod";
import { defineTask } from "../../src/domain/task.ts";

const values = {
  top: "상의",
  bottom: "하의",
  dress: "원피스",
  outerwear: "아우터",
  shoes: "신발",
  bag: "가방",
  headwear: "모자",
  socks: "양말",
  bedding: "침구",
  towel: "수건",
  cotton: "면",
  polyester: "폴리에스터",
  nylon: "나일론",
  wool: "울",
  cashmere: "캐시미어",
  linen: "린넨",
  rayon: "레이온",
  acrylic: "아크릴",
  spandex: "스판덱스",
  leather: "가죽",
};

const Category = z.enum([
  "top",
  "bottom",
  "dress",
  "outerwear",
  "shoes",
  "bag",
  "headwear",
  "socks",
  "bedding",
  "towel",
]);
const Material = z.enum([
  "cotton",
  "polyester",
  "nylon",
  "wool",
  "cashmere",
  "linen",
  "rayon",
  "acrylic",
  "spandex",
  "leather",
]);
const Won = z.int().min(100).max(9_999_999);

export default defineTask({
  name: "product",
  title: { en: "Attributes of a product from its listing", ko: "상품 설명에서 속성 뽑기" },
  level: "constraint",
  instruction: {
    en: "Read the shop's listing and give the attributes of the product. Take sizes and colors as the listing writes them, and only those that can be ordered now.",
    ko: "쇼핑몰 상품 설명을 읽고 상품 속성을 뽑으세요. 사이즈와 색상은 설명에 적힌 그대로, 지금 주문할 수 있는 것만 넣으세요.",
  },
  schema: z
    .strictObject({
      brand: z.string().min(1),
      category: Category,
      price: Won.describe("List price in won"),
      sale_price: Won.nullable().describe(
        "What everyone pays now, in won, without coupons, points or memberships; null if that is the list price",
      ),
      sizes: z
        .array(z.string().min(1))
        .refine((sizes) => new Set(sizes).size === sizes.length, "no size twice")
        .describe("Without units; a range is spelt out; empty if there is nothing to choose"),
      colors: z
        .array(z.string().min(1))
        .min(1)
        .refine((colors) => new Set(colors).size === colors.length, "no color twice"),
      materials: z
        .array(z.strictObject({ material: Material, percent: z.int().min(1).max(100) }))
        .min(1)
        .refine((all) => all.reduce((sum, { percent }) => sum + percent, 0) === 100, "shares add up to 100")
        .describe("Of the main fabric only, without lining or filling; largest share first; shares add up to 100"),
      weight_g: z
        .number()
        .positive()
        .nullable()
        .describe("Of one piece, or one pair of shoes or socks, in g; null if the listing does not say"),
      origin: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable()
        .describe("Country where it was made, two letters as in ISO 3166-1; null if the listing does not say"),
    })
    .refine(
      ({ price, sale_price }) => sale_price === null || sale_price < price,
      "a sale price is below the list price",
    ),
  names: {
    brand: "브랜드",
    category: "분류",
    price: "정가",
    sale_price: "할인가",
    sizes: "사이즈",
    colors: "색상",
    materials: "혼용률",
    material: "소재",
    percent: "비율",
    weight_g: "무게",
    origin: "제조국",
  },
  values,
  compare: { sizes: "set", colors: "set", origin: "exact" },
});
