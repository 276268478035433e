// The page «Содержание».
import { Heading } from "../parts/heading.tsx";

export function ContentPage() {
  return <Heading title="Содержание" />;
}
