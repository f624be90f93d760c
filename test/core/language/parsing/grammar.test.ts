/** The grammar and the line scanner agree. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitLines } from "../../../../server/core/language/parsing/lineList.ts";
import { type ScannedLine, scanLine } from "../../../../server/core/language/parsing/scanLine.ts";
import { anyMap, anyText } from "../../../support/arbitraries/maps.ts";
import { scanDocument } from "../../../support/maps/scanWithGrammar.ts";
import { root } from "../../../support/root.ts";
import { runs, skipsLongInput } from "../../../support/runs.ts";

const examples = globSync("examples/**/*.argmap", { cwd: root });

const lineByLine = (text: string): readonly ScannedLine[] => splitLines(text).map(({ raw }) => scanLine(raw));

function expectAgreement(text: string): void {
  expect(lineByLine(text)).toEqual(scanDocument(text));
}

describe("the document rule and the line scanner agree", () => {
  test.skipIf(skipsLongInput).each(examples)("on %s", (path) => {
    expectAgreement(readFileSync(join(root, path), "utf8"));
  });
  test("on random maps", () => {
    fc.assert(fc.property(anyMap, expectAgreement), { numRuns: runs(400) });
  });
  test("on random text", () => {
    fc.assert(fc.property(anyText, expectAgreement), { numRuns: runs(600) });
  });
  test.skipIf(skipsLongInput).each([199, 200, 201, 2000])("on a head of %i words", (length) => {
    const names = Array.from({ length: length - 2 }, (_, index) => `n${index}`).join(" ");
    expectAgreement(`reason for ${names}: x\n  premise ${names}\nclaim ${names}\nclaim a ${names}:`);
  });
});
