// Each page is a chunk of its own, fetched when it is opened.
import type { ComponentType } from "preact";
import type { PageName } from "./pages.ts";

export const LOADERS: Readonly<Record<PageName, () => Promise<ComponentType>>> = {
  overview: async () => (await import("./overview/index.tsx")).OverviewPage,
  questions: async () => (await import("./questions/index.tsx")).QuestionsPage,
  unanswered: async () => (await import("./unanswered/index.tsx")).UnansweredPage,
  content: async () => (await import("./content/index.tsx")).ContentPage,
  try: async () => (await import("./try/index.tsx")).TryPage,
  state: async () => (await import("./state/index.tsx")).StatePage,
};
