// The way to save what a page shows of the journal, all of it, as a table for a spreadsheet.
import { API } from "../../../console/api.ts";
import { queryOf, type Params } from "../shell/api-client.ts";

/** `path` and `params` as the page itself asks. */
export function TableLink({ path, params }: { readonly path: string; readonly params: Params }) {
  return (
    <a class="screen-only" href={`${API}/${path}.csv${queryOf(params)}`} download>
      Скачать таблицей
    </a>
  );
}
