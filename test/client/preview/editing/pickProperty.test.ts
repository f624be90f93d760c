import { expect, test, vi } from "vitest";

vi.mock("vscode", () => import("../../../support/fakeVscode.ts"));
const { acceptedItems, foundItem, propertyItems, typedItem } = await import(
  "../../../../client/preview/editing/pickProperty.ts"
);

const speakers = {
  choices: [
    { value: "lind", label: "Mara Lind", detail: "lind" },
    { value: "roy", label: "Roy", detail: undefined },
  ],
  current: ["lind"],
  isList: true,
};
const likelihoods = { choices: [{ value: "even", label: "even", detail: "45–55%" }], current: ["even"], isList: false };

test("lists speakers by their full names", () => {
  expect(propertyItems(speakers)).toEqual([
    { label: "Mara Lind", description: "lind", value: "lind" },
    { label: "Roy", value: "roy" },
  ]);
});

test("marks the current value of a scale, and offers to remove it", () => {
  const items = propertyItems(likelihoods);
  expect(items.map(({ label, value }) => [label, value])).toEqual([
    ["$(check) even", "even"],
    ["", undefined],
    ["None", ""],
  ]);
  expect(propertyItems({ ...likelihoods, current: [] })).toHaveLength(1);
});

test("offers a typed value that is not in the list", () => {
  expect(typedItem("Wei Zongyou", speakers, "speaker")?.label).toBe("$(add) New speaker “Wei Zongyou”");
  expect(typedItem("mara lind", speakers, "speaker")).toBeUndefined();
  expect(typedItem("70%", likelihoods, "likelihood")?.label).toBe("$(add) Use “70%”");
  expect(typedItem("ev", likelihoods, "likelihood")).toBeUndefined();
});

test("offers no scheme that does not exist", () => {
  const schemes = {
    choices: [{ value: "expert-opinion", label: "expert opinion", detail: undefined }],
    current: [],
    isList: true,
  };
  expect(typedItem("expert", schemes, "scheme")).toBeUndefined();
  expect(typedItem("folklore 2", schemes, "scheme")).toBeUndefined();
});

test("joins the words of a typed tag", () => {
  const tags = { choices: [], current: [], isList: true };
  expect(typedItem(" old  town, air ", tags, "tags")?.value).toBe("old-town, air");
});

test("accepts what is checked, or else what the typed text found", () => {
  const [lind, roy] = propertyItems(speakers);
  if (lind === undefined || roy === undefined) throw new Error("The list is empty.");
  expect(acceptedItems([lind], [lind], roy)).toEqual([lind, roy]);
  expect(acceptedItems([lind], [lind], undefined)).toEqual([lind]);
  expect(acceptedItems([], [lind], roy)).toEqual([]);
});

test("finds the first item that contains the typed text, or else the one for a new value", () => {
  const listed = propertyItems(speakers);
  const newItem = typedItem("Wei Zongyou", speakers, "speaker");
  if (newItem === undefined) throw new Error("There is no item for a new speaker.");
  const items = [...listed, newItem];
  expect(foundItem(items, "RO")).toBe(listed[1]);
  expect(foundItem(items, "lind")).toBe(listed[0]);
  expect(foundItem(items, "Wei  Zongyou")).toBe(newItem);
  expect(foundItem(items, " ")).toBeUndefined();
});
