// The page «Проба»: a talk with the bot, and a list of questions, before anything is published.
import { useEffect } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { Heading } from "../parts/heading.tsx";
import { SegmentLinks } from "../parts/segments.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { hrefOf, route } from "../shell/router.ts";
import { ChatPart } from "./chat-part.tsx";
import { ComparePart } from "./compare-part.tsx";
import { liveVersion } from "./state.ts";
import { DraftNote } from "./draft-note.tsx";
import { CHAT_PART, LIST_PART, PARTS_LABEL, TITLE } from "./wording.ts";
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
        <SegmentLinks
          label={PARTS_LABEL}
          options={[
            { title: CHAT_PART, href: hrefOf("try"), isChosen: !isList },
            { title: LIST_PART, href: hrefOf("try", { part: "list" }), isChosen: isList },
          ]}
        />
      </Heading>
      <DraftNote content={known} hasSwitch={!isList} />
      {isList ? <ComparePart /> : <ChatPart content={known} />}
    </>
  );
}
