// Which content is live, and why the file is not where it was refused.
import type { State } from "../../../console/api.ts";
import { Facts } from "./facts.tsx";
import * as wording from "./wording.ts";

export function ContentCard({ content }: { readonly content: State["content"] }) {
  const { file, version, entries, phrases, faults } = content;
  return (
    <section class="card">
      <h2>{wording.CONTENT}</h2>
      <Facts
        facts={[
          [wording.FILE, <code key="file">{file}</code>],
          [wording.VERSION, <code key="version">{version}</code>],
          [wording.SIZE, wording.sizeInWords(entries, phrases)],
        ]}
      />
      {faults.length === 0 ? (
        <p class="faint content-fine">{wording.CONTENT_FINE}</p>
      ) : (
        <div class="faults">
          <h3>{wording.FAULTS_TITLE}</h3>
          <p>{wording.FAULTS_HINT}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
