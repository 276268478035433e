// @ts-check
// The panel "Почему такой ответ": what the matcher made of a message.
import { byId, element } from "./element.js";
import { explanationView } from "./explanation.js";

/**
 * @typedef {import("./shapes.d.ts").Explanation} Explanation
 * @param {(text: string) => Promise<Explanation>} explain
 */
export function whyPanel(explain) {
  const panel = byId("why", HTMLElement);
  const body = byId("why-body", HTMLDivElement);
  const opener = byId("open-why", HTMLButtonElement);
  const narrow = window.matchMedia("(max-width: 1100px)");
  let latest = 0;

  /** On a wide screen the panel is always there; on a narrow one it lies over the chat. */
  function apply(isOpen = false) {
    panel.classList.toggle("open", isOpen);
    panel.inert = narrow.matches && !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
  }

  function open() {
    apply(true);
    if (narrow.matches) byId("close-why", HTMLButtonElement).focus({ preventScroll: true });
  }

  function close() {
    apply(false);
    opener.focus();
  }

  opener.addEventListener("click", open);
  byId("close-why", HTMLButtonElement).addEventListener("click", close);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches) close();
  });
  narrow.addEventListener("change", () => apply(false));
  apply(false);

  return {
    open,
    clear: () => {
      latest += 1;
      const hint = "Напишите боту — здесь появится, как он понял вопрос и из чего выбирал ответ.";
      body.replaceChildren(element("p", "faint", hint));
    },
    /** @param {string} text */
    show: async (text) => {
      latest += 1;
      const turn = latest;
      const content = await explain(text).then(explanationView, (/** @type {Error} */ error) =>
        element("p", "faint", error.message),
      );
      // A later message may have been explained meanwhile.
      if (turn !== latest) return;
      body.replaceChildren(content);
      body.scrollTop = 0;
    },
  };
}
