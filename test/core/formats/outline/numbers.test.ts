/** Items of an outline whose numbers are not in order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { importText } from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";

const kialo = dedent(`
  1. It should stay.
  1.1. Pro: It is clean.
  1.1.1. Con: It rained.
  1.1.2. Con: It was cold.
  1.2. Con: It is dear.
  1.2.1. Pro: It costs a lot.
  1.3. Pro: It works.
  2. It should be free.
  2.1. Con: Nobody pays then.
`);
const lines = kialo.trimEnd().split("\n");
const [first = "", ...others] = lines;

test("items are below those whose numbers they have, in any order of the lines", async () => {
  const { text } = await importText(kialo, "kialo");
  // A root keeps its place among the roots, and an item comes after those that it is below.
  const isAfterAbove = (order: readonly string[]): boolean =>
    order.every((line, at) => {
      const above = /^([\d.]+)\.\d+\./u.exec(line)?.[1];
      return above === undefined || order.slice(0, at).some((one) => one.startsWith(`${above}. `));
    });
  await fc.assert(
    fc.asyncProperty(
      fc
        .shuffledSubarray(others, { minLength: others.length })
        .map((order) => [first, ...order])
        .filter(isAfterAbove),
      async (order) => {
        expect(await importText(order.join("\n"), "kialo")).toEqual({ text, omissions: [] });
      },
    ),
  );
});

test("an item below a number that is missing is below the nearest one above that, and is listed", async () => {
  const { text, omissions } = await importText(
    "1. It should stay.\n1.1. Pro: It is clean.\n1.2.1. Con: Not so dear.\n",
    "kialo",
  );
  expect(text).toBe("claim: It should stay.\n  reason: It is clean.\n  objection: Not so dear.\n");
  expect(omissions).toEqual([{ what: "items below a number that is missing, which moved up", where: ["line 3"] }]);
});

test("simple numbers keep their order, and begin again in each section", async () => {
  const { text, omissions } = await importText(
    "# A\n2. It rains.\n1. It is cold.\n1.1 So it is.\n\n# B\n1. It is late.\n1.1 It is dark.\n",
    "markdown",
  );
  expect(omissions.map(({ what }) => what)).not.toContain("items below a number that is missing, which moved up");
  expect(text).toMatch(/It rains.*It is cold\.\n {2}reason: So it is.*It is late\.\n {2}reason: It is dark\./su);
});
