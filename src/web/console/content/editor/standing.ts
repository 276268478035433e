// How it stands with a draft, in a line.
import * as said from "./editor-wording.ts";
import type { Desk } from "./use-desk.ts";

export interface Standing {
  readonly look: "plain" | "good" | "warn" | "bad";
  readonly text: string;
}

export function standingOf(
  { editing, check, faults, hasTried }: Pick<Desk, "editing" | "check" | "faults" | "hasTried">,
  hasDraft: boolean,
): Standing {
  if (editing.leaving.value !== undefined) return { look: "good", text: said.SAVED_SOON };
  if (!hasDraft) return { look: "plain", text: said.UNCHANGED };
  if (faults.length > 0) {
    return { look: hasTried ? "bad" : "plain", text: said.faultsInWords(faults.length, hasTried) };
  }
  const state = check.state.value;
  switch (state.kind) {
    case "idle":
      return { look: "plain", text: said.UNCHANGED };
    case "checking":
      return { look: "plain", text: said.CHECKING };
    case "failed":
      return { look: "bad", text: state.message };
    case "checked":
      break;
  }
  const { result } = state;
  switch (result.kind) {
    case "unfit":
      return { look: "bad", text: said.UNFIT };
    case "conflict":
      return { look: "bad", text: said.CONFLICT };
    case "fit": {
      const { diff, warnings, replies } = result;
      if (diff.length === 0) return { look: "plain", text: said.UNCHANGED };
      const asked = replies.reduce((sum, { questions }) => sum + questions.length, 0);
      const text = said.fitInWords(warnings.length, asked);
      return { look: warnings.length > 0 ? "warn" : "good", text };
    }
  }
}
