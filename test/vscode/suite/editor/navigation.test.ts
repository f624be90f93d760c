import * as assert from "node:assert/strict";
import { type DocumentSymbol, type Hover, type Location, MarkdownString, type TextEditor } from "vscode";
import { press } from "../support/driver.ts";
import { lineOf, openFile, openMap, placeCursorAfter, waitForCursorAt } from "../support/editor.ts";
import { executeProvider } from "../support/languageMaps.ts";
import { poll } from "../support/waitForEvent.ts";

const map = `question charge: Should the charge stay?
  claim keep: The charge should stay.

reason air for keep: The air got cleaner.
  premise fell: Nitrogen dioxide fell by a fifth.
objection against air: The winter was mild.
`;

describe("navigation", () => {
  it("goes from a reason to its claim", async () => {
    const editor = await openMap("around.argmap", map);
    await placeCursorAfter(editor, "reason air for ke");
    await press("F12");
    await waitForCursorAt("around.argmap", "claim keep");
  });

  it("goes to a definition in another file", async () => {
    const editor = await openFile("energy/main.argmap");
    await placeCursorAfter(editor, "premise cost.che");
    await press("F12");
    await waitForCursorAt("energy/cost.argmap", "claim cheaper");
  });

  it("goes from a quote to its passage in the article, and back", async () => {
    const editor = await openFile("ardmore.argmap");
    await placeCursorAfter(editor, "quote report: nitrogen dioxide");
    await press("F12");
    const article = await waitForCursorAt("ardmore-trial.txt", "nitrogen dioxide fell by 21 per cent");
    const { active } = article.selection;
    assert.ok(article.document.lineAt(active).text.slice(active.character).startsWith("nitrogen dioxide fell by 21"));
    // VS Code sends requests about this plain text only because a map cites it.
    await waitForHover(article, /Open in ardmore\.argmap/);
    await press("F12");
    await waitForCursorAt("ardmore.argmap", "premise fell accepted-by lind");
  });

  it("finds all references to a name", async () => {
    const editor = await openMap("around.argmap", map);
    await placeCursorAfter(editor, "reason ai");
    const locations = await poll(
      () => executeProvider<Location[]>("vscode.executeReferenceProvider", editor, editor.selection.active),
      (found) => found.length > 0,
    );
    const lines = locations.map(({ range }) => range.start.line).sort();
    assert.deepEqual(lines, [lineOf(editor.document, "reason air"), lineOf(editor.document, "objection against air")]);
  });

  it("shows the text of a named claim on hover", async () => {
    const editor = await openMap("around.argmap", map);
    await placeCursorAfter(editor, "for ke");
    await waitForHover(editor, /The charge should stay/);
  });

  it("shows an outline with the nesting of the map", async () => {
    const editor = await openMap("around.argmap", map);
    const symbols = await poll(
      () => executeProvider<DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", editor),
      (found) => found !== undefined && found.length > 0,
    );
    const nested = ({ name, children }: DocumentSymbol): readonly unknown[] => [name, ...children.map(nested)];
    assert.deepEqual(symbols?.map(nested), [["charge", ["keep"]], ["air", ["fell"]], ["The winter was mild."]]);
  });
});

/** Requests the hover at the cursor until it matches. */
const waitForHover = (editor: TextEditor, pattern: RegExp): Promise<Hover[]> =>
  poll(
    () => executeProvider<Hover[]>("vscode.executeHoverProvider", editor, editor.selection.active),
    (hovers) => pattern.test(markdownOf(hovers)),
  );

/** The Markdown of hovers. */
const markdownOf = (hovers: readonly Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : ""))
    .join("\n");
