// What a button carries: the whole state of the conversation, so that keyboards of last month still work.

export type Payload =
  | { readonly kind: "menu"; readonly page: number }
  | { readonly kind: "category"; readonly categoryId: string; readonly page: number }
  /** With the question for which the entry was offered, where it was. */
  | {
      readonly kind: "entry";
      readonly entryId: string;
      readonly questionId?: string | undefined;
    }
  | { readonly kind: "share"; readonly entryId: string }
  | { readonly kind: "share-bot" }
  /** A command of administrators; what the argument means is the command's own affair. */
  | { readonly kind: "admin"; readonly command: string; readonly argument: string };

/** Changes when old payloads can no longer be read; buttons of other versions get the friendly "outdated" answer. */
const VERSION = "1";
const MAX_PAGE = 1000;

/** At most 100 of the 1,024 characters MAX allows: ids have at most 60. Only administrators' buttons carry more. */
export function encodePayload(payload: Payload): string {
  switch (payload.kind) {
    case "menu":
      return `${VERSION}:menu:${payload.page}`;
    case "category":
      return `${VERSION}:category:${payload.categoryId}:${payload.page}`;
    case "entry": {
      const { entryId, questionId } = payload;
      return `${VERSION}:entry:${entryId}${questionId === undefined ? "" : `:${questionId}`}`;
    }
    case "share":
      return `${VERSION}:share:${payload.entryId}`;
    case "share-bot":
      return `${VERSION}:share-bot`;
    case "admin":
      return `${VERSION}:admin:${payload.command}:${payload.argument}`;
  }
}

/** What a tapped button meant, or undefined for one that is outdated or forged. */
export function decodePayload(text: string): Payload | undefined {
  const [version, kind, first = "", second = "", ...rest] = text.split(":");
  if (version !== VERSION) return undefined;
  if (kind === "admin") return { kind, command: first, argument: [second, ...rest].join(":") };
  if (rest.length > 0) return undefined;
  if (kind === "share-bot" && first === "" && second === "") return { kind };
  if (kind === "share" && first !== "" && second === "") return { kind, entryId: first };
  if (kind === "entry" && first !== "") return entryOf(first, second);
  if (kind === "menu" && second === "") return withPage(first, (page) => ({ kind, page }));
  if (kind === "category" && first !== "") {
    return withPage(second, (page) => ({ kind, categoryId: first, page }));
  }
  return undefined;
}

function entryOf(entryId: string, questionId: string): Payload | undefined {
  if (questionId === "") return { kind: "entry", entryId };
  return isQuestionId(questionId) ? { kind: "entry", entryId, questionId } : undefined;
}

/** The first 16 characters of a base64url hash. */
function isQuestionId(text: string): boolean {
  return /^[\w-]{16}$/u.test(text);
}

function withPage(text: string, make: (page: number) => Payload): Payload | undefined {
  if (!/^\d{1,4}$/u.test(text)) return undefined;
  const page = Number(text);
  return page <= MAX_PAGE ? make(page) : undefined;
}
