import { expect, test } from "vitest";
import { unusedName } from "../../../client/editor/unusedName.ts";

test.each([
  [[], "talk.argmap"],
  [["Talk.argmap"], "talk-2.argmap"],
  [["talk.argmap", "talk-2.argmap", "talk-4.argmap"], "talk-3.argmap"],
])("finds a name that is not taken in %j", (taken, name) => {
  expect(unusedName("talk", taken)).toBe(name);
});
