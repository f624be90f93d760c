import * as assert from "node:assert/strict";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type InlayHint,
  type LocationLink,
  languages,
  type SelectionRange,
  type SemanticTokens,
  type SignatureHelp,
  type SymbolInformation,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { press, type, waitForVisible } from "./support/driver.ts";
import { closeAll, lineOf, openMap, placeCursorAfter, waitForText } from "./support/editor.ts";
import { waitForEvent } from "./support/waitForEvent.ts";

const people = "speaker lind: Maja Lind\n";
const map = `import: request-people.argmap

claim keep by lind: The charge should stay.
  reason air: The air got cleaner.
    premise: It fell by a fifth.
  objection cost: It costs.

reason habit for keep: People got used to it.
  premise other
claim other: See https://example.org for more.
`;

/** Opens the two maps, the second one beside. */
async function openBoth(): Promise<TextEditor> {
  await openMap("request-people.argmap", people);
  return openMap("requests.argmap", map);
}

const ask = <Answer>(command: string, { document }: TextEditor, ...more: unknown[]): Thenable<Answer> =>
  commands.executeCommand<Answer>(command, document.uri, ...more);

/** Asks until there is an answer: after opening a map, the server may still be reading. */
async function eventually<Answer>(make: () => Thenable<Answer>, isThere: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await make();
    if (isThere(answer)) return answer;
  }
}

