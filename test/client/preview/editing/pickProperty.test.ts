import { expect, test, vi } from "vitest";

vi.mock("vscode", () => import("../../../support/fakeVscode.ts"));
const { propertyItems, typedItem } = await import("../../../../client/preview/editing/pickProperty.ts");

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
