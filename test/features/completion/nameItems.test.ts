import { expect, test } from "vitest";
import { MAX_NAMES } from "../../../server/features/completion/nameItems.ts";
import { map } from "../../support/maps/markedMap.ts";
import { completionsAt, labelsAt, town } from "../../support/workspaces/completionsAt.ts";

const files = map`
  import air: air.argmap
  import: people.argmap
  claim keep: It stays.
  reason for ¦
  === air.argmap
  claim fell: It fell.
  claim 更清洁: 空气更清洁。
  === people.argmap
  speaker lind: Maja Lind
  claim rest: It rested.
`;

test("offers the names allowed in a clause, with keywords and texts", async () => {
  const completions = await completionsAt(`${town}reason x for ¦`);
  expect(new Set(completions.labels)).toEqual(new Set(["keep", "air", "fell", "cost"]));
  expect(completions.list.items.find(({ label }) => label === "fell")).toMatchObject({
    detail: "It fell by a fifth.",
    labelDetails: { description: "premise" },
  });
  expect(await labelsAt(`${town}claim x by ¦`)).toEqual(["lind", "report"]);
  expect(await labelsAt(`${town}claim x answers ¦`)).toEqual(["charge"]);
  expect(await labelsAt(`${town}claim x contradicts ¦`)).toEqual(["fell", "keep"]);
  expect(await labelsAt(`${town}objection x against ¦`)).toContain("charge");
});

test("offers near names first, and neither the own name nor names that the head has already", async () => {
  expect((await labelsAt(`${town}reason x for ¦`))[0]).toBe("cost");
  expect(await labelsAt("claim keep contradicts ¦: It stays.\nclaim drop: It goes.\n")).toEqual(["drop"]);
  expect(await labelsAt(`${town}objection x against cost, keep, ¦`)).toEqual(["fell", "air", "charge", "by", "for"]);
});

test("completes names with or without a colon after them", async () => {
  expect((await completionsAt(`${town}reason x for ke¦`)).accept("keep")).toBe(`${town}reason x for keep`);
  expect((await completionsAt(`${town}reason x for ke¦xx: Text: with colons.`)).accept("keep")).toBe(
    `${town}reason x for keep: Text: with colons.`,
  );
  const nested = `claim keep: It stays.\n  reason air by li¦\nspeaker lind: Maja Lind\n`;
  expect((await completionsAt(nested)).labels).toEqual(["lind"]);
});

test("offers claims after “premise” and sources after “quote”", async () => {
  expect(await labelsAt(`${town}reason x for keep:\n  premise ¦`)).toEqual([
    "fell",
    "keep",
    "by",
    "contradicts",
    "restates",
    "accepted-by",
    "rejected-by",
  ]);
  expect(await labelsAt(`claim keep: It stays.\n  quote ¦\n${town}`)).toEqual(["report"]);
});

test("offers qualified names of imported files after those of this file", async () => {
  expect(await labelsAt(files)).toEqual(["keep", "air.fell", "air.更清洁", "rest"]);
  expect(await labelsAt(files.replace("for ¦", "by ¦"))).toEqual(["lind"]);
});

test("offers only names of the imported file after a prefix", async () => {
  const completions = await completionsAt(files.replace("for ¦", "for air.f¦"));
  expect(completions.labels).toEqual(["fell", "更清洁"]);
  expect(completions.accept("更清洁")).toContain("reason for air.更清洁\n");
  expect((await completionsAt(files.replace("for ¦", "for ai¦r.fell: x"))).accept("keep")).toContain(
    "reason for keep: x\n",
  );
  expect(await labelsAt(files.replace("for ¦", "for none.¦"))).toEqual([]);
});

test("replaces whole names, with hyphens and letters of any script", async () => {
  const source = "claim old-town_2: It stays.\nclaim 老城: 老城。\nclaim café: Coffee.\n";
  expect((await completionsAt(`${source}reason for old-t¦own: x`)).accept("老城")).toBe(`${source}reason for 老城: x`);
  expect((await completionsAt(`${source}reason for 老¦`)).accept("老城")).toBe(`${source}reason for 老城`);
  const decomposed = (await completionsAt(`${source}reason for cafe\u0301¦`)).list.items.find(
    ({ label }) => label === "café",
  );
  expect(decomposed?.filterText, "clients compare code units").toBe("cafe\u0301");
});

test("offers names from heads with syntax errors", async () => {
  expect(await labelsAt("claim keep by by: It stays.\n;;;\nreason for ¦")).toEqual(["keep"]);
});

test("limits the number of names to the best matches", async () => {
  const many = Array.from({ length: 10_000 }, (_, number) => `claim name-${number}: Text ${number}.\n`).join("");
  const all = await completionsAt(`${many}claim the-77: Last.\nreason for ¦`);
  expect(all.list.isIncomplete).toBe(true);
  expect(all.list.items).toHaveLength(MAX_NAMES);
  expect(all.labels[0], "the nearest name").toBe("the-77");
  const some = await completionsAt(`${many}reason for 9999¦`);
  expect(some.labels).toEqual(["name-9999"]);
  expect((await completionsAt(`${many}reason for nm9¦`)).labels[0], "as a subsequence").toMatch(/^name-.*9/);
  expect(
    (await completionsAt(`${town}reason for zzz¦`)).labels,
    "few names are sent unfiltered, so that the client can filter them",
  ).toHaveLength(4);
});