describe("what else can be asked", () => {
  afterEach(closeAll);

  it("renames over two files, of which one is open", async () => {
    const editor = await openBoth();
    await placeCursorAfter(editor, "claim keep by li");
    const edit = await ask<WorkspaceEdit>(
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

  it("says why a name cannot be taken", async () => {
    const editor = await openBoth();
    await placeCursorAfter(editor, "claim ke");
    const renaming = ask("vscode.executeDocumentRenameProvider", editor, editor.selection.active, "other");
    await assert.rejects(async () => renaming, /“other” is already the name of a claim on line 10 of requests\.argmap/);
  });

  it("mends a problem by a quick fix, and undoes it in one step", async () => {
    const editor = await openMap("mend.argmap", "claim keep: It stays.\nreason for kepe: So.\n");
    const { document } = editor;
    await waitForEvent([languages.onDidChangeDiagnostics], () => languages.getDiagnostics(document.uri).length > 0);
    await placeCursorAfter(editor, "reason for ke");
    const actions = await ask<CodeAction[]>(
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
    await waitForEvent([languages.onDidChangeDiagnostics], () =>
      languages
        .getDiagnostics(document.uri)
        .every(({ code }) => JSON.stringify(code).includes("unknown-name") === false),
    );
    await commands.executeCommand("undo");
    await waitForText(document, "kepe");
  });

  it("formats when a map is saved, where the user has set so", async () => {
    const settings = workspace.getConfiguration("editor", { languageId: "argmap" });
    await settings.update("formatOnSave", true, undefined, true);
    try {
      const editor = await openMap("format.argmap", "claim keep:It stays.\n");
      await editor.edit((edit) => edit.insert(editor.document.positionAt(21), "      reason  air:Cleaner.\n"));
      await editor.document.save();
      assert.equal(editor.document.getText(), "claim keep: It stays.\n  reason air: Cleaner.\n");
    } finally {
      await settings.update("formatOnSave", undefined, undefined, true);
    }
  });

  it("breaks lines at the width that is set", async () => {
    const settings = workspace.getConfiguration("argmap");
    const editor = await openMap(
      "width.argmap",
      "claim keep: It should stay, as all that was measured speaks for it.\n",
    );
    await settings.update("format.lineWidth", 40);
    try {
      // The server is told of the setting after it is made.
      await eventually(
        async () => {
          await commands.executeCommand("editor.action.formatDocument");
          return editor.document.lineCount;
        },
        (count) => count > 2,
      );
      assert.equal(editor.document.lineAt(1).text, "  was measured speaks for it.");
    } finally {
      await settings.update("format.lineWidth", undefined);
    }
  });

  it("finds a claim of a map that was never opened, by its name", async () => {
    await openMap("any.argmap", "claim any: Any.\n");
    const found = await eventually(
      () => commands.executeCommand<SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "cheaper"),
      (symbols) => symbols.length > 0,
    );
    assert.ok(
      found.some(({ name, location }) => name === "cheaper" && location.uri.path.endsWith("energy/cost.argmap")),
    );
  });

  it("tells what rests on what as a call hierarchy", async () => {
    const editor = await openBoth();
    await placeCursorAfter(editor, "claim ke");
    const [item] = await ask<CallHierarchyItem[]>("vscode.prepareCallHierarchy", editor, editor.selection.active);
    assert.ok(item);
    const outgoing = await commands.executeCommand<CallHierarchyOutgoingCall[]>("vscode.provideOutgoingCalls", item);
    assert.deepEqual(outgoing.map(({ to }) => to.name).sort(), ["air", "habit"]);
    await placeCursorAfter(editor, "claim oth");
    const [other] = await ask<CallHierarchyItem[]>("vscode.prepareCallHierarchy", editor, editor.selection.active);
    const incoming = await commands.executeCommand<CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", other);
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ["habit"],
    );
  });

  it("shows above a claim what is for and against it, and a click on it shows where", async () => {
    const editor = await openBoth();
    const lenses = await eventually(
      () => ask<CodeLens[]>("vscode.executeCodeLensProvider", editor, 20),
      (found) => found.length > 0,
    );
    const at = (line: number) => lenses.filter(({ range }) => range.start.line === line);
    const shown = at(lineOf(editor.document, "claim keep"));
    assert.deepEqual(
      shown.map(({ command }) => command?.title),
      ["2 reasons", "1 objection"],
    );
    const command = shown[0]?.command;
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await commands.executeCommand("closeReferenceSearch");
  });

  it("begins to rename what an action has made", async () => {
    const editor = await openMap("name.argmap", "claim: The charge stays.\n");
    await placeCursorAfter(editor, "clai");
    const actions = await eventually(
      () => ask<CodeAction[]>("vscode.executeCodeActionProvider", editor, editor.selection, "refactor", 10),
      (found) => found.length > 0,
    );
    const action = actions.find(({ title }) => title === "Add name “charge-stays”");
    assert.ok(action?.edit && action.command, actions.map(({ title }) => title).join());
    assert.ok(await workspace.applyEdit(action.edit));
    // It goes on until the user has chosen a name.
    const renaming = commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    // It takes the keys a moment after it shows.
    await waitForVisible(".rename-box input:focus");
    await press("Control+a");
    await type("stays");
    await press("Enter");
    await renaming;
    await waitForText(editor.document, "claim stays: The charge stays.");
  });

  it("leads to what brings a name in, to whose a claim is, and to what bears on it", async () => {
    const editor = await openBoth();
    const lines = async (request: string): Promise<readonly string[]> => {
      const links = await eventually(
        () => ask<LocationLink[]>(request, editor, editor.selection.active),
        (found) => found.length > 0,
      );
      return links.map(({ targetUri, targetRange }) => `${targetUri.path.split("/").at(-1)} ${targetRange.start.line}`);
    };
    await placeCursorAfter(editor, "claim keep by li");
    assert.deepEqual(await lines("vscode.executeDeclarationProvider"), ["requests.argmap 0"]);
    await placeCursorAfter(editor, "claim ke");
    assert.deepEqual(await lines("vscode.executeTypeDefinitionProvider"), ["request-people.argmap 0"]);
    assert.deepEqual(await lines("vscode.executeImplementationProvider"), [
      "requests.argmap 3",
      "requests.argmap 5",
      "requests.argmap 7",
    ]);
  });

  it("helps with the form of a head, and offers names of maps that are not imported", async () => {
    await openMap("faraway.argmap", "speaker wanderer: Nobody\n");
    const editor = await openMap("form.argmap", "claim keep by wan: It stays.\n");
    await placeCursorAfter(editor, "claim keep by wan");
    const { active } = editor.selection;
    const help = await ask<SignatureHelp>("vscode.executeSignatureHelpProvider", editor, active);
    assert.match(help.signatures[0]?.label ?? "", /^claim name by speaker answers question/);
    assert.equal(help.activeParameter, 1);
    const offered = await eventually(
      () => ask<CompletionList>("vscode.executeCompletionItemProvider", editor, active),
      ({ items }) => items.some(({ label }) => typeof label !== "string" && label.label === "wanderer"),
    );
    const wanderer = offered.items.find(({ label }) => typeof label !== "string" && label.label === "wanderer");
    assert.deepEqual(
      wanderer?.additionalTextEdits?.map(({ newText }) => newText.trim()),
      ["import: faraway.argmap"],
    );
  });

  it("changes the uses of a name as one types in its definition", async () => {
    const editor = await openMap("linked.argmap", "claim keep: It stays.\nreason for keep: So.\n");
    await placeCursorAfter(editor, "claim keep");
    await waitForVisible(".linked-editing-decoration");
    await type("er");
    await waitForText(editor.document, "reason for keeper: So.");
    assert.match(editor.document.getText(), /^claim keeper: /);
  });

  it("gives tokens, hints, links and selections", async () => {
    const editor = await openBoth();
    const { document } = editor;
    const tokens = await eventually(
      () => ask<SemanticTokens | undefined>("vscode.provideDocumentSemanticTokens", editor),
      (answer) => answer !== undefined && answer.data.length > 0,
    );
    assert.equal((tokens?.data.length ?? 0) % 5, 0);
    const whole = document.validateRange(editor.visibleRanges[0] ?? editor.selection);
    const hints = await eventually(
      () => ask<InlayHint[]>("vscode.executeInlayHintProvider", editor, whole),
      (answer) => answer.length > 0,
    );
    const labels = hints.map(({ label }) =>
      typeof label === "string" ? label : label.map(({ value }) => value).join(""),
    );
    assert.ok(labels.includes("by lind"), labels.join());
    const links = await ask<DocumentLink[]>("vscode.executeLinkProvider", editor);
    assert.ok(
      links.some(({ target }) => target?.toString() === "https://example.org/"),
      links.join(),
    );
    await placeCursorAfter(editor, "It fell by a fi");
    const [selection] = await ask<SelectionRange[]>("vscode.executeSelectionRangeProvider", editor, [
      editor.selection.active,
    ]);
    assert.equal(selection && textOf(document, selection), "fifth");
    assert.equal(selection?.parent && textOf(document, selection.parent), "It fell by a fifth.");
  });

  it("mends the paths that lead to a file that is moved in the explorer", async () => {
    const editor = await openBoth();
    const from = Uri.joinPath(editor.document.uri, "../request-people.argmap");
    const to = Uri.joinPath(editor.document.uri, "../moved/people.argmap");
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await workspace.applyEdit(edit));
    await waitForText(editor.document, "import: moved/people.argmap");
    await workspace.saveAll();
    assert.deepEqual(
      languages.getDiagnostics(editor.document.uri).filter(({ severity }) => severity === 0),
      [],
    );
  });
});

const textOf = (document: TextDocument, { range }: SelectionRange): string => document.getText(range);
