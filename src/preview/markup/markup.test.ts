import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";
import type { MarkedText } from "./spans.ts";

/** Text with its spans written as `{kind:text}`, for spans that do not overlap. */
function shown({ text, markup }: MarkedText): string {
  const spans = markup.map(({ type, from, length, url }) => {
    const target = url === undefined ? "" : `=${url}`;
    return `{${type}${target}:${text.slice(from, from + length)}}`;
  });
  return [text, ...spans].join(" ");
}

describe("HTML in a message", () => {
  it.each([
    ["<b>да</b> и <i>нет</i>", "да и нет {strong:да} {emphasized:нет}"],
    ["<b>а<i>б</i></b>", "аб {strong:аб} {emphasized:б}"],
    ['<a href="https://max.ru?a=1&amp;b=2">тут</a>', "тут {link=https://max.ru?a=1&b=2:тут}"],
    ["&lt;b&gt; &amp;amp; &#39;&#x41;", "<b> &amp; 'A"],
    ["<div>без</div> <b>конца", "без конца {strong:конца}"],
    ["2 < 3 и 5 > 4", "2 < 3 и 5 > 4"],
    ["</b>лишний", "лишний"],
    ["&неизвестно; &bogus; &#0;", "&неизвестно; &bogus; &#0;"],
  ])("%s", (html, expected) => {
    expect(shown(parseHtml(html))).toBe(expected);
  });
});
