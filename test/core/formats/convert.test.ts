/** Tests of all export formats. */
import { expect, test } from "vitest";
import { exportText } from "../../support/formats/convert.ts";
import { dedent } from "../../support/maps/dedent.ts";

const map = dedent(`
  // The first comment.
  claim keep: It should stay.

    // A comment below.
    reason: The air got cleaner.
`);

test.each(["argdown", "aif", "kialo", "dot", "csv"])("lists the comments that %s leaves out", async (format) => {
  const { omissions } = await exportText(map, format);
  expect(omissions).toContainEqual({ what: "comments", where: ["line 1", "line 4"] });
});

test.each(["argdown", "aif", "graphml", "csv"])("writes the name of a speaker without a text: %s", async (format) => {
  const { content } = await exportText("speaker lind:\nclaim by lind: It should stay.\n", format);
  expect(content).toContain("lind");
});

test("keeps comments in JSON", async () => {
  const { content, omissions } = await exportText(map, "json");
  expect(content).toContain("A comment below.");
  expect(omissions).toEqual([]);
});

test("lists the objections to quotes that an outline cannot place", async () => {
  const quoted = dedent(`
    source report: A report
    claim keep: It should stay.
      quote report: it works
        objection: The report does not say so.
  `);
  const { omissions } = await exportText(quoted, "kialo");
  expect(omissions).toEqual([{ what: "objections to quotes", where: ["“The report does not say so.”"] }]);
});
