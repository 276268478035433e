// How people voted on an answer, in two small figures.
import { Icon } from "../../shared/parts/icon.tsx";
import { grouped } from "./format.ts";

export function Votes({ up, down }: { readonly up: number; readonly down: number }) {
  return (
    <span class="votes number" role="img" aria-label={`помог ${up}, не помог ${down}`}>
      {up > 0 ? <Vote kind="up" count={up} /> : null}
      {down > 0 ? <Vote kind="against" count={down} /> : null}
    </span>
  );
}

function Vote({ kind, count }: { readonly kind: "up" | "against"; readonly count: number }) {
  return (
    <span data-tone={kind === "up" ? "good" : "bad"}>
      <Icon name={kind} size={14} />
      {grouped(count)}
    </span>
  );
}
