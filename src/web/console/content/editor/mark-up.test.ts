import { expect, it } from "vitest";
import { markUp, type MarkButton } from "./mark-up.ts";

it.each<[string, MarkButton, string, string]>([
  ["around words", "bold", "б в", "**б в**|"],
  ["not around the spaces at their ends", "italic", " б ", " *б* |"],
  ["nothing chosen", "bold", "", "**|**"],
  ["each line for itself", "bold", "раз\n\nдва", "**раз**\n\n**два**|"],
  ["behind bullets and numbers", "italic", "- раз\n12. два", "- *раз*\n12. *два*|"],
  ["a list without empty items", "list", "раз\n\nдва", "- раз\n\n- два|"],
  ["a list begun", "list", "", "- |"],
  ["the address is typed next", "link", "справку", "[справку](https://|)"],
])("%s", (_what, button, chosen, expected) => {
  const { text, back } = markUp(chosen, button);
  const caret = text.length - back;
  expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected);
});
