import { expect, it } from "vitest";
import { linkFaultsOf } from "./link-faults.ts";
import { richTextOf } from "./markdown.ts";
import { htmlOf, plainOf } from "./rich-text.ts";

it.each([
  // [what, Markdown, HTML]
  ["plain text", "просто", "просто"],
  ["bold", "**да** нет", "<b>да</b> нет"],
  ["bold inside a word", "при**вет**ик", "при<b>вет</b>ик"],
  ["italic, both marks", "*да* _нет_", "<i>да</i> <i>нет</i>"],
  ["both at once", "***да***", "<b><i>да</i></b>"],
  ["italic in bold", "**да *очень* да**", "<b>да </b><b><i>очень</i></b><b> да</b>"],
  ["bold in italic", "_да **очень**_", "<i>да </i><b><i>очень</i></b>"],
  ["italic only at word borders", "2*2*2 snake_case_name", "2*2*2 snake_case_name"],
  ["marks around spaces are literal", "2 * 2 ** 2 _ 2", "2 * 2 ** 2 _ 2"],
  ["an open mark is literal", "**да", "**да"],
  ["nothing inside is literal", "** ** ****", "** ** ****"],
  ["emphasis ends with its line", "**да\nнет**", "**да\nнет**"],
  ["punctuation next to marks", "(*да*), «**нет**».", "(<i>да</i>), «<b>нет</b>»."],
  ["lists", "- а\n* б\n  - в\n1. г", "• а\n• б\n  • в\n1. г"],
  ["a dash in a sentence is no list", "а - б\n-в\n- ", "а - б\n-в\n- "],
  ["a bold line is no list", "**а** б", "<b>а</b> б"],
  ["link", "[да](https://max.ru/a)", '<a href="https://max.ru/a">да</a>'],
  ["link with round brackets", "[да](https://ru.org/а_(б))", '<a href="https://ru.org/а_(б)">да</a>'],
  ["bold link", "**[да](https://max.ru)**", '<a href="https://max.ru"><b>да</b></a>'],
  [
    "bold inside a link",
    "[**да** нет](https://max.ru)",
    '<a href="https://max.ru"><b>да</b></a><a href="https://max.ru"> нет</a>',
  ],
  ["marks in addresses are literal", "_a https://x.ru/_b c_", "<i>a https://x.ru/_b c</i>"],
  ["bare addresses stay text", "см. https://max.ru/a*b*c.", "см. https://max.ru/a*b*c."],
  ["bold around a bare address", "**https://max.ru**", "<b>https://max.ru</b>"],
  ["address as its own label", "[https://max.ru](https://max.ru)", '<a href="https://max.ru">https://max.ru</a>'],
  ["script is no link", "[да](javascript:alert(1))", "[да](javascript:alert(1))"],
  ["HTML is literal", "<b>а</b>", "&lt;b&gt;а&lt;/b&gt;"],
  ["everything else is literal", "# а\n> б `в` ~~г~~ \\*", "# а\n&gt; б `в` ~~г~~ \\*"],
  ["Windows line ends", "а\r\nб", "а\nб"],
])("%s", (_what, markdown, html) => {
  expect(htmlOf(richTextOf(markdown))).toBe(html);
});

it("reads hostile text without losing a character, in linear time", () => {
  for (const piece of ["[", "](", "[a](b", "*", "**a ", "_a *b ", "https://(", "[a](https://x.ru/(", "- "]) {
    const text = piece.repeat(20_000);
    expect(plainOf(richTextOf(text)).length).toBeGreaterThanOrEqual(text.length / 2);
  }
});

it.each([
  ["good link", "[да](https://max.ru)", []],
  ["plain brackets", "[1] (см. ниже)", []],
  ["no address", "[да](нет)", [["address", "[да](нет)", 0]]],
  ["no label", "[](https://max.ru)", [["address", "[](https://max.ru)", 0]]],
  ["other scheme", "[да](ftp://max.ru)", [["address", "[да](ftp://max.ru)", 0]]],
  ["space between", "[да] (https://max.ru)", [["space", "[да] (https://max.ru)", 0]]],
  ["not closed", "[да](https://max.ru", [["unclosed", "[да](https://max.ru", 0]]],
  [
    "bracket without a partner",
    "а]\n[б] [в",
    [
      ["unbalanced", "]", 0],
      ["unbalanced", "[", 1],
    ],
  ],
])("finds links that would not work: %s", (_what, text, expected) => {
  expect(linkFaultsOf(text).map(({ fault, source, nth }) => [fault, source, nth])).toEqual(expected);
});
