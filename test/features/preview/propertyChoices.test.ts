import { expect, test } from "vitest";
import type { CardProperty } from "../../../server/core/tree/cardRules.ts";
import { propertyChoices } from "../../../server/features/preview/propertyChoices.ts";
import { Trees } from "../../../server/workspace/trees.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

const source = `import: other.argmap
speaker lind: Mara Lind

claim keep by lind: Stay.
  tags: air, noise
  likelihood: 70%
  reason for keep: Cleaner.
    tags: noise
    scheme: my-own, example
=== other.argmap
speaker roy: Roy
claim: X
  tags: noise, shops
`;

async function choices(text: string, property: CardProperty) {
  const { workspace, uri } = await openWorkspace(source);
  const trees = new Trees(workspace);
  const card = trees.watch(uri)?.tree.cards.find((one) => one.text === text)?.id;
  return card && propertyChoices(trees, uri, card, property);
}

test("offers the speakers of the map and of imported maps by their full names", async () => {
  expect(await choices("Stay.", "speaker")).toEqual({
    choices: [
      { value: "lind", label: "Mara Lind", detail: "lind" },
      { value: "roy", label: "Roy", detail: "roy" },
    ],
    current: ["lind"],
    isList: true,
  });
});

test("offers the tags that are used, the most frequent first", async () => {
  const { choices: tags, current } = (await choices("Stay.", "tags")) ?? {};
  expect(tags?.map(({ value }) => value)).toEqual(["noise", "air", "shops"]);
  expect(current).toEqual(["air", "noise"]);
});

test("offers the words of the scale with what they mean, and the current percentage", async () => {
  const { choices: likelihoods } = (await choices("Stay.", "likelihood")) ?? {};
  expect(likelihoods?.slice(0, 3)).toEqual([
    { value: "70%", label: "70%", detail: undefined },
    { value: "almost-no-chance", label: "almost-no-chance", detail: "1–5%" },
    { value: "very-unlikely", label: "very-unlikely", detail: "5–20%" },
  ]);
  const { choices: strengths } = (await choices("Cleaner.", "strength")) ?? {};
  expect(strengths?.map(({ value, detail }) => `${value} ${detail}`)).toEqual([
    "weak 30%",
    "moderate 55%",
    "strong 80%",
    "conclusive 100%",
  ]);
});

test("offers the schemes that the map uses before all others", async () => {
  const { choices: schemes, current } = (await choices("Cleaner.", "scheme")) ?? {};
  expect(schemes?.slice(0, 3).map(({ value }) => value)).toEqual(["my-own", "example", "modus-ponens"]);
  expect(current).toEqual(["my-own", "example"]);
});

test("offers nothing that the entry cannot have", async () => {
  expect(await choices("Stay.", "scheme")).toBeUndefined();
});
