// The page «Проба»: a talk with the bot, and a list of questions, before anything is published.
import { useEffect } from "preact/hooks";
import type { Content } from "../../../console/api.ts";
import { Heading } from "../parts/heading.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { hrefOf, route } from "../shell/router.ts";
import { ChatPart } from "./chat-part.tsx";
import { ComparePart } from "./compare-part.tsx";
import { liveVersion } from "./desk.ts";
import { DraftNote } from "./draft-note.tsx";
import { CHAT_PART, LIST_PART, PARTS_LABEL, TITLE } from "./wording.ts";
import "../parts/segments.css";
import "./try.css";

export function TryPage() {
  const isList = route.value.params.get("part") === "list";
  const content = useLoaded<Content>("content", {}, ["content"]);
  const known = content.kind === "loaded" ? content.value : undefined;
  const version = known?.version;
  useEffect(() => {
    // While it is being read anew, the last one holds.
    if (version !== undefined) liveVersion.value = version;
  }, [version]);
  return (
    <>
      <Heading title={TITLE}>
        <nav class="segments" aria-label={PARTS_LABEL}>
          <a class="segment" href={hrefOf("try")} aria-current={isList ? undefined : "page"}>
            {CHAT_PART}
          </a>
          <a
            class="segment"
            href={hrefOf("try", { part: "list" })}
            aria-current={isList ? "page" : undefined}
          >
            {LIST_PART}
          </a>
        </nav>
      </Heading>
      <DraftNote content={known} hasSwitch={!isList} />
      {isList ? <ComparePart /> : <ChatPart content={known} />}
    </>
  );
}
