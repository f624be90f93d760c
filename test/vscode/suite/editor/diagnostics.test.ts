import * as assert from "node:assert/strict";
import { commands, DiagnosticSeverity, Uri, workspace } from "vscode";
import { click, markdown, press, type } from "../support/driver.ts";
import { openMap, placeCursorAfter } from "../support/editor.ts";
import { waitForNoProblem, waitForProblem } from "../support/expectProblem.ts";

const correctMap = "claim keep: The charge should stay.\n\nreason for keep: The air got cleaner.\n";
const incorrectMap = correctMap.replace("for keep", "for kept");

describe("problems", () => {
  it("appear and disappear while the user types", async () => {
    const editor = await openMap("typing.argmap", correctMap);
    await placeCursorAfter(editor, "for keep");
    await type("s");
    const problem = await waitForProblem(editor.document, "unknown-name", DiagnosticSeverity.Error);
    assert.equal(editor.document.getText(problem.range), "keeps");
    await press("Backspace");
    await waitForNoProblem(editor.document, "unknown-name");
  });

  it("have the severities of the user's settings", async () => {
    const { document } = await openMap("severity.argmap", incorrectMap);
    const settings = workspace.getConfiguration("argmap");
    await waitForProblem(document, "unknown-name", DiagnosticSeverity.Error);
    await settings.update("problems", { "unknown-name": "information" });
    await waitForProblem(document, "unknown-name", DiagnosticSeverity.Information);
    await settings.update("problems", { "unknown-name": "off" });
    await waitForNoProblem(document, "unknown-name");
    await settings.update("problems", undefined);
    await waitForProblem(document, "unknown-name", DiagnosticSeverity.Error);
  });

  it("return after the server is restarted", async () => {
    const editor = await openMap("restart.argmap", incorrectMap);
    const { document } = editor;
    await waitForProblem(document, "unknown-name");
    await commands.executeCommand("argmap.restartServer");
    // Only the new server reports the next problem, together with those that were there before.
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), "claim keep: Again.\n"));
    await waitForProblem(document, "duplicate-name");
    await waitForProblem(document, "unknown-name");
  });

  it("link from their codes to their sections of the reference", async () => {
    const { document } = await openMap("link.argmap", incorrectMap);
    const { code } = await waitForProblem(document, "unknown-name");
    assert.ok(typeof code === "object" && code.target instanceof Uri);
    await commands.executeCommand("workbench.actions.view.problems");
    await click('.markers-panel-container .monaco-link:has-text("unknown-name")');
    await markdown.waitForVisible('h3:text-is("unknown-name")');
    await commands.executeCommand("workbench.action.closePanel");
  });
});
