// What is shown: nothing yet, the sign-in, or the frame with a page in it.
import { useEffect } from "preact/hooks";
import { ConfirmHost } from "../parts/confirm.tsx";
import { Failed } from "../parts/states.tsx";
import { ToastHost } from "../../shared/parts/toast.tsx";
import botAddress from "../../chat/bot.svg";
import { Frame } from "./frame.tsx";
import { loadSession } from "./session.ts";
import { session } from "./session-state.ts";
import { SignIn } from "./sign-in.tsx";
import { LOADING } from "./wording.ts";

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
        <main class="alone">
          <Failed message={now.message} onRetry={loadSession} />
        </main>
      );
    case "signed-out":
      return <SignIn hasEnded={now.hasEnded === true} />;
    case "signed-in":
    case "open":
      return <Frame session={now} />;
  }
}
