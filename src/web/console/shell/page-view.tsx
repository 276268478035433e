// Fetches the page of the address and shows it; one that breaks leaves the frame whole.
import { Component, type ComponentChildren, type ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type PageName, hasMoved, route } from "./router.ts";
import { Failed, Skeleton } from "../parts/states.tsx";

const RELOAD = "Перезагрузить";

/** Each page is a chunk of its own, fetched when it is opened. */
export const LOADERS: Readonly<Record<PageName, () => Promise<ComponentType>>> = {
  overview: async () => (await import("../overview/index.tsx")).OverviewPage,
  questions: async () => (await import("../questions/index.tsx")).QuestionsPage,
  unanswered: async () => (await import("../unanswered/index.tsx")).UnansweredPage,
  content: async () => (await import("../content/index.tsx")).ContentPage,
  try: async () => (await import("../try/index.tsx")).TryPage,
  state: async () => (await import("../state/index.tsx")).StatePage,
};

type Fetched = { readonly kind: "page"; readonly name: PageName; readonly Page: ComponentType } | Outdated;

/** The program was built anew: the chunks that this page knows are gone. */
interface Outdated {
  readonly kind: "outdated";
}

export function PageView() {
  const { name } = route.value.page;
  const [fetched, setFetched] = useState<Fetched>();
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const found = await fetchPage(name);
      if (isWanted) setFetched(found);
    };
    void load();
    return () => {
      isWanted = false;
      hasMoved.value = true;
    };
  }, [name]);
  if (fetched?.kind === "outdated") {
    return (
      <Failed
        title="Пульт обновился"
        message="Перезагрузите страницу, чтобы работать с новой версией."
        action={RELOAD}
        onRetry={() => location.reload()}
      />
    );
  }
  if (fetched === undefined || fetched.name !== name) return <Skeleton />;
  return (
    <Fence key={name}>
      <fetched.Page />
    </Fence>
  );
}

async function fetchPage(name: PageName): Promise<Fetched> {
  try {
    return { kind: "page", name, Page: await LOADERS[name]() };
  } catch {
    return { kind: "outdated" };
  }
}

class Fence extends Component<{ readonly children: ComponentChildren }, { readonly hasBroken: boolean }> {
  override state = { hasBroken: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ hasBroken: true });
    // For whoever looks into the console of the browser.
    reportError(error);
  }

  override render() {
    if (!this.state.hasBroken) return this.props.children;
    return (
      <Failed
        title="Страница сломалась"
        message="Это ошибка пульта, ваши данные целы. Перезагрузите страницу; если не поможет, сообщите тому, кто ведёт бота."
        action={RELOAD}
        onRetry={() => location.reload()}
      />
    );
  }
}
