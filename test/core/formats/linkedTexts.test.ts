import fc from "fast-check";
import { expect, test } from "vitest";
import { exportMap } from "../../../server/core/formats/convert.ts";
import { fromLinkedTexts, toLinkedTexts } from "../../../server/core/formats/linkedTexts.ts";
import { formatWithId } from "../../../server/core/formats/registry.ts";
import type { MapFile } from "../../../server/core/language/map.ts";
import { anyMaps } from "../../support/arbitraries/workspaces.ts";
import { linkedMaps } from "../../support/maps/linkedMaps.ts";
import { openAll } from "../../support/maps/mapFiles.ts";

/** Returns a map as it arrives in another thread. */
function copy(file: MapFile): MapFile {
  const copied = fromLinkedTexts(structuredClone(toLinkedTexts(file)));
  if (copied === undefined) throw new Error("There is no map.");
  return copied;
}

function exported(file: MapFile) {
  const format = formatWithId("argdown");
  if (format === undefined) throw new Error("There is no such format.");
  return exportMap(file, "map", format);
}

test("a map that is read again finds what its imports define", async () => {
  const { file } = linkedMaps(
    "claim air: The air got cleaner.",
    "import: 0.argmap\nclaim keep: Keep it.\n  premise air",
  );
  expect((await exported(copy(file))).content).toContain("The air got cleaner.");
});

test("an import that could not be read stays one that could not", () => {
  const { file } = linkedMaps("import: none.argmap\nclaim keep: Keep it.");
  expect(toLinkedTexts(file)).toMatchObject([{ imports: [null] }]);
  expect(copy(file).imports.map(({ target }) => target.state)).toEqual(["missing"]);
});

test("no texts are no map", () => {
  expect(fromLinkedTexts([])).toBeUndefined();
});

test("any map is exported in the same way after it was read again", async () => {
  await fc.assert(
    fc.asyncProperty(anyMaps, async (files) => {
      for (const file of (await openAll(files)).files())
        expect(await exported(copy(file))).toEqual(await exported(file));
    }),
    { numRuns: 20 },
  );
});
