// The ways between the pages. A phone has room for five at the bottom: the rest is behind "more".
import { useEffect, useState } from "preact/hooks";
import { PAGES, type Session } from "../../../console/api.ts";
import botAddress from "../../shared/bot.svg";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { Icon, type IconName } from "../../shared/parts/icon.tsx";
import { showToast } from "../../shared/parts/toast.tsx";
import { CONSOLE, type PageEntry, hrefOf, route } from "./router.ts";
import { signOut } from "./session.ts";
import * as styles from "./navigation.module.css";

const NAVIGATION = "Разделы";
const AT_HAND = 4;

export function Navigation({ session }: { readonly session: Session }) {
  const [isMore, setIsMore] = useState(false);
  const current = route.value.page;
  // By "back", too.
  useEffect(() => setIsMore(false), [current]);
  return (
    <nav class={styles.navigation} aria-label={NAVIGATION}>
      <p class={styles.brand}>
        <img src={botAddress} alt="" width="36" height="36" />
        <span class={styles.brandText}>
          <strong>{CONSOLE}</strong>
          <span class="faint">{session.organization}</span>
        </span>
      </p>
      <ul class={styles.ways}>
        {PAGES.map((page, at) => (
          <li key={page.name} class={at < AT_HAND ? undefined : "wide-only"}>
            <PageLink page={page} isCurrent={page === current} />
          </li>
        ))}
        <li class="phone-only">
          <button
            type="button"
            class={styles.way}
            aria-haspopup="dialog"
            aria-current={PAGES.indexOf(current) >= AT_HAND ? "true" : undefined}
            onClick={() => setIsMore(true)}
          >
            <Icon name="more" />
            <span>Ещё</span>
          </button>
        </li>
      </ul>
      <ul class={`${styles.ways} ${styles.outward} wide-only`}>
        <Outward session={session} />
      </ul>
      {isMore ? (
        <Dialog title={NAVIGATION} onClose={() => setIsMore(false)}>
          <ul class={styles.ways} onClick={() => setIsMore(false)}>
            {PAGES.slice(AT_HAND).map((page) => (
              <li key={page.name}>
                <PageLink page={page} isCurrent={page === current} />
              </li>
            ))}
            <Outward session={session} />
          </ul>
        </Dialog>
      ) : null}
    </nav>
  );
}

function PageLink({ page, isCurrent }: { readonly page: PageEntry; readonly isCurrent: boolean }) {
  const icon: IconName = page.name;
  return (
    <a class={styles.way} href={hrefOf(page.name)} aria-current={isCurrent ? "page" : undefined}>
      <Icon name={icon} />
      <span>{page.title}</span>
    </a>
  );
}

async function leave(): Promise<void> {
  const answer = await signOut();
  if (answer.kind === "failed") showToast({ text: answer.message, look: "bad" });
}

/** What leads out: to the chat of the local MAX, or out of the session. */
function Outward({ session }: { readonly session: Session }) {
  return (
    <>
      {session.hasChat === true ? (
        <li>
          <a class={styles.way} href="/">
            <Icon name="chat" />
            <span>Чат</span>
          </a>
        </li>
      ) : null}
      {session.kind === "signed-in" ? (
        <li>
          <button type="button" class={styles.way} onClick={() => void leave()}>
            <Icon name="exit" />
            <span>Выйти</span>
          </button>
        </li>
      ) : null}
    </>
  );
}
