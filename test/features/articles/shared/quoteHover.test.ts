import { expect, test } from "vitest";
import { hover } from "../../../../server/features/requests/display/hover.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

const options = { markdown: true, referenceUri: undefined };

test("shows the quote in its paragraph, with its source and a link", async () => {
  const { workspace, cursor, uri } = await openArticles(map`
    source report: Streets * for whom?
      author: City Office
      file: a.txt
    claim keep: It should stay.
      quote report: nitrogen dio¦xide fell
    === a.txt
    # In the <b>first</b> year, he said,
    “nitrogen dioxide fell” by 21 per cent.
  `);
  expect(hover(workspace, uri, cursor, options)?.contents).toEqual({
    kind: "markdown",
    value: [
      "**Streets \\* for whom?**, City Office",
      "> \\# In the \\<b\\>first\\</b\\> year, he said, “**nitrogen dioxide fell**” by 21 per cent.",
      "[Open the passage](<file:///maps/a.txt#L2,2-2,23>)",
    ].join("\n\n"),
  });
  expect(hover(workspace, uri, cursor, { ...options, markdown: false })?.contents).toMatchObject({
    value: expect.stringContaining("he said, “[nitrogen dioxide fell]” by"),
  });
});

test("shows the page and the number of other places", async () => {
  const { workspace, cursor, uri } = await openArticles(
    map`
      source report: A report
        file: a.txt
      claim keep: It should stay.
        quote: It fe¦ll
      === a.txt
      It fell.FIt fell. It fell.FIt fell. It fell.
    `.replaceAll("F", "\f"),
  );
  const content = JSON.stringify(hover(workspace, uri, cursor, options)?.contents);
  expect(content).toContain("Open the passage on page 1");
  expect(content).toContain("The source contains this quote in 2 other places.");
});

test("shows no passage for a quote that is not found", async () => {
  const { workspace, cursor, uri } = await openArticles(map`
    source report: A report
      file: a.txt
    claim keep: It should stay.
      quote report: It ro¦se
    === a.txt
    It fell.
  `);
  expect(JSON.stringify(hover(workspace, uri, cursor, options))).not.toContain("Open the passage");
});
