import * as assert from "node:assert/strict";
import { type CodeAction, commands, DiagnosticSeverity, languages, Uri, WorkspaceEdit, workspace } from "vscode";
import { press, type, waitForVisible } from "../support/driver.ts";
import { closeAll, openMap, placeCursorAfter, undoIn, waitForText } from "../support/editor.ts";
import { waitForNoProblem, waitForProblem } from "../support/expectProblem.ts";
import { executeProvider, openBothMaps } from "../support/languageMaps.ts";
import { poll, waitForEvent } from "../support/waitForEvent.ts";

describe("refactoring", () => {
  afterEach(closeAll);

  it("renames in an open file and in one that is not open", async () => {
    const editor = await openBothMaps();
    await placeCursorAfter(editor, "claim keep by li");
    const edit = await executeProvider<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      editor,
      editor.selection.active,
      "maja",
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.split("/").at(-1))
        .sort(),
      ["request-people.argmap", "requests.argmap"],
    );
    assert.ok(await workspace.applyEdit(edit));
    assert.match(editor.document.getText(), /claim keep by maja:/);
    const other = await workspace.openTextDocument(Uri.joinPath(editor.document.uri, "../request-people.argmap"));
    assert.equal(other.getText(), "speaker maja: Maja Lind\n");
  });

  it("says why a new name is not possible", async () => {
    const editor = await openBothMaps();
    await placeCursorAfter(editor, "claim ke");
    const { active } = editor.selection;
    const renaming = executeProvider("vscode.executeDocumentRenameProvider", editor, active, "other");
    await assert.rejects(async () => renaming, /“other” is already the name of a claim on line 10 of requests\.argmap/);
  });

  it("applies a quick fix as one undo step", async () => {
    const editor = await openMap("mend.argmap", "claim keep: It stays.\nreason for kepe: So.\n");
    const { document } = editor;
    await waitForProblem(document, "unknown-name");
    await placeCursorAfter(editor, "reason for ke");
    const actions = await executeProvider<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor,
      editor.selection,
      "quickfix",
      10,
    );
    const action = actions.find(({ title }) => title === "Change to “keep”");
    assert.ok(action?.edit, actions.map(({ title }) => title).join());
    assert.ok(action.isPreferred);
    assert.ok(await workspace.applyEdit(action.edit));
    assert.equal(document.getText(), "claim keep: It stays.\nreason for keep: So.\n");
    await waitForNoProblem(document, "unknown-name");
    await undoIn(editor);
    await waitForText(document, "kepe");
  });

  it("starts to rename the name that a code action has created", async () => {
    const editor = await openMap("name.argmap", "claim: The charge stays.\n");
    await placeCursorAfter(editor, "clai");
    const actions = await poll(
      () => executeProvider<CodeAction[]>("vscode.executeCodeActionProvider", editor, editor.selection, "refactor", 10),
      (found) => found.length > 0,
    );
    const action = actions.find(({ title }) => title === "Add name “charge-stays”");
    assert.ok(action?.edit && action.command, actions.map(({ title }) => title).join());
    assert.ok(await workspace.applyEdit(action.edit));
    // The command ends when the user has entered a name.
    const renaming = commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    // The box takes the focus a moment after it is visible.
    await waitForVisible(".rename-box input:focus");
    await press("Control+a");
    await type("stays");
    await press("Enter");
    await renaming;
    await waitForText(editor.document, "claim stays: The charge stays.");
  });

  it("renames the uses of a name while the user types in its definition", async () => {
    const editor = await openMap("linked.argmap", "claim keep: It stays.\nreason for keep: So.\n");
    await placeCursorAfter(editor, "claim keep");
    await waitForVisible(".linked-editing-decoration");
    await type("er");
    await waitForText(editor.document, "reason for keeper: So.");
    assert.match(editor.document.getText(), /^claim keeper: /);
  });

  it("updates the paths to a file that is moved in the explorer", async () => {
    const editor = await openBothMaps();
    const from = Uri.joinPath(editor.document.uri, "../request-people.argmap");
    const to = Uri.joinPath(editor.document.uri, "../moved/people.argmap");
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await workspace.applyEdit(edit));
    await waitForText(editor.document, "import: moved/people.argmap");
    await workspace.saveAll();
    await waitForEvent([languages.onDidChangeDiagnostics], () =>
      languages.getDiagnostics(editor.document.uri).every(({ severity }) => severity !== DiagnosticSeverity.Error),
    );
  });
});
