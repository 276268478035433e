// The frame of every page: the navigation at the left or, on a phone, at the bottom.
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../../../console/api.ts";
import { Navigation } from "./navigation.tsx";
import { isOffline, listen } from "./live.ts";
import { PageView } from "./page-view.tsx";
import { OFFLINE, SKIP } from "./wording.ts";

export function Frame({ session }: { readonly session: Session }) {
  const main = useRef<HTMLElement>(null);
  useEffect(listen, []);
  return (
    <div class="frame">
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The address names the page; the focus alone is moved.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {SKIP}
      </a>
      <Navigation session={session} />
      <main ref={main} id="main" class="page" tabIndex={-1}>
        <p class="offline" role="status" hidden={!isOffline.value}>
          {isOffline.value ? OFFLINE : ""}
        </p>
        <PageView />
      </main>
    </div>
  );
}
