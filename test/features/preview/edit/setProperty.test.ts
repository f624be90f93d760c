import { expect, test } from "vitest";
import type { CardProperty } from "../../../../server/core/tree/cardRules.ts";
import { edit, exampleMap } from "../../../support/workspaces/editCard.ts";

const set = (property: CardProperty, ...values: readonly string[]) => ({
  type: "setProperty" as const,
  property,
  values: [...values],
});
const map = `speaker lind: Lind
speaker roy: Roy

claim keep by lind: It stays.
  likelihood: likely
  tags: air,
    old-town
  // why it is likely
  reason air by lind, roy for other: Cleaner air.

claim other: Another.
`;

test("adds an attribute after the text, before the entries under it", async () => {
  expect(await edit(exampleMap, "It stays.", set("tags", "air", "old-town"))).toEqual({
    at: "air, old-town",
    "main.argmap": exampleMap.replace("It stays.\n", "It stays.\n  tags: air, old-town\n"),
  });
});

test("adds an attribute after the others, indented like them", async () => {
  const source = "claim a: One\n    goes on.\n     note: N.\n  reason: R.\n";
  expect(await edit(source, "One goes on.", set("likelihood", "70%"))).toMatchObject({
    "main.argmap": "claim a: One\n    goes on.\n     note: N.\n     likelihood: 70%\n  reason: R.\n",
  });
});

test("replaces a value, also over several lines, and keeps comments", async () => {
  expect(await edit(map, "It stays.", set("tags", "noise"))).toMatchObject({
    "main.argmap": map.replace("air,\n    old-town", "noise"),
  });
});

test("writes a number as the percentage that it is meant as", async () => {
  expect(await edit(map, "It stays.", set("likelihood", "70"))).toMatchObject({
    "main.argmap": map.replace("likelihood: likely", "likelihood: 70%"),
  });
  expect(await edit(map, "It stays.", set("likelihood", "0.55-0.8"))).toMatchObject({
    "main.argmap": map.replace("likelihood: likely", "likelihood: 55-80%"),
  });
});

test("removes an attribute", async () => {
  expect(await edit(map, "It stays.", set("likelihood"))).toMatchObject({
    "main.argmap": map.replace("  likelihood: likely\n", ""),
  });
});

test("replaces, adds and removes speakers", async () => {
  expect(await edit(map, "It stays.", set("speaker", "roy"))).toMatchObject({
    "main.argmap": map.replace("keep by lind:", "keep by roy:"),
  });
  expect(await edit(map, "Another.", set("speaker", "lind", "roy"))).toMatchObject({
    "main.argmap": map.replace("claim other:", "claim other by lind, roy:"),
  });
  expect(await edit(map, "Cleaner air.", set("speaker"))).toMatchObject({
    "main.argmap": map.replace("air by lind, roy for", "air for"),
  });
});

test("adds a new speaker in the same edit", async () => {
  const action = { ...set("speaker", "lind"), newSpeaker: "Wei Zongyou" };
  expect(await edit(map, "It stays.", action)).toMatchObject({
    "main.argmap": map
      .replace("Roy\n", "Roy\nspeaker wei-zongyou: Wei Zongyou\n")
      .replace("keep by lind:", "keep by lind, wei-zongyou:"),
  });
});

test("does not add a speaker whom the map has", async () => {
  expect(await edit(map, "Another.", { ...set("speaker"), newSpeaker: "roy" })).toMatchObject({
    "main.argmap": map.replace("claim other:", "claim other by roy:"),
  });
});

test("refuses what the entry cannot have, and values that are not valid", async () => {
  expect(await edit(map, "It stays.", set("strength", "weak"))).toEqual({
    type: "rejected",
    message: "A claim cannot have a strength.",
  });
  expect(await edit(map, "It stays.", set("likelihood", "170%"))).toMatchObject({
    message: expect.stringMatching(/^“170%” is not a valid likelihood\. Write a percentage such as 70%/),
  });
});
