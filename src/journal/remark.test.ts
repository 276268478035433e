import { expect, test } from "vitest";
import { isRemark } from "./remark.ts";

test.each<[boolean, string, string]>([
  [true, "Поняла, обращусь к администратору", "takes note, and tells what follows"],
  [true, "ок уточню у учителя", "without a comma"],
  [true, "ага, значит учитель не дома, ясно", "denies something, but took note first"],
  [true, "ну ладно", "gives in"],
  [true, "сама разберусь, спасибо", "thanks at the end"],
  [false, "книга не сдана, спасибо", "thanks, and tells of trouble"],
  [false, "всё равно не работает", "begins like one"],
  [false, "да не приходит же", "begins like one"],
  [false, "спасибо, а где столовая", "asks on"],
  [false, "понятно, но это не помогает", "objects"],
  [false, "хорошо бы узнать расписание", "wishes"],
  [false, "спасибо, подскажите расписание", "bids"],
  [false, "потерял книгу", "nothing of it"],
  [false, "?!", "no word"],
])("%s: %j is a remark: %s", (expected, text) => {
  expect(isRemark(text)).toBe(expected);
});
