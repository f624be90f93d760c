/** The comments of an Argdown text, which its parser skips. */
import { expect, test } from "vitest";
import { importText } from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";

test("lists every comment with the line on which it begins", async () => {
  const { omissions } = await importText(
    dedent(`
      // at the top
      // and once more

      [Keep]: The toll /* so far */ should stay. // at the end of a line
        // indented
        + <Air>: The air got cleaner.
          - <Winter>: The winter was mild.

      <!-- over
      two lines -->

      // after a blank line

      <Air>

      (1) Nitrogen dioxide fell.
      -- Modus Ponens /* of sorts */ --
      (2) [Keep]
      // at the bottom`),
    "argdown",
  );
  const lines = [1, 2, 4, 4, 5, 9, 12, 17, 19];
  expect(omissions).toEqual([{ what: "comments", where: lines.map((line) => `line ${line}`) }]);
});

test("takes no address or data for a comment", async () => {
  const { omissions } = await importText(
    "[Keep]: The toll \\/\\/ stays, see [here](https://example.org). {source: 'https://example.org'}\n",
    "argdown",
  );
  expect(omissions).toEqual([]);
});
