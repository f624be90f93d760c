import * as assert from "node:assert/strict";
import { type CompletionItem, CompletionItemKind, type CompletionList, commands } from "vscode";
import { press, texts, type, typeUntilSuggested, waitForHidden } from "../support/driver.ts";
import { openMap, placeCursorAfter, waitForText, writeFile } from "../support/editor.ts";

const widget = ".suggest-widget.visible";
/** A selector of the suggestion that Tab accepts. */
const selected = (text: string) => `${widget} .monaco-list-row.focused:has-text("${text}")`;

const map = `source report: The report
claim keep: The charge should stay.

reason air: The air got cleaner.
  quote report: measurably cleaner
`;

const mapWithSource = `source report: The report
  file: said.txt
claim keep: The charge should stay.
  quote report:
`;

describe("suggestions", () => {
  it("complete a name", async () => {
    const editor = await openMap("names.argmap", map);
    await placeCursorAfter(editor, "reason air");
    await typeUntilSuggested(" for ke", selected("keep"));
    await press("Tab");
    await waitForText(editor.document, "reason air for keep: The air");
  });

  it("complete a keyword at the start of a line", async () => {
    const editor = await openMap("keywords.argmap", map);
    await placeCursorAfter(editor, "The air got cleaner.");
    await press("Enter");
    await typeUntilSuggested("  prem", selected("premise"));
    await press("Tab");
    await waitForText(editor.document, "The air got cleaner.\n  premise");
  });

  it("complete an attribute under a quote", async () => {
    const editor = await openMap("quote.argmap", map);
    await placeCursorAfter(editor, "measurably cleaner");
    await press("Enter");
    await typeUntilSuggested("  pag", selected("page"));
    await press("Tab");
    await waitForText(editor.document, "    page: ");
  });

  it("complete a quote from the text of its source", async () => {
    await writeFile("said.txt", "The air got cleaner. Dumber things were said of it.\n");
    const editor = await openMap("said.argmap", mapWithSource);
    await placeCursorAfter(editor, "quote report:");
    await typeUntilSuggested(" Dum", selected("Dumber things"));
    await press("Tab");
    await waitForText(editor.document, "quote report: Dumber things were said of it.\n");
  });

  it("do not appear in prose", async () => {
    const editor = await openMap("prose.argmap", map);
    await placeCursorAfter(editor, "The air got cleaner.");
    await type(" A reason for it: pre");
    // Requests are answered in order, so after this one, the requests of the typing are answered too.
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      editor.selection.active,
    );
    // The command also returns snippets, which the settings of the language keep out of the list.
    const isSnippet = ({ kind }: CompletionItem): boolean => kind === CompletionItemKind.Snippet;
    assert.deepEqual(
      items.filter((item) => !isSnippet(item)),
      [],
    );
    assert.deepEqual(await texts(widget), []);
    await waitForHidden(widget);
  });
});
