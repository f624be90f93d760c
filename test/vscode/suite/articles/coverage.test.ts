import { ConfigurationTarget, commands, workspace } from "vscode";
import { gutterIcon, map, openSideBySide, writeFerryFiles } from "../support/articles.ts";
import { click, press, preview, screenshot, waitForHidden, waitForVisible } from "../support/driver.ts";
import {
  closeAll,
  openFile,
  openMap,
  placeCursorAfter,
  selectWords,
  typeInto,
  workspaceUri,
  writeFile,
} from "../support/editor.ts";
import { waitForNoProblem, waitForProblem } from "../support/expectProblem.ts";
import { card } from "../support/previewCards.ts";

/** A selector of the nth gutter icon. */
const nthGutterIcon = (index: number): string => `:nth-match(${gutterIcon}, ${index})`;
const statusItem = (text: string): string => `.statusbar-item:has-text("${text}")`;
const quickPickItem = (text: string): string => `.quick-input-widget .monaco-list-row:has-text("${text}")`;

describe("coverage", () => {
  beforeEach(async () => {
    await writeFerryFiles();
    // Articles are wrapped, and a paragraph on two lines has two icons. Without the sidebar, each fits on one.
    await commands.executeCommand("workbench.action.closeSidebar");
    await openSideBySide();
    await commands.executeCommand("argmap.toggleCoverage");
  });
  afterEach(() => commands.executeCommand("argmap.toggleCoverage"));

  it("marks uncited paragraphs and lists them from the status bar", async () => {
    await selectWords("ferry.txt", "The Ferry");
    await waitForVisible(statusItem("Argmap: 1 of 4 paragraphs cited"));
    // One icon for the cited paragraph, and one for each of the three uncited ones.
    await waitForVisible(nthGutterIcon(4));
    await waitForHidden(nthGutterIcon(5));
    await waitForProblem({ uri: workspaceUri("ferry.argmap") }, "unquoted-entry");
    await screenshot("coverage");
    await click(`${statusItem("Argmap: 1 of 4 paragraphs cited")} a`);
    await waitForVisible(quickPickItem("Its engine is thirty years old."));
    await press("Escape");
  });

  it("follows edits of the article", async () => {
    const article = await selectWords("ferry.txt", "the council says.");
    await placeCursorAfter(article, "the council says.");
    await typeInto(article, "\n\nNobody asked the fishermen.");
    await waitForVisible(statusItem("Argmap: 1 of 5 paragraphs cited"));
    await waitForVisible(nthGutterIcon(5));
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("has no status bar item for other texts, or if all editors are closed", async () => {
    await selectWords("ferry.txt", "The Ferry");
    await waitForVisible(statusItem("Argmap: 1 of 4 paragraphs cited"));
    await writeFile("notes.txt", "Nobody cites this.");
    await openFile("notes.txt");
    await waitForHidden(statusItem("paragraphs cited"));
    await openFile("ferry.txt");
    await waitForVisible(statusItem("Argmap: 1 of 4 paragraphs cited"));
    await closeAll();
    await waitForHidden(statusItem("paragraphs cited"));
  });

  it("does not show the hint at entries without a quote if the user has turned it off", async () => {
    const { document } = await openMap("ferry.argmap", map);
    const settings = workspace.getConfiguration("argmap");
    await waitForProblem(document, "unquoted-entry");
    try {
      await settings.update("problems", { "unquoted-entry": "off" }, ConfigurationTarget.Global);
      await waitForNoProblem(document, "unquoted-entry");
    } finally {
      await settings.update("problems", undefined, ConfigurationTarget.Global);
    }
  });

  it("is shown in the preview, follows edits, and lists uncited paragraphs from there", async () => {
    await closeAll();
    const editor = await openMap("ferry.argmap", map);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The ferry should stay."));
    await preview.waitForVisible('.coverage:has-text("1 of 4 paragraphs cited"):has-text("1 entry without a quote")');
    await placeCursorAfter(editor, "crosses the bay.");
    await typeInto(editor, "\n    quote text: Its engine is thirty years old.");
    await preview.waitForVisible('.coverage:has-text("2 of 4 paragraphs cited"):not(:has-text("without"))');
    await screenshot("coverage-preview");
    await preview.click(".coverage");
    await waitForVisible(quickPickItem("A bridge would cost forty million"));
    await press("Escape");
    await commands.executeCommand("argmap.toggleCoverage");
    await preview.waitForHidden(".coverage");
    await commands.executeCommand("argmap.toggleCoverage");
    await preview.waitForVisible(".coverage");
  });
});
