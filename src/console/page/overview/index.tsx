// The page «Обзор».
import { Heading } from "../parts/heading.tsx";

export function OverviewPage() {
  return <Heading title="Обзор" />;
}
