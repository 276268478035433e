// @ts-check
// The line to the local MAX: one person, what he does, and what he sees as it happens.

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").Explanation} Explanation
 * @typedef {(event: string, data: any) => void} Listener
 */

const STORAGE_KEY = "local-max-person";
const EVENTS = [
  "snapshot",
  "message",
  "removed",
  "typing",
  "opened",
  "group",
  "answered",
  "commands",
];
const RETRY_MS = 1_500;

/** The request was understood and refused; the message is for people. */
export class Refused extends Error {}

/**
 * @param {string} path
 * @param {unknown} body
 */
async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.message);
  return answer;
}

/**
 * Stays connected until the page is closed, as the person of the last visit while the program knows him.
 * @param {Listener} listen gets every event, and "online" with true or false
 */
export function connect(listen) {
  let person = Number(localStorage.getItem(STORAGE_KEY) ?? "0");
  /** @type {EventSource | undefined} */
  let source;

  async function renew() {
    person = (await post("preview/people", {})).person;
    localStorage.setItem(STORAGE_KEY, String(person));
  }

  function open() {
    source?.close();
    source = new EventSource(`preview/events?person=${person}`);
    source.addEventListener("open", () => listen("online", true));
    source.addEventListener("error", onError);
    for (const event of EVENTS) {
      source.addEventListener(event, (message) => listen(event, JSON.parse(message.data)));
    }
  }

  /** The browser retries by itself unless the answer was a refusal: the program was restarted. */
  function onError() {
    if (source?.readyState !== EventSource.CLOSED) {
      listen("online", false);
      return;
    }
    renew().then(open, () => {
      listen("online", false);
      setTimeout(open, RETRY_MS);
    });
  }

  if (person === 0) renew().then(open, onError);
  else open();

  return {
    /**
     * @param {{ chatId: number, as: number | undefined }} where
     * @param {Action} action
     */
    act: (where, action) => post("preview/actions", { person, ...where, action }),
    /** Becomes a new person with an empty chat. */
    reset: async () => {
      await renew();
      open();
    },
    /**
     * @param {string} text
     * @returns {Promise<Explanation>}
     */
    explain: async (text) => {
      const response = await fetch(`preview/explain?text=${encodeURIComponent(text)}`);
      const answer = await response.json();
      if (!response.ok) throw new Refused(answer.message);
      return answer;
    },
  };
}
