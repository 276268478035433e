// A content whose answers tell which question they answer, small enough to be read in no time.

/** What is asked, and the mark in the answer to it; neighbours differ, so that order and repeats can be seen. */
export const QUESTIONS: readonly { readonly text: string; readonly mark: string }[] = [
  { text: "когда каникулы", mark: "ответ-каникулы" },
  { text: "где столовая", mark: "ответ-столовая" },
  { text: "как получить справку", mark: "ответ-справка" },
  { text: "сколько стоит форма", mark: "ответ-форма" },
];

/** What is said to «подробнее» after the answer with this mark. */
export function detailsOf(mark: string): string {
  return mark.replace("ответ", "подробности");
}

export const CONTENT = `organization: { name: Школа, contact: Позвоните в школу }
categories: [{ id: school, title: Школа }]
entries:
${QUESTIONS.map(
  ({ text, mark }, index) => `  - id: entry-${index}
    category: school
    question: ${text}?
    phrases: [${text}, ${text} у нас, скажите ${text}, подскажите ${text}, вопрос ${text}]
    answer: ${mark}
    details: ${detailsOf(mark)}`,
).join("\n")}
`;
