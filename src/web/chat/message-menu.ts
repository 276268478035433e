// What can be done with one message of a chat.
import type { ChatMessage } from "../../preview/people/chat-message.ts";
import { act } from "./acting.ts";
import { composeAbout } from "./composing.ts";
import type { MenuItem } from "./menu.tsx";
import { isGroup, isMine, parcel, writtenText } from "./state.ts";
import { copyText } from "../shared/parts/copy-text.ts";
import { showToast } from "../shared/parts/toast.tsx";
import { ask, openWhy } from "./why-panel.tsx";

export function messageMenu(message: ChatMessage): readonly MenuItem[] {
  const { mid } = message;
  const text = writtenText(message);
  const items: readonly (MenuItem | false)[] = [
    { icon: "reply", label: "Ответить", run: () => composeAbout({ kind: "reply", message }) },
    !message.isFromBot &&
      text !== "" && {
        icon: "unanswered",
        label: "Почему такой ответ",
        run: () => {
          void ask(message);
          openWhy();
        },
      },
    isMine(message) &&
      message.text !== "" && {
        icon: "edit",
        label: "Изменить",
        run: () => composeAbout({ kind: "edit", message }),
      },
    text !== "" && {
      icon: "copy",
      label: "Копировать текст",
      run: async () => showToast(await copyText(text)),
    },
    { icon: "forward", label: "Переслать…", run: () => forward(message) },
    isMine(message) &&
      isGroup.value && {
        icon: "close",
        label: "Удалить",
        run: () => act({ kind: "remove", mid }),
      },
  ];
  return items.filter((item) => item !== false);
}

function forward(message: ChatMessage): void {
  parcel.value = {
    text: writtenText(message) || "Вложение",
    losesButtons: message.keyboard.length > 0,
    action: { kind: "forward", mid: message.mid },
  };
}
