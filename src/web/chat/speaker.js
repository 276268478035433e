// @ts-check
// In whose name the visitor writes in the class chat.
import { avatar } from "./avatar.js";
import { byId, element } from "./element.js";

/** @typedef {import("./shapes.d.ts").Person} Person */

/** @param {() => void} onChange */
export function speakerChoice(onChange) {
  const select = byId("speaker", HTMLSelectElement);
  const picture = byId("speaker-avatar", HTMLSpanElement);
  /** @type {readonly Person[]} */
  let people = [];

  const current = () => people.find(({ userId }) => String(userId) === select.value);

  function showPicture() {
    const person = current();
    picture.replaceChildren(...(person === undefined ? [] : [avatar(person.userId, person.name)]));
  }

  /** @param {Person} person */
  function option({ userId, name, isAdmin }) {
    const made = element("option", "", isAdmin ? `${name} — администратор` : name);
    made.value = String(userId);
    return made;
  }

  select.addEventListener("change", () => {
    showPicture();
    onChange();
  });

  return {
    userId: () => current()?.userId,
    /** @param {readonly Person[]} all */
    setPeople: (all) => {
      const before = select.value;
      people = all;
      select.replaceChildren(...all.map(option));
      if (all.some(({ userId }) => String(userId) === before)) select.value = before;
      showPicture();
    },
  };
}
