/** Fonts with Hangul on the systems that readers have; the last resort is whatever draws sans-serif. */
export const FONTS =
  "system-ui, -apple-system, 'Segoe UI', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

/** Colours by class, for light and dark; the picture paints its own ground, so that it is legible on any page. */
export const STYLE = `
text { font-family: ${FONTS}; font-size: 13px; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.soft { fill: #59636e }
.ground { fill: #ffffff; stroke: #d1d9e0 }
.grid { stroke: #d1d9e0 }
.band { fill: #f3e5c3 }
.s0 { fill: #0969da; stroke: #0969da } .s1 { fill: #bc4c00; stroke: #bc4c00 } .s2 { fill: #6e7781; stroke: #6e7781 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .soft { fill: #9198a1 }
  .ground { fill: #0d1117; stroke: #3d444d } .grid { stroke: #3d444d } .band { fill: #3b2f12 }
  .s0 { fill: #58a6ff; stroke: #58a6ff } .s1 { fill: #f0883e; stroke: #f0883e } .s2 { fill: #9198a1; stroke: #9198a1 }
}`.trim();

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A rough width in pixels at 13 px: Hangul and other wide characters take twice a Latin letter. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) >= 0x1100 ? 13 : /[iljt.,:;'|/ ]/.test(char) ? 4.5 : 7.3;
  return width;
}
