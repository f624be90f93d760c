import * as assert from "node:assert/strict";
import { commands, DiagnosticSeverity, Uri, workspace } from "vscode";
import { click, markdown, press, seen, type } from "./support/driver.ts";
import { cursorAfter, openMap } from "./support/editor.ts";
import { untilMended, untilProblem } from "./support/expectProblem.ts";

const sound = "claim keep: The charge should stay.\n\nreason for keep: The air got cleaner.\n";
const unsound = sound.replace("for keep", "for kept");

describe("problems", () => {
  it("appear and go as one types", async () => {
    const editor = await openMap("typing.argmap", sound);
    await cursorAfter(editor, "for keep");
    await type("s");
    const problem = await untilProblem(editor.document, "unknown-name", DiagnosticSeverity.Error);
    assert.equal(editor.document.getText(problem.range), "keeps");
    await press("Backspace");
    await untilMended(editor.document, "unknown-name");
  });

  it("have the severities that the user sets", async () => {
    const { document } = await openMap("severity.argmap", unsound);
    const settings = workspace.getConfiguration("argmap");
    await untilProblem(document, "unknown-name", DiagnosticSeverity.Error);
    await settings.update("problems", { "unknown-name": "information" });
    await untilProblem(document, "unknown-name", DiagnosticSeverity.Information);
    await settings.update("problems", { "unknown-name": "off" });
    await untilMended(document, "unknown-name");
    await settings.update("problems", undefined);
    await untilProblem(document, "unknown-name", DiagnosticSeverity.Error);
  });

  it("are back when the server has started again", async () => {
    const { document } = await openMap("restart.argmap", unsound);
    await untilProblem(document, "unknown-name");
    const gone = untilMended(document, "unknown-name");
    await commands.executeCommand("argmap.restartServer");
    await gone;
    await untilProblem(document, "unknown-name");
  });

  it("lead from their codes to what the reference says of them", async () => {
    const { document } = await openMap("link.argmap", unsound);
    const { code } = await untilProblem(document, "unknown-name");
    assert.ok(typeof code === "object" && code.target instanceof Uri);
    await commands.executeCommand("workbench.actions.view.problems");
    await seen(".markers-panel-container .monaco-link");
    await click(".markers-panel-container .monaco-link");
    await markdown.seen('h3:text-is("unknown-name")');
    await commands.executeCommand("workbench.action.closePanel");
  });
});
