// The page «Проба».
import { Heading } from "../parts/heading.tsx";

export function TryPage() {
  return <Heading title="Проба" />;
}
