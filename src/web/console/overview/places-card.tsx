// Private chats and chats of classes.
import type { Overview } from "../../../console/api.ts";
import type { QuestionsHref } from "./questions-href.ts";
import { Split } from "./split.tsx";
import * as wording from "./wording.ts";

export function PlacesCard({
  places,
  questionsHref,
}: {
  readonly places: Overview["places"];
  readonly questionsHref: QuestionsHref;
}) {
  return (
    <section class="card">
      <h2>{wording.PLACES}</h2>
      <Split
        parts={[
          {
            title: wording.PRIVATE,
            count: places.private,
            colour: "--accent",
            href: questionsHref({ place: "private" }),
          },
          {
            title: wording.GROUP,
            count: places.group,
            colour: "--plot-topic",
            href: questionsHref({ place: "group" }),
          },
        ]}
      />
    </section>
  );
}
