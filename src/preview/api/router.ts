// Finds the method of the API that a request asks for.
import { type ApiReply, type ApiRequest, refuse } from "./reply.ts";

export interface Route {
  readonly method: string;
  /** `{name}` stands for any one segment. */
  readonly path: string;
  readonly handle: (request: ApiRequest) => ApiReply | Promise<ApiReply>;
}

export type Found =
  | { readonly kind: "found"; readonly route: Route; readonly path: ApiRequest["path"] }
  | { readonly kind: "refused"; readonly reply: ApiReply };

/** The route of `method` and `path`; else 405 where the path has other methods, and 404. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found {
  const samePath = routes.flatMap((route) => {
    const values = matchPath(route.path, path);
    return values === undefined ? [] : [{ route, path: values }];
  });
  const hit = samePath.find(({ route }) => route.method === method);
  if (hit !== undefined) return { kind: "found", ...hit };
  const reply =
    samePath.length > 0
      ? refuse(405, "method.not.allowed", `Method ${method} is not allowed for ${path}`)
      : refuse(404, "not.found", `Unknown path ${path}`);
  return { kind: "refused", reply };
}

function matchPath(pattern: string, path: string): ApiRequest["path"] | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(?<name>\w+)\}$/u.exec(part)?.groups?.["name"];
    if (name === undefined && part !== value) return undefined;
    if (name !== undefined) values[name] = value;
  }
  return values;
}
