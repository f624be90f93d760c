import * as assert from "node:assert/strict";
import { commands, type DocumentSymbol, type Hover, type Location, MarkdownString, type TextEditor } from "vscode";
import { press } from "./support/driver.ts";
import { lineOf, openFile, openMap, placeCursorAfter, waitForCursorAt } from "./support/editor.ts";

const map = `question charge: Should the charge stay?
  claim keep: The charge should stay.

reason air for keep: The air got cleaner.
  premise fell: Nitrogen dioxide fell by a fifth.
objection against air: The winter was mild.
`;

describe("getting around", () => {
  it("leads from a reason to its claim", async () => {
    const editor = await openMap("around.argmap", map);
    await placeCursorAfter(editor, "reason air for ke");
    await press("F12");
    await waitForCursorAt("around.argmap", "claim keep");
  });

  it("leads from one file to another", async () => {
    const editor = await openFile("energy/main.argmap");
    await placeCursorAfter(editor, "premise cost.che");
    await press("F12");
    await waitForCursorAt("energy/cost.argmap", "claim cheaper");
  });

  it("leads from a quote into the article, and from its passage back", async () => {
    const editor = await openFile("ardmore.argmap");
    await placeCursorAfter(editor, "quote report: nitrogen dioxide");
    await press("F12");
    const article = await waitForCursorAt("ardmore-trial.txt", "nitrogen dioxide fell by 21 per cent");
    const { active } = article.selection;
    assert.ok(article.document.lineAt(active).text.slice(active.character).startsWith("nitrogen dioxide fell by 21"));
    // A text that is in no way a map is asked about only because one cites it.
    const hovers = await ask<Hover[]>("vscode.executeHoverProvider", article);
    assert.match(saidIn(hovers), /Open in ardmore\.argmap/);
    await press("F12");
    await waitForCursorAt("ardmore.argmap", "premise fell accepted-by lind");
  });

  it("finds all that refers to a name", async () => {
    const editor = await openMap("around.argmap", map);
    await placeCursorAfter(editor, "reason ai");
    const places = await ask<Location[]>("vscode.executeReferenceProvider", editor);
    const lines = places.map(({ range }) => range.start.line).sort();
    assert.deepEqual(lines, [lineOf(editor.document, "reason air"), lineOf(editor.document, "objection against air")]);
  });

  it("tells what a name stands for", async () => {
    const editor = await openMap("around.argmap", map);
    await placeCursorAfter(editor, "for ke");
    const hovers = await ask<Hover[]>("vscode.executeHoverProvider", editor);
    assert.match(saidIn(hovers), /The charge should stay/);
  });

  it("gives an outline as the map is nested", async () => {
    const { document } = await openMap("around.argmap", map);
    const top = await commands.executeCommand<DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    const shown = ({ name, children }: DocumentSymbol): readonly unknown[] => [name, ...children.map(shown)];
    assert.deepEqual(top.map(shown), [["charge", ["keep"]], ["air", ["fell"]], ["The winter was mild."]]);
  });
});

/** What VS Code itself gives for the place of the cursor. */
const ask = <Answer>(command: string, { document, selection }: TextEditor): Thenable<Answer> =>
  commands.executeCommand<Answer>(command, document.uri, selection.active);

/** What hovers say, as Markdown. */
const saidIn = (hovers: readonly Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((one) => (one instanceof MarkdownString ? one.value : ""))
    .join("\n");
