// The pages, and which of them is shown: what stands behind "#/" in the address, so that every view has a link and "back" works.
import { signal } from "@preact/signals";
import { PAGES } from "../../../console/api.ts";
import { askConfirm, type Question } from "../parts/confirm.tsx";
import { queryOf, type Params } from "./api-client.ts";

/** What the pages together are called. */
export const CONSOLE = "Пульт";

export type PageEntry = (typeof PAGES)[number];

/** The name of its icon, too. */
export type PageName = PageEntry["name"];

export interface Route {
  readonly page: PageEntry;
  /** What follows the name of the page: `#/content/some-id` has ["some-id"]. */
  readonly rest: readonly string[];
  readonly params: URLSearchParams;
}

export const route = signal<Route>(readAddress(location.hash));

/** Whether somebody has gone from one page to another: the first one leaves the focus where the browser has it. */
export const hasMoved = signal(false);

interface Guard {
  readonly hasUnsaved: () => boolean;
  readonly question: Question;
}

let guard: Guard | undefined;
/** The next step is a part of the work: nobody is asked. */
let isMeant = false;

export function hrefOf(page: PageName, params: Params = {}, rest: readonly string[] = []): string {
  const path = [page, ...rest.map(encodeURIComponent)].join("/");
  return `#/${path}${queryOf(params)}`;
}

/**
 * Opens an address; with `isSameStep`, "back" does not lead to the present one, and with `isPartOfWork` nobody is asked
 * whether to leave something unsaved.
 */
export function navigate(href: string, { isSameStep = false, isPartOfWork = false } = {}): void {
  isMeant = isPartOfWork && href !== location.hash;
  if (isSameStep) {
    history.replaceState(null, "", href);
    showAddress();
  } else {
    location.hash = href;
  }
}

/** Asks before another page is opened while there is something unsaved; returns what ends it. */
export function guardLeave(hasUnsaved: () => boolean, question: Question): () => void {
  const own = { hasUnsaved, question };
  guard = own;
  return () => {
    if (guard === own) guard = undefined;
  };
}

export function watchAddress(): void {
  showTitle();
  addEventListener("hashchange", () => void follow());
  addEventListener("beforeunload", (event) => {
    if (guard?.hasUnsaved() === true) event.preventDefault();
  });
}

/** Of the page that is open. */
export function showTitle(): void {
  document.title = `${route.value.page.title} — ${CONSOLE}`;
}

async function follow(): Promise<void> {
  const wanted = location.hash;
  const asked = guard;
  const mayGo = isMeant || readAddress(wanted).page === route.value.page;
  isMeant = false;
  if (!mayGo && asked?.hasUnsaved() === true) {
    history.pushState(null, "", addressOf(route.value));
    if (!(await askConfirm(asked.question))) return;
    guard = undefined;
    location.hash = wanted;
    return;
  }
  showAddress();
}

function showAddress(): void {
  const next = readAddress(location.hash);
  const isOther = next.page !== route.value.page;
  route.value = next;
  showTitle();
  if (isOther) scrollTo(0, 0);
}

function addressOf({ page, rest, params }: Route): string {
  return hrefOf(page.name, Object.fromEntries(params), rest);
}

function readAddress(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/u, "").split("?", 2);
  const [name, ...rest] = path.split("/").map(decoded);
  const page = PAGES.find((one) => one.name === name) ?? PAGES[0];
  return { page, rest, params: new URLSearchParams(query) };
}

/** A link that somebody cut short must not break the page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
