// Which chats are looked at, as it stands in the address.

export type Place = "all" | "private" | "group";

export const PLACES: readonly Place[] = ["all", "private", "group"];

export function readPlace(params: URLSearchParams): Place {
  return PLACES.find((place) => place === params.get("place")) ?? "all";
}

/** What the address says of it: nothing of the usual. */
export function placeParam(place: Place): string | undefined {
  return place === "all" ? undefined : place;
}
