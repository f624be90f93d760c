import * as assert from "node:assert/strict";
import {
  ConfigurationTarget,
  commands,
  languages,
  Selection,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { writePdf } from "../../support/writePdf.ts";
import { click, drop, press, preview, screenshot, type, waitForHidden, waitForVisible } from "./support/driver.ts";
import { closeAll, openFile, openMap, placeCursorAfter, waitForText } from "./support/editor.ts";
import { card } from "./support/previewCards.ts";
import { waitForEvent } from "./support/waitForEvent.ts";

const article = `The Ferry

The ferry carried nine hundred people a day last summer.

Its engine is thirty years old. Every second week it stands still.

A bridge would cost forty million, the council says.
`;
const map = `map: The ferry

source text: The Ferry
  file: ferry.txt

claim keep: The ferry should stay.
  quote text: nine hundred people a day
  reason: Nothing else crosses the bay.
`;

/** A mark beside a line that is cited. */
const mark = ".glyph-margin-widgets .cgmr, .margin-view-overlays .cgmr";
/** The so-manieth of them. */
const marks = (count: number): string => `:nth-match(${mark}, ${count})`;

/** The so-manieth coloured stretch of a text. */
const stretches = (count: number): string => `:nth-match(.view-overlays .cdr[class*="ced-"], ${count})`;

describe("encoding an article", () => {
  beforeEach(async () => {
    await write("ferry.txt", article);
    await write("ferry.argmap", map);
  });

  it("leads from a quote to its passage, selected", async () => {
    const editor = await openMap("ferry.argmap", map);
    await placeCursorAfter(editor, "quote text: nine hun");
    await press("F12");
    const shown = await untilSelected("ferry.txt", "nine hundred people a day");
    assert.equal(shown.selection.start.line, 2);
  });

  it("marks what is cited, with what cites it above", async () => {
    const editor = await openFile("ferry.txt");
    await waitForVisible('.codelens-decoration:has-text("1 claim")');
    await waitForVisible(mark);
    assert.equal(editor.document.isDirty, false);
  });

  it("marks a passage within another one by its own colour", async () => {
    await write(
      "ferry.argmap",
      `${map}    quote text: Its engine is thirty years old. Every second week it stands still.\n  objection: It is old.\n    quote text: thirty years\n`,
    );
    await sideBySide();
    await waitForVisible('.codelens-decoration:has-text("1 reason, 1 objection")');
    // One for the first passage; for the other two what is before the inner one, that itself, and what is after it.
    await waitForVisible(stretches(4));
    await waitForHidden(stretches(5));
    await screenshot("overlap");
  });

  it("quotes what is selected under the entry that is picked, in one step that can be undone", async () => {
    await sideBySide();
    const article = await select("ferry.txt", "Its engine is thirty years old.");
    // It ends when it has been answered.
    void commands.executeCommand("argmap.quoteInMap");
    await waitForVisible(".quick-input-widget .quick-input-list .monaco-list-row");
    await type("stay");
    await waitForVisible('.quick-input-widget .monaco-list-row.focused:has-text("The ferry should stay.")');
    await press("Enter");
    const editor = await untilActive("ferry.argmap");
    await waitForText(editor.document, "  quote text: Its engine is thirty years old.");
    await waitForEvent([window.onDidChangeTextEditorSelection], () => editor.selection.active.character > 20);
    await commands.executeCommand("undo");
    assert.equal(editor.document.getText(), map);
    assert.equal(article.document.isDirty, false);
  });

  it("takes what comes first for all that was typed, though Enter comes before the answer", async () => {
    await sideBySide();
    await select("ferry.txt", "Its engine is thirty years old.");
    void commands.executeCommand("argmap.quoteInMap");
    await waitForVisible('.quick-input-widget .monaco-list-row.focused:has-text("The ferry should stay.")');
    await type("crosses");
    await press("Enter");
    const editor = await untilActive("ferry.argmap");
    await waitForText(editor.document, `${map}    quote text: Its engine is thirty years old.`);
  });

  // A claim stands at the end of the map, which is offered first.
  for (const [add, query, target, indent] of [
    ["Claim", "", "At the end of the map", ""],
    ["Reason", "should stay", "The ferry should stay.", "  "],
    ["Objection", "should stay", "The ferry should stay.", "  "],
  ] as const) {
    it(`adds a ${add.toLowerCase()} from what is selected`, async () => {
      await sideBySide();
      await select("ferry.txt", "Every second week it stands still.");
      void commands.executeCommand(`argmap.add${add}FromSelection`);
      await waitForVisible(`.quick-input-title:has-text("Add ${add} from Selection")`);
      // What was picked in another test comes first until one types.
      await type(query);
      await waitForVisible(`.quick-input-widget .monaco-list-row.focused:has-text("${target}")`);
      await press("Enter");
      await waitForVisible(`.quick-input-title:has-text("What does the ${add.toLowerCase()} say?")`);
      await type("It breaks down too often.");
      await press("Enter");
      const editor = await untilActive("ferry.argmap");
      await waitForText(
        editor.document,
        `\n${indent}${add.toLowerCase()}: It breaks down too often.\n${indent}  quote text: Every second week it stands still.\n`,
      );
      await screenshot("sources");
    });
  }

  it("makes a map beside an article and opens both", async () => {
    await write("bridge.txt", article);
    await openFile("bridge.txt");
    await commands.executeCommand("argmap.encodeArticle");
    const editor = await untilActive("bridge.argmap");
    assert.match(editor.document.getText(), /source \w+: .*\n(?: {2}.*\n)*? {2}file: bridge\.txt\n/);
    assert.equal(editor.viewColumn, ViewColumn.Two);
    assert.ok(window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith("/bridge.txt")));
    // Once more leads to the same map.
    await closeAll();
    await openFile("bridge.txt");
    await commands.executeCommand("argmap.encodeArticle");
    await untilActive("bridge.argmap");
  });

  it("asks which map where several cite an article, and makes none where none is picked", async () => {
    await write("quay.txt", article);
    const citing = "source text: The Quay\n  file: quay.txt\n\nclaim keep: Stay.\n  quote text: thirty years old\n";
    await write("quay.argmap", citing);
    await write("other.argmap", citing.replace("Stay", "Go"));
    const editor = await openFile("quay.txt");
    await waitForVisible('.codelens-decoration:has-text("2 claims")');
    void commands.executeCommand("argmap.encodeArticle");
    await waitForVisible(
      '.quick-input-widget:has-text("Maps that cite this article") .monaco-list-row:has-text("other.argmap")',
    );
    // What Escape does.
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await waitForHidden(".quick-input-widget .monaco-list-row");
    assert.equal(window.activeTextEditor, editor);
    void commands.executeCommand("argmap.encodeArticle");
    await waitForVisible(".quick-input-widget input:focus");
    await type("other");
    await waitForVisible('.quick-input-widget .monaco-list-row.focused:has-text("other.argmap")');
    await press("Enter");
    await untilActive("other.argmap");
    const files = await workspace.fs.readDirectory(inWorkspace("."));
    assert.deepEqual(
      files.flatMap(([name]) => (name.startsWith("quay") ? [name] : [])),
      ["quay.argmap", "quay.txt"],
    );
  });

  it("shows what is not cited, in the article and in the status bar", async () => {
    await sideBySide();
    await select("ferry.txt", "The Ferry");
    await commands.executeCommand("argmap.toggleCoverage");
    try {
      await waitForVisible('.statusbar-item:has-text("Argmap: 1 of 4 paragraphs cited")');
      // The paragraph that is cited has its mark, the three that are not have theirs.
      await waitForVisible(marks(4));
      await waitForHidden(marks(5));
      const map = inWorkspace("ferry.argmap");
      const hints = () => languages.getDiagnostics(map).filter(({ code }) => codeOf(code) === "unquoted-entry");
      await waitForEvent([languages.onDidChangeDiagnostics], () => hints().length === 1);
      await screenshot("coverage");
      await click('.statusbar-item:has-text("Argmap: 1 of 4 paragraphs cited") a');
      await waitForVisible('.quick-input-widget .monaco-list-row:has-text("Its engine is thirty years old.")');
      await press("Escape");
      // It follows what is written in the article.
      const article = await select("ferry.txt", "the council says.");
      await placeCursorAfter(article, "the council says.");
      await type("\n\nNobody asked the fishermen.");
      await waitForVisible('.statusbar-item:has-text("Argmap: 1 of 5 paragraphs cited")');
      await waitForVisible(marks(5));
      await commands.executeCommand("workbench.action.files.revert");
      // It says nothing of a text that is no article, nor where all is closed.
      await write("notes.txt", "Nobody cites this.");
      await openFile("notes.txt");
      await waitForHidden('.statusbar-item:has-text("paragraphs cited")');
      await openFile("ferry.txt");
      await waitForVisible('.statusbar-item:has-text("Argmap: 1 of 4 paragraphs cited")');
      await closeAll();
      await waitForHidden('.statusbar-item:has-text("paragraphs cited")');
    } finally {
      await commands.executeCommand("argmap.toggleCoverage");
    }
  });

  it("shows no hint while coverage is shown where the user has switched it off", async () => {
    const editor = await openMap("ferry.argmap", map);
    const settings = workspace.getConfiguration("argmap");
    const hints = () =>
      languages.getDiagnostics(editor.document.uri).filter(({ code }) => codeOf(code) === "unquoted-entry");
    await commands.executeCommand("argmap.toggleCoverage");
    try {
      await waitForEvent([languages.onDidChangeDiagnostics], () => hints().length === 1);
      await settings.update("problems", { "unquoted-entry": "off" }, ConfigurationTarget.Global);
      await waitForEvent([languages.onDidChangeDiagnostics], () => hints().length === 0);
    } finally {
      await settings.update("problems", undefined, ConfigurationTarget.Global);
      await commands.executeCommand("argmap.toggleCoverage");
    }
  });

  it("shows how much is cited in the preview, kept up with, and leads to what is not", async () => {
    const editor = await openMap("ferry.argmap", map);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The ferry should stay."));
    await commands.executeCommand("argmap.toggleCoverage");
    try {
      await preview.waitForVisible('.coverage:has-text("1 of 4 paragraphs cited"):has-text("1 entry without a quote")');
      await placeCursorAfter(editor, "crosses the bay.");
      await type("\n    quote text: Its engine is thirty years old.");
      await preview.waitForVisible('.coverage:has-text("2 of 4 paragraphs cited"):not(:has-text("without"))');
      await screenshot("coverage-preview");
      await preview.click(".coverage");
      await waitForVisible('.quick-input-widget .monaco-list-row:has-text("A bridge would cost forty million")');
      await press("Escape");
    } finally {
      await commands.executeCommand("argmap.toggleCoverage");
    }
    await preview.waitForHidden(".coverage");
  });

  it("opens a PDF as its text, at the passage", async () => {
    const pages = [["The harbour was dredged in spring."], ["The dredging cost two million.", "Nobody had asked."]];
    await workspace.fs.writeFile(inWorkspace("harbour.pdf"), writePdf(pages));
    const text =
      "source paper: Harbour\n  file: harbour.pdf\n\nclaim dear: It was dear.\n  quote paper: cost two million\n";
    const editor = await openMap("harbour.argmap", text);
    await placeCursorAfter(editor, "quote paper: cost");
    await press("F12");
    const shown = await untilSelected("harbour.pdf", "cost two million");
    assert.equal(shown.document.uri.scheme, "argmap-source");
    await screenshot("pdf");
    // It follows its file.
    await workspace.fs.writeFile(inWorkspace("harbour.pdf"), writePdf([["Now the dredging cost three million."]]));
    await waitForEvent([workspace.onDidChangeTextDocument], () => shown.document.getText().includes("three million"));
    assert.doesNotMatch(shown.document.getText(), /two million/);
  });

  it("reads a PDF whose bytes are open as any other, and shows its text or encodes it from the palette", async () => {
    await workspace.fs.writeFile(
      inWorkspace("quay.pdf"),
      writePdf([["The quay was built in a year.", "It was dear."]]),
    );
    const text = "source paper: Quay\n  file: quay.pdf\n\nclaim: It was dear.\n  quote paper: built in a year. It\n";
    const map = await openMap("quay.argmap", text);
    const problems = () => languages.getDiagnostics(map.document.uri).map(({ code }) => codeOf(code));
    const raw = await openFile("quay.pdf");
    assert.match(raw.document.getText(), /^%PDF/);
    const choose = async (title: string) => {
      await window.showTextDocument(raw.document, { preview: false });
      await press("F1");
      await type(title);
      await waitForVisible(`.quick-input-widget .monaco-list-row.focused:has-text("${title}")`);
      await press("Enter");
    };
    const isText = ({ document }: TextEditor) => document.uri.scheme === "argmap-source";
    await choose("Argmap: Open as Text");
    await waitForEvent(
      [window.onDidChangeActiveTextEditor],
      () => window.activeTextEditor && isText(window.activeTextEditor),
    );
    await choose("Argmap: Encode This Article");
    await untilActive("quay.argmap");
    assert.ok(window.visibleTextEditors.some(isText));
    assert.ok(!problems().includes("quote-not-found"));
  });

  it("leads from a quote in the preview into a PDF, and says where the words are not there", async () => {
    await workspace.fs.writeFile(
      inWorkspace("pier.pdf"),
      writePdf([["The pier was built in a year."], ["It cost two million."]]),
    );
    const text = "source paper: Pier\n  file: pier.pdf\n\nclaim dear: It was dear.\n  quote paper: cost two million\n";
    const editor = await openMap("pier.argmap", text);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("It was dear."));
    await preview.click(".quotes");
    await preview.click("button.passage");
    const shown = await untilSelected("pier.pdf", "cost two million");
    assert.equal(shown.document.uri.scheme, "argmap-source");
    await window.showTextDocument(editor.document, { viewColumn: ViewColumn.One });
    await placeCursorAfter(await window.showTextDocument(editor.document), "cost two million");
    await type("s more");
    await preview.waitForVisible('text="cost two millions more"');
    await preview.click("button.passage");
    // The window of the tests pops nothing up.
    await commands.executeCommand("notifications.showList");
    await waitForVisible('.notification-list-item:has-text("not found in the file")');
    await commands.executeCommand("notifications.clearAll");
  });

  it("leads from a quote in the preview to its passage, selected", async () => {
    await openMap("ferry.argmap", map);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The ferry should stay."));
    await preview.click(".quotes");
    await preview.click("button.passage");
    const shown = await untilSelected("ferry.txt", "nine hundred people a day");
    assert.equal(shown.viewColumn, ViewColumn.One, "the preview stays in view");
    await preview.waitForVisible(card("The ferry should stay."));
    await screenshot("passage");
  });

  it("has the problems of the map follow the article", async () => {
    const editor = await openMap("ferry.argmap", map);
    await openFile("ferry.txt");
    const problems = () => languages.getDiagnostics(editor.document.uri).map(({ code }) => codeOf(code));
    const shown = await select("ferry.txt", "nine");
    await type("ten");
    await waitForEvent([languages.onDidChangeDiagnostics], () => problems().includes("quote-not-found"));
    await window.showTextDocument(shown.document, { viewColumn: shown.viewColumn ?? ViewColumn.One });
    await commands.executeCommand("undo");
    await waitForEvent([languages.onDidChangeDiagnostics], () => !problems().includes("quote-not-found"));
  });

  it("pastes words of an article as a quote", async () => {
    await sideBySide();
    const article = await select("ferry.txt", "A bridge would cost forty million");
    await press("Control+c");
    assert.equal(article.document.isDirty, false);
    const shown = await window.showTextDocument(inWorkspace("ferry.argmap"), { viewColumn: ViewColumn.Two });
    await placeCursorAfter(shown, "The ferry should stay.");
    await press("Enter");
    await press("Control+v");
    await waitForText(shown.document, "  quote text: A bridge would cost forty million");
    await screenshot("paste");
  });

  it("makes words of an article a quote that are dragged into the map from elsewhere", async () => {
    await sideBySide();
    const shown = await window.showTextDocument(inWorkspace("ferry.argmap"), { viewColumn: ViewColumn.Two });
    await drop("A bridge would cost forty million", '.view-line:has-text("Nothing else crosses")');
    await waitForText(shown.document, "    quote text: A bridge would cost forty million");
  });

  it("pastes them under the entry above, though the editor indents the line like that of the entry", async () => {
    const deep = `${map}    premise: It is needed.\n      quote text: thirty years old\n`;
    await write("ferry.argmap", deep);
    await sideBySide();
    await select("ferry.txt", "A bridge would cost forty million");
    await press("Control+c");
    const shown = await window.showTextDocument(inWorkspace("ferry.argmap"), { viewColumn: ViewColumn.Two });
    await placeCursorAfter(shown, "premise: It is needed.");
    await press("Enter");
    await press("Control+v");
    await waitForText(
      shown.document,
      "    premise: It is needed.\n      quote text: A bridge would cost forty million\n      quote text: thirty years old\n",
    );
  });
});

