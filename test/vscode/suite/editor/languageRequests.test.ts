import * as assert from "node:assert/strict";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type InlayHint,
  type LocationLink,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SignatureHelp,
  type SymbolInformation,
  type TextDocument,
} from "vscode";
import { closeAll, lineOf, openMap, placeCursorAfter } from "../support/editor.ts";
import { executeProvider, openBothMaps } from "../support/languageMaps.ts";
import { poll } from "../support/waitForEvent.ts";

describe("language requests", () => {
  afterEach(closeAll);

  it("find a claim by its name in a map that was never opened", async () => {
    await openMap("any.argmap", "claim any: Any.\n");
    const found = await poll(
      () => commands.executeCommand<SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "cheaper"),
      (symbols) => symbols.length > 0,
    );
    assert.ok(
      found.some(({ name, location }) => name === "cheaper" && location.uri.path.endsWith("energy/cost.argmap")),
    );
  });

  it("show supports and premises as a call hierarchy", async () => {
    const editor = await openBothMaps();
    const prepare = () =>
      executeProvider<CallHierarchyItem[]>("vscode.prepareCallHierarchy", editor, editor.selection.active);
    await placeCursorAfter(editor, "claim ke");
    const [item] = await prepare();
    assert.ok(item);
    const outgoing = await commands.executeCommand<CallHierarchyOutgoingCall[]>("vscode.provideOutgoingCalls", item);
    assert.deepEqual(outgoing.map(({ to }) => to.name).sort(), ["air", "habit"]);
    await placeCursorAfter(editor, "claim oth");
    const [other] = await prepare();
    const incoming = await commands.executeCommand<CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", other);
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ["habit"],
    );
  });

  it("show the numbers of reasons and objections as code lenses, which open the references", async () => {
    const editor = await openBothMaps();
    const lenses = await poll(
      () => executeProvider<CodeLens[]>("vscode.executeCodeLensProvider", editor, 20),
      (found) => found.length > 0,
    );
    const line = lineOf(editor.document, "claim keep");
    const ofClaim = lenses.filter(({ range }) => range.start.line === line);
    assert.deepEqual(
      ofClaim.map(({ command }) => command?.title),
      ["2 reasons", "1 objection"],
    );
    const command = ofClaim[0]?.command;
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await commands.executeCommand("closeReferenceSearch");
  });

  it("go to the import of a name, the speaker of a claim, and the steps for and against it", async () => {
    const editor = await openBothMaps();
    const targets = async (request: string): Promise<readonly string[]> => {
      const links = await poll(
        () => executeProvider<LocationLink[]>(request, editor, editor.selection.active),
        (found) => found.length > 0,
      );
      return links.map(({ targetUri, targetRange }) => `${targetUri.path.split("/").at(-1)} ${targetRange.start.line}`);
    };
    await placeCursorAfter(editor, "claim keep by li");
    assert.deepEqual(await targets("vscode.executeDeclarationProvider"), ["requests.argmap 0"]);
    await placeCursorAfter(editor, "claim ke");
    assert.deepEqual(await targets("vscode.executeTypeDefinitionProvider"), ["request-people.argmap 0"]);
    assert.deepEqual(await targets("vscode.executeImplementationProvider"), [
      "requests.argmap 3",
      "requests.argmap 5",
      "requests.argmap 7",
    ]);
  });

  it("show the form of a head, and suggest names from maps that are not imported", async () => {
    await openMap("faraway.argmap", "speaker wanderer: Nobody\n");
    const editor = await openMap("form.argmap", "claim keep by wan: It stays.\n");
    await placeCursorAfter(editor, "claim keep by wan");
    const { active } = editor.selection;
    const help = await executeProvider<SignatureHelp>("vscode.executeSignatureHelpProvider", editor, active);
    assert.match(help.signatures[0]?.label ?? "", /^claim name by speaker answers question/);
    assert.equal(help.activeParameter, 1);
    const findItem = ({ items }: CompletionList) =>
      items.find(({ label }) => typeof label !== "string" && label.label === "wanderer");
    const list = await poll(
      () => executeProvider<CompletionList>("vscode.executeCompletionItemProvider", editor, active),
      (answer) => findItem(answer) !== undefined,
    );
    assert.deepEqual(
      findItem(list)?.additionalTextEdits?.map(({ newText }) => newText.trim()),
      ["import: faraway.argmap"],
    );
  });

  it("return semantic tokens, inlay hints, links and selection ranges", async () => {
    const editor = await openBothMaps();
    const { document } = editor;
    const tokens = await poll(
      () => executeProvider<SemanticTokens | undefined>("vscode.provideDocumentSemanticTokens", editor),
      (answer) => answer !== undefined && answer.data.length > 0,
    );
    assert.equal((tokens?.data.length ?? 0) % 5, 0);
    const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
    const hints = await poll(
      () => executeProvider<InlayHint[]>("vscode.executeInlayHintProvider", editor, whole),
      (answer) => answer.length > 0,
    );
    const labels = hints.map(({ label }) =>
      typeof label === "string" ? label : label.map(({ value }) => value).join(""),
    );
    assert.ok(labels.includes("by lind"), labels.join());
    const links = await executeProvider<DocumentLink[]>("vscode.executeLinkProvider", editor);
    assert.ok(
      links.some(({ target }) => target?.toString() === "https://example.org/"),
      links.join(),
    );
    await placeCursorAfter(editor, "It fell by a fi");
    const [selection] = await executeProvider<SelectionRange[]>("vscode.executeSelectionRangeProvider", editor, [
      editor.selection.active,
    ]);
    assert.equal(selection && textOf(document, selection), "fifth");
    assert.equal(selection?.parent && textOf(document, selection.parent), "It fell by a fifth.");
  });
});

const textOf = (document: TextDocument, { range }: SelectionRange): string => document.getText(range);
