import { expect, it } from "vitest";
import { markUp, type MarkButton, type Selected } from "./mark-up.ts";

/** What stands between ‹ and › is selected. */
function read(shown: string): Selected {
  const start = shown.indexOf("‹");
  const end = shown.indexOf("›") - 1;
  return { text: shown.replace(/[‹›]/gu, ""), start, end };
}

function shown({ text, start, end }: Selected): string {
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

it.each<[string, MarkButton, string, string]>([
  ["around words", "bold", "а ‹б в› г", "а **‹б в›** г"],
  ["not around the spaces at their ends", "italic", "а‹ б ›в", "а *‹б›* в"],
  ["taken off again", "bold", "а **‹б›** в", "а ‹б› в"],
  ["nothing chosen", "bold", "а ‹›", "а **‹›**"],
  ["only spaces chosen", "bold", "а‹  ›б", "а  **‹›**б"],
  ["each line for itself", "bold", "‹раз\nдва›", "‹**раз**\n**два**›"],
  ["each paragraph", "bold", "а ‹б\n\n в › г", "а ‹**б**\n\n **в**›  г"],
  ["behind bullets and numbers", "italic", "‹- раз\n12. два›", "‹- *раз*\n12. *два*›"],
  ["lines that are bold already", "italic", "‹**раз**\nдва›", "‹***раз***\n*два*›"],
  ["taken off all lines again", "bold", "‹- **раз**\n- **два**›", "‹- раз\n- два›"],
  ["what is left of the lines", "bold", "‹**раз**\nдва›", "‹**раз**\n**два**›"],
  ["a list without empty items", "list", "‹раз\n\nдва›", "‹- раз\n\n- два›"],
  ["no list any more, paragraphs again", "list", "‹- раз\n\n- два›", "‹раз\n\nдва›"],
  ["a list begun on an empty line", "list", "раз\n‹›", "раз\n‹- ›"],
  ["a list of all lines touched", "list", "раз\nд‹ва\nтр›и\nчетыре", "раз\n‹- два\n- три›\nчетыре"],
  ["no list any more", "list", "‹- раз\n- два›", "‹раз\nдва›"],
  ["a list of one line", "list", "раз‹›", "‹- раз›"],
  ["the address is typed next", "link", "см. ‹справку›.", "см. [справку](‹https://›)."],
  ["the label is typed first", "link", "см. ‹›", "см. [‹›](https://)"],
])("%s", (_what, button, before, after) => {
  expect(shown(markUp(read(before), button))).toBe(after);
});
