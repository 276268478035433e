// A small valid faq.yaml for tests, and ways to break it.

export const SMALL_FAQ = `organization:
  name: ГБОУ Школа № 5
  contact: Позвоните в школу
categories:
  - id: transfer
    title: Перенос чатов
entries:
  - id: chats
    category: transfer
    question: Какие чаты не переносятся?
    button: Какие чаты останутся
    phrases:
      - чат из дневника переедет
      - что будет с чатом
    answer: |
      **Не переносятся** личные чаты {{ organization }}.

      - [справка](https://help.max.ru)
    related: [role]
    source: { title: Справка, url: https://help.max.ru }
    checked: 2025-09-15
    threshold: 0.6
  - id: role
    category: transfer
    question: Как изменить роль?
    phrases: [поменять роль]
    answer: "{{contact}}"
topics:
  - id: code
    phrases: [не приходит код]
    answer: Это к справке MAX
smalltalk:
  - id: thanks
    phrases: [спасибо, 👍]
    answer: Пожалуйста!
synonyms:
  - [whatsapp, вацап]
settings:
  answer_threshold: 0.7
`;

/** The small file with as many phrases as a good one has: nothing to warn of, as long as it is about 2025. */
export const GOOD_FAQ = SMALL_FAQ.replace(/phrases: \[(поменять роль|не приходит код)\]/gu, (_, first: string) =>
  ["phrases:", ...[1, 2, 3, 4].map((n) => `      - чат ${n} ${first}`), `      - ${first}`].join("\n"),
).replace("- что будет с чатом", ["что", "как", "где", "кто"].map((word) => `- ${word} с чатом`).join("\n      "));

/** The small file with its first `part` replaced. Throws when there is no such part, so that no test tests nothing. */
export function broken(part: string, replacement: string): string {
  if (!SMALL_FAQ.includes(part)) throw new Error(`Not in the small FAQ: "${part}"`);
  return SMALL_FAQ.replace(part, () => replacement);
}
