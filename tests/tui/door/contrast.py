"""Contrast as WCAG 2.2 counts it (1.4.3, 1.4.11), of what a browser shows and as it resolves the styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Page

_FAINT = """
() => {
  const rgba = (text) => {
    const [r, g, b, a] = text.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a === undefined ? 1 : a];
  };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3])).concat([1]);
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length;
  const found = [], tell = (what, ratio, least) => found.push([what, Math.round(ratio * 100) / 100, least]);
  const word = (text, element, style) => {
    const size = parseFloat(style.fontSize), bold = parseInt(style.fontWeight) >= 700;
    const back = behind(element), large = size >= 24 || (bold && size >= 18.66);
    tell(text, contrast(over(rgba(style.color), back), back), large ? 3 : 4.5);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement, text = node.data.trim();
    if (text && seen(parent) && parent.tagName !== "TEXTAREA") word(text, parent, getComputedStyle(parent));
  }
  for (const field of document.querySelectorAll("textarea, input, button, .wide")) {
    if (!seen(field)) continue;
    const style = getComputedStyle(field), outside = behind(field.parentElement);
    if (field.value && field.type !== "checkbox") word(field.value, field, style);
    else if (field.placeholder) word(field.placeholder, field, getComputedStyle(field, "::placeholder"));
    const edges = [contrast(behind(field), outside)];
    if (parseFloat(style.borderTopWidth)) edges.push(contrast(over(rgba(style.borderTopColor), outside), outside));
    if (field.type !== "checkbox" && !field.matches(".link")) tell("edge of #" + field.id, Math.max(...edges), 3);
    if (field.type === "checkbox") tell("tick", contrast(rgba(style.accentColor), outside), 3);
  }
  const focused = document.querySelector(":focus-visible");
  if (focused) {
    const outside = behind(focused.parentElement), ring = rgba(getComputedStyle(focused).outlineColor);
    tell("ring of focus", contrast(over(ring, outside), outside), 3);
  }
  return found;
}
"""


async def contrasts(page: Page) -> list[tuple[str, float, float]]:
    """Give each visible text, edge of a field or button, and ring of focus, with its contrast and the least allowed."""
    return [(what, ratio, least) for what, ratio, least in await page.evaluate(_FAINT)]
