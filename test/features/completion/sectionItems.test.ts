import { expect, test } from "vitest";
import { completionsIn } from "../../support/workspaces/completionsAt.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

test("offers the headings of the source, each once, and the words of an occurrence", async () => {
  const labels = async (attribute: string): Promise<readonly string[]> => {
    const opened = await openWorkspace(`source report: A report
  file: report.md
claim keep: It stays.
  quote report: It fell.
    ${attribute}
=== report.md
# The air
It fell.
## In spring
It fell.
# Traffic
It fell.
## In spring
It fell.
`);
    await opened.workspace.whenIdle();
    return (await completionsIn(opened)).labels;
  };
  expect(await labels("section: ¦")).toEqual(["The air", "In spring", "Traffic"]);
  expect(await labels("occurrence: ¦")).toEqual(["first", "last"]);
});
