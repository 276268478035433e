// What people wrote, as it may stand in a table that somebody opens in a spreadsheet.

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one. Not only at the
 * beginning of the cell: a program that parts cells at commas or tabs finds beginnings within. (The option of the
 * library looks at the first character alone.)
 */
export function harmless(text: string): string {
  return text.replace(/(^|[,;\t\r\n|])([\s"']*)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu, "$1$2'");
}
