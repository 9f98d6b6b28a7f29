import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { COLUMNS, type Measurement } from "../../src/domain/measurement.ts";
import { renderCsv } from "../../src/report/csv.ts";
import { fixed, range, significant } from "../../src/report/format.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { Rows } from "../../src/report/rows.ts";
import { type DotPlot, renderDotPlot } from "../../src/report/svg/dot-plot.ts";

const row = (more: Partial<Measurement> = {}): Measurement => ({
  suite: "s",
  metric: "token_ratio",
  unit: "ratio",
  tokenizer: "t",
  domain: "all",
  lang: "ko-en",
  evidence: "exact",
  source: "x",
  run: "r",
  ...more,
});

describe("numbers", () => {
  it.each([
    [1234.5678, 2, "1,234.57"],
    [0, 2, "0.00"],
    [undefined, 2, "—"],
  ])("fixed(%s, %d) is %s", (value, digits, text) => {
    expect(fixed(value, digits)).toBe(text);
  });

  it.each([
    [0.0000293, 3, "0.0000293"],
    [0.1, 3, "0.100"],
    [1234.5, 2, "1,235"],
    [0, 3, "0"],
    [undefined, 3, "—"],
  ])("significant(%s, %d) is %s", (value, digits, text) => {
    expect(significant(value, digits)).toBe(text);
  });

  it("writes a range of one text once", () => {
    expect([range("1", "2"), range("1", "1")]).toEqual(["1–2", "1"]);
  });
});

describe("measurements.csv", () => {
  it("comes back as it was, in the columns of the design, missing cells empty", () => {
    const rows = [row({ value: 1.5, low: 1, n: 3 }), row({ source: 'a "quote", a comma\nand a line' })];
    const text = renderCsv(rows);
    expect(text.startsWith("\uFEFFsuite,metric,unit,target,tokenizer,")).toBe(true);
    const back: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(Object.keys(back[0] ?? {})).toEqual([...COLUMNS]);
    expect(back[0]).toMatchObject({ value: "1.5", low: "1", high: "", target: "", n: "3" });
    expect(back[1]?.["source"]).toBe('a "quote", a comma\nand a line');
  });

  it("never lets a spreadsheet run a cell", () => {
    for (const sign of ["=", "+", "-", "@", "\t"]) {
      expect(renderCsv([row({ source: `${sign}HYPERLINK(1)` })])).toContain(`'${sign}HYPERLINK(1)`);
    }
  });

  it("writes twelve digits, the same in JSON", () => {
    const third = row({ value: 1 / 3 });
    expect(renderCsv([third])).toContain(",0.333333333333,");
    expect(JSON.parse(renderJson([third]))).toEqual([{ ...third, value: 0.333333333333 }]);
  });
});

describe("finding a row", () => {
  const rows = new Rows([row({ domain: "a" }), row({ domain: "b" }), row({ domain: "a", condition: "p50" })]);

  it("takes what is left out for anything, and undefined for missing", () => {
    expect(rows.find({ metric: "token_ratio", domain: "b" })?.domain).toBe("b");
    expect(rows.find({ metric: "token_ratio", domain: "a", condition: undefined })?.condition).toBeUndefined();
    expect(rows.find({ metric: "token_ratio", domain: "c" })).toBeUndefined();
  });

  it("throws when the question was not precise", () => {
    expect(() => rows.find({ metric: "token_ratio", domain: "a" })).toThrow("2 measurements fit");
  });
});

describe("Markdown", () => {
  it("lays out every kind of block", () => {
    const text = renderMarkdown({
      title: "T",
      blocks: [
        { kind: "headline", text: "H" },
        { kind: "heading", text: "A" },
        {
          kind: "table",
          columns: [
            { title: "x", align: "left" },
            { title: "y", align: "right" },
          ],
          rows: [["a|b", "1\n2"]],
        },
        { kind: "chart", file: "c.svg", alt: "a [b]" },
        { kind: "list", items: ["p", "q"] },
        { kind: "details", summary: "S", blocks: [{ kind: "text", text: "inside" }] },
      ],
    });
    expect(text).toMatchInlineSnapshot(`
      "# T

      **H**

      ## A

      | x | y |
      | --- | ---: |
      | a\\|b | 1 2 |

      ![a [b\\]](c.svg)

      - p
      - q

      <details><summary>S</summary>

      inside

      </details>
      "
    `);
  });
});

describe("a dot plot", () => {
  const plot: DotPlot = {
    title: '한국어 <&> "토큰"',
    axis: "x",
    scale: "linear",
    ticks: [
      { at: 0, label: "0" },
      { at: 10, label: "10" },
    ],
    legend: [{ series: 0, label: "점", shape: "dot" }],
    band: { from: 2, to: 4, label: "띠" },
    rows: [
      { label: "가", marks: [{ series: 0, value: 5, low: 4, high: 6 }] },
      { label: "나", marks: [{ series: 1, value: undefined, low: 1, high: 2 }] },
    ],
    notes: ["note"],
  };
  const number = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.[1]);

  it("escapes its texts and draws its own ground", () => {
    const svg = renderDotPlot(plot);
    expect(svg).toContain("한국어 &lt;&amp;&gt; &quot;토큰&quot;");
    expect(svg).toContain('class="ground"');
    expect(svg).toContain("prefers-color-scheme: dark");
  });

  it("puts a value in the middle of its interval, and a range without a dot", () => {
    const svg = renderDotPlot(plot);
    const line = svg.split("\n").find((text) => text.includes('stroke-width="2"') && text.includes("circle")) ?? "";
    const [x1, x2, cx] = [number(/x1="([\d.]+)"/, line), number(/x2="([\d.]+)"/, line), number(/cx="([\d.]+)"/, line)];
    expect((x1 + x2) / 2).toBeCloseTo(cx, 1);
    expect(svg.match(/<circle/g)).toHaveLength(2); // One in the legend, one in the first row.
  });

  it("draws no row without a NaN even where nothing is known", () => {
    expect(renderDotPlot({ ...plot, rows: [] })).not.toMatch(/NaN|Infinity/);
    expect(
      renderDotPlot({
        ...plot,
        rows: [{ label: "다", marks: [{ series: 0, value: undefined, low: undefined, high: undefined }] }],
      }),
    ).not.toMatch(/NaN|Infinity/);
  });
});
