// What is shown: nothing yet, the sign-in, or the frame with a page in it.
import { useEffect, useRef } from "preact/hooks";
import { ConfirmHost } from "../parts/confirm.tsx";
import { Failed, LOADING } from "../parts/states.tsx";
import { ToastHost } from "../../shared/parts/toast.tsx";
import botAddress from "../../shared/bot.svg";
import { loadSession } from "./session.ts";
import { session } from "./api-client.ts";
import { SignIn } from "./sign-in.tsx";
import type { Session } from "../../../console/api.ts";
import { Navigation } from "./navigation.tsx";
import { isOffline, listen } from "./live.ts";
import { PageView } from "./page-view.tsx";
import * as styles from "./app.module.css";

export function App() {
  useEffect(() => void loadSession(), []);
  return (
    <>
      <Inside />
      <ToastHost />
      <ConfirmHost />
    </>
  );
}

function Inside() {
  const now = session.value;
  switch (now.kind) {
    case "loading":
      return (
        <p class="splash">
          <img src={botAddress} alt={LOADING} width="64" height="64" />
        </p>
      );
    case "failed":
      return (
        <main class={styles.alone}>
          <Failed message={now.message} onRetry={loadSession} />
        </main>
      );
    case "signed-out":
      return (
        <main class={styles.alone}>
          <SignIn hasEnded={now.hasEnded === true} />
        </main>
      );
    case "signed-in":
    case "open":
      return <Frame session={now} />;
  }
}

/** The frame of every page: the navigation at the left or, on a phone, at the bottom. */
function Frame({ session }: { readonly session: Session }) {
  const main = useRef<HTMLElement>(null);
  useEffect(listen, []);
  return (
    <div class={styles.frame}>
      <a
        class={styles.skip}
        href="#main"
        onClick={(event) => {
          // The address names the page; the focus alone is moved.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        К содержанию страницы
      </a>
      <Navigation session={session} />
      <main ref={main} id="main" class={styles.page} tabIndex={-1}>
        <p class="offline" role="status" hidden={!isOffline.value}>
          {isOffline.value ? "Нет связи с программой. Пульт подключится сам, как только она ответит." : ""}
        </p>
        <PageView />
      </main>
    </div>
  );
}
