// A content that is read in no time: for pages on which much is changed.

export const SMALL_CONTENT = `# Содержание школы
organization: { name: Школа № 5, contact: Позвоните в школу }
categories:
  - { id: why, title: Почему MAX }
  - { id: transfer, title: Перенос чатов }
entries:
  - id: why-max
    category: why
    question: Почему именно MAX?
    phrases:
      - почему макс
      - зачем нам этот мессенджер
      - кто выбрал макс
      - для чего переходить в max
      - отчего не остались в сферуме
    answer: |
      Так решила **{{organization}}**.

      - раз
      - два
    checked: 2026-09-15
  - id: must-install
    category: why
    question: Обязательно ли устанавливать MAX?
    phrases:
      - обязательно ли ставить
      - заставляют установить
      - я должен его скачать
    answer: Нет, не обязательно.
  - id: duplicate-chats
    category: transfer
    question: Что делать, если чаты задублировались?
    button: Чаты задублировались
    phrases:
      - у меня два одинаковых чата
      - дубль чата
      - чат дважды в списке
      - повторился чат класса
      - лишняя копия чата
    answer: Покиньте лишний чат.
    related: [why-max]
topics:
  - id: weather
    phrases: [какая погода, будет ли дождь, отменят ли занятия, мороз на улице, актированный день]
    answer: Смотрите прогноз.
smalltalk:
  - id: thanks
    phrases: [спасибо]
    answer: Пожалуйста!
`;
