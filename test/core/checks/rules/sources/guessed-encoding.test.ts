import { expect, test } from "vitest";
import { codeActions } from "../../../../../server/features/requests/editing/codeActions.ts";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";
import { memoryFileSystem, workspaceOn } from "../../../../support/workspaces/memoryFileSystem.ts";

const source = "source report: A report\n  file: report.txt\n";
const latin = Uint8Array.from("Das Caf\xe9 in der Stra\xdfe schlie\xdft fr\xfcher.", (letter) => letter.charCodeAt(0));

test("names the likeliest encoding of a file that is not in UTF-8", () =>
  expectProblem(
    "guessed-encoding",
    "source report: A report\n  file: ‹report.txt›\n",
    "This file is not in UTF-8 and was read as windows-1252. If the text looks right, add “encoding: windows-1252”. If not, add the right encoding.",
    { "report.txt": latin },
  ));

test("is silent for UTF-8, and if the source gives the encoding", async () => {
  await expectNoProblem("guessed-encoding", source, { "report.txt": "Das Café" });
  await expectNoProblem("guessed-encoding", `${source}  encoding: iso-8859-1\n`, { "report.txt": latin });
});

test("a quick fix adds the encoding after the file", async () => {
  const uri = "file:///maps/main.argmap";
  const workspace = workspaceOn(memoryFileSystem({ "file:///maps/report.txt": latin }));
  workspace.open(uri, `${source}  note: Old.\n`, 1);
  await workspace.whenIdle();
  const at = { line: 1, character: 10 };
  const actions = codeActions(
    workspace,
    uri,
    { start: at, end: at },
    {
      canResolveEdits: false,
      canRename: false,
      canCreateFiles: false,
      diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
    },
  );
  const fix = actions.find(({ title }) => title === "Add “encoding: windows-1252”");
  expect(fix?.edit?.documentChanges?.[0]).toMatchObject({
    edits: [{ newText: expect.stringMatching(/^\n? {2}encoding: windows-1252\n?$/) }],
  });
});
