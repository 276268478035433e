import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DATABASES, type TestPlace } from "../../test/support/database/databases.ts";
import type { GroupState } from "../dialog/group/group-state.ts";
import type { Store } from "../store/store.ts";
import { createGroupStates } from "./group-states.ts";

const GROUP = -7;
const PERSON = 774_411_229;

describe.each(DATABASES)("the states of groups in $name", (database) => {
  let place: TestPlace;
  let store: Store;
  let time = 0;
  const now = () => time;
  beforeEach(async () => {
    place = await database.newPlace();
    store = await place.open();
    time = 0;
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const state: GroupState = {
    isQuiet: true,
    answers: [{ entryId: "a", messageId: "m", at: 0 }],
    turns: [{ userId: PERSON, at: 0 }],
  };

  test("who spoke lately is known, and stands in no table", async () => {
    const groups = createGroupStates(store.chatStates, now);
    await groups.write(GROUP, state);
    expect(await groups.read(GROUP)).toEqual(state);
    expect(await store.chatStates.read(GROUP)).not.toContain(`${PERSON}`);
  });

  test("a restart forgets who spoke, and nothing else", async () => {
    await createGroupStates(store.chatStates, now).write(GROUP, state);
    const after = createGroupStates(store.chatStates, now);
    expect(await after.read(GROUP)).toEqual({ ...state, turns: [] });
  });

  test("what is a minute old is forgotten as soon as another group speaks", async () => {
    const groups = createGroupStates(store.chatStates, now);
    await groups.write(GROUP, state);
    time = 60_000;
    await groups.write(GROUP - 1, { ...state, turns: [{ userId: 1, at: time }] });
    expect((await groups.read(GROUP)).turns).toEqual([]);
    expect((await groups.read(GROUP - 1)).turns).toHaveLength(1);
  });
});