const write = (name: string, text: string) => workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));

/** The article at the left, its map at the right. */
async function sideBySide(): Promise<void> {
  await openFile("ferry.txt");
  await window.showTextDocument(inWorkspace("ferry.argmap"), { viewColumn: ViewColumn.Two });
  await waitForVisible(mark);
}

/** Selects words of an article, in the editor that shows it. */
async function select(name: string, words: string): Promise<TextEditor> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(`/${name}`));
  const editor = await window.showTextDocument(inWorkspace(name), { viewColumn: shown?.viewColumn ?? ViewColumn.One });
  const start = editor.document.getText().indexOf(words);
  assert.ok(start >= 0);
  const [from, to] = [editor.document.positionAt(start), editor.document.positionAt(start + words.length)];
  editor.selection = new Selection(from, to);
  await commands.executeCommand("revealLine", { lineNumber: from.line, at: "center" });
  return editor;
}

const untilActive = (name: string): Promise<TextEditor> =>
  waitForEvent([window.onDidChangeActiveTextEditor], () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.path.endsWith(`/${name}`) && editor;
  });

const untilSelected = (name: string, words: string): Promise<TextEditor> =>
  waitForEvent([window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor], () => {
    const editor = window.activeTextEditor;
    const there = editor?.document.uri.path.endsWith(`/${name}`) && editor.document.getText(editor.selection) === words;
    return there && editor;
  });

const codeOf = (code: unknown): unknown => (typeof code === "object" && code && "value" in code ? code.value : code);

function inWorkspace(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite wants a workspace.");
  return Uri.joinPath(folder.uri, name);
}
