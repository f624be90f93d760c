import * as assert from "node:assert/strict";
import { commands, DiagnosticSeverity, Uri, workspace } from "vscode";
import { click, markdown, press, type, waitForVisible } from "./support/driver.ts";
import { openMap, placeCursorAfter } from "./support/editor.ts";
import { waitForNoProblem, waitForProblem } from "./support/expectProblem.ts";

const sound = "claim keep: The charge should stay.\n\nreason for keep: The air got cleaner.\n";
const unsound = sound.replace("for keep", "for kept");

describe("problems", () => {
  it("appear and go as one types", async () => {
    const editor = await openMap("typing.argmap", sound);
    await placeCursorAfter(editor, "for keep");
    await type("s");
    const problem = await waitForProblem(editor.document, "unknown-name", DiagnosticSeverity.Error);
    assert.equal(editor.document.getText(problem.range), "keeps");
    await press("Backspace");
    await waitForNoProblem(editor.document, "unknown-name");
  });

  it("have the severities that the user sets", async () => {
    const { document } = await openMap("severity.argmap", unsound);
    const settings = workspace.getConfiguration("argmap");
    await waitForProblem(document, "unknown-name", DiagnosticSeverity.Error);
    await settings.update("problems", { "unknown-name": "information" });
    await waitForProblem(document, "unknown-name", DiagnosticSeverity.Information);
    await settings.update("problems", { "unknown-name": "off" });
    await waitForNoProblem(document, "unknown-name");
    await settings.update("problems", undefined);
    await waitForProblem(document, "unknown-name", DiagnosticSeverity.Error);
  });

  it("are back when the server has started again", async () => {
    const { document } = await openMap("restart.argmap", unsound);
    await waitForProblem(document, "unknown-name");
    const gone = waitForNoProblem(document, "unknown-name");
    await commands.executeCommand("argmap.restartServer");
    await gone;
    await waitForProblem(document, "unknown-name");
  });

  it("lead from their codes to what the reference says of them", async () => {
    const { document } = await openMap("link.argmap", unsound);
    const { code } = await waitForProblem(document, "unknown-name");
    assert.ok(typeof code === "object" && code.target instanceof Uri);
    await commands.executeCommand("workbench.actions.view.problems");
    await waitForVisible(".markers-panel-container .monaco-link");
    await click(".markers-panel-container .monaco-link");
    await markdown.waitForVisible('h3:text-is("unknown-name")');
    await commands.executeCommand("workbench.action.closePanel");
  });
});
