// Why it was answered so: the very view of the chat page.
import { useEffect, useRef } from "preact/hooks";
import { explanationView } from "../../chat/explanation.js";
import { talk } from "./desk.ts";
import { WHY_HINT, WHY_TITLE } from "./wording.ts";
import "../../chat/explanation.css";

export function WhyPanel() {
  const explanation = talk.explanation.value;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = explanation === undefined ? [] : [explanationView(explanation)];
    ref.current?.replaceChildren(...view);
  }, [explanation]);
  return (
    <aside class="card try-why" aria-labelledby="try-why-title" tabIndex={0}>
      <h2 id="try-why-title">{WHY_TITLE}</h2>
      {explanation === undefined ? <p class="faint">{WHY_HINT}</p> : null}
      <div ref={ref} />
    </aside>
  );
}
