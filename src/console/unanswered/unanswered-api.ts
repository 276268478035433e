// What the page of the unanswered questions asks the server, and what it gets: types alone.
import type { Outcome } from "../../faq/outcome.ts";
import type { Door } from "../../journal/open-group.ts";
import type { CandidateExplanation } from "../../search/explain.ts";
import type { Titled } from "../api.ts";

/** `GET unanswered?pool`; pool: unanswered or disliked. */
export interface UnansweredList {
  /** How many days are looked at. */
  readonly days: number;
  /** What most people asked first, a hundred at most; the rest comes up as these are dealt with. */
  readonly groups: readonly UnansweredGroup[];
  /** How many there are, those that are not listed too. */
  readonly total: number;
  /** How many the other pool has. */
  readonly others: number;
}

export interface UnansweredGroup {
  /** Names the group in requests. */
  readonly questionId: string;
  readonly text: string;
  readonly otherTexts: readonly string[];
  readonly count: number;
  readonly people: number;
  /** Unix ms. */
  readonly lastAt: number;
  /** In Russian why it is in the list, with how many. */
  readonly why: string;
  /** Whether what is asked alike later stays off the list as well when this is taken off. */
  readonly hidesAlike: boolean;
  /** What people said against the answer, in Russian, with how many. */
  readonly reasons: readonly { readonly title: string; readonly count: number }[];
  readonly answeredWith: readonly Titled[];
  /** Entries and topics, best first, with the words that speak for each; none that it was answered with in vain. */
  readonly guesses: readonly CandidateExplanation[];
  /** What the bot would do with it today: it may have been taught since. */
  readonly now: { readonly outcome: Outcome; readonly items: readonly Titled[] };
  /** What would be added as a phrase; undefined where no wording is fit. */
  readonly phrase: string | undefined;
}

/** `POST unanswered/teach`; the owner is an entry, or a topic for "not for us"; what another one is found by goes from there. Answered with a SaveResult. */
export interface Teach {
  readonly pool: Door;
  readonly questionId: string;
  readonly ownerId: string;
}

/** `POST unanswered/pasted`: somebody pasted by hand what could not be written. Answered with Done. */
export type Pasted = Teach;

/** `POST unanswered/hide`: not for us. `POST unanswered/unhide` takes it back. Both are answered with Done. */
export interface Hide {
  readonly pool: Door;
  readonly questionId: string;
}
