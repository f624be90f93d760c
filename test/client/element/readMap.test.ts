import { expect, test } from "vitest";
import { readMap } from "../../../client/element/readMap.ts";
import { buildTree } from "../../../server/core/tree/buildTree.ts";

/** Reads a map among others, by their addresses. Returns the texts of its cards, and the addresses that were read. */
async function read(text: string, others: Readonly<Record<string, string>> = {}) {
  const requested: string[] = [];
  const file = await readMap("https://maps.test/a/main.argmap", text, async (address) => {
    requested.push(address);
    return others[address];
  });
  const texts = [...buildTree(file, () => []).cardEntries.values()].map(({ card }) => card.text);
  return { texts, requested, targets: file.imports.map(({ target }) => target.state) };
}

test("an import is read from its address, relative to the map", async () => {
  const map = "import: ../b/costs.argmap\n\nclaim keep: It should stay.\n  reason: It pays.\n    premise costs\n";
  const others = { "https://maps.test/b/costs.argmap": "claim costs: It costs little.\n" };
  const { texts, requested } = await read(map, others);
  expect(texts).toContain("It costs little.");
  expect(requested).toEqual(["https://maps.test/b/costs.argmap"]);
});

test("each map is read once, also if several import it", async () => {
  const map = "import: one.argmap\nimport: two.argmap\n\nclaim: It stays.\n";
  const { requested } = await read(map, {
    "https://maps.test/a/one.argmap": "import: people.argmap\n",
    "https://maps.test/a/two.argmap": "import: people.argmap\n",
    "https://maps.test/a/people.argmap": "speaker lind: Ada Lind\n",
  });
  expect(requested.sort()).toEqual(["one", "people", "two"].map((name) => `https://maps.test/a/${name}.argmap`));
});

test("maps that import each other are read, and their links do not go in a circle", async () => {
  const map = "import: other.argmap\n\nclaim: It stays.\n";
  const { texts, targets } = await read(map, { "https://maps.test/a/other.argmap": "import: main.argmap\n" });
  expect(texts).toEqual(["It stays."]);
  expect(targets).toEqual(["found"]);
  expect((await read("import: main.argmap\n\nclaim: It stays.\n")).targets).toEqual(["circular"]);
});

test("maps that import each other on billions of paths are read", async () => {
  const layers = Array.from({ length: 40 }, (_, layer) => layer);
  const imports = (layer: number): string => `import: a${layer}.argmap\nimport: b${layer}.argmap\n`;
  const others = layers.flatMap((layer) =>
    ["a", "b"].map((name) => [`https://maps.test/a/${name}${layer}.argmap`, imports(layer + 1)]),
  );
  // The last layer comes first, so that its links are known when the others are linked.
  const map = `${layers.toReversed().map(imports).join("")}\nclaim: It stays.\n`;
  const { targets } = await read(map, Object.fromEntries(others));
  expect(new Set(targets)).toEqual(new Set(["found"]));
});

test("without an import, the rest of the map is read", async () => {
  const { texts, targets } = await read("import: gone.argmap\n\nclaim: It stays.\n");
  expect(texts).toEqual(["It stays."]);
  expect(targets).toEqual(["missing"]);
});
