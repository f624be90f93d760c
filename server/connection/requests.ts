/** Wires requests to features: one row for each. */
import type { CancellationToken, Location, LocationLink } from "vscode-languageserver";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../features/requests/callHierarchy.ts";
import { codeActions, fileActions, resolveCodeAction } from "../features/requests/codeActions.ts";
import { codeLens, resolveCodeLens } from "../features/requests/codeLens.ts";
import { completion, resolveCompletion } from "../features/requests/completion.ts";
import { declaration } from "../features/requests/declaration.ts";
import { definition } from "../features/requests/definition.ts";
import { diagnostics } from "../features/requests/diagnostics.ts";
import { documentLinks } from "../features/requests/documentLinks.ts";
import { foldingRanges } from "../features/requests/folding.ts";
import { formatting, onTypeFormatting, rangeFormatting } from "../features/requests/formatting.ts";
import { highlights } from "../features/requests/highlights.ts";
import { hover } from "../features/requests/hover.ts";
import { implementation } from "../features/requests/implementation.ts";
import { inlayHints } from "../features/requests/inlayHints.ts";
import { linkedEditing } from "../features/requests/linkedEditing.ts";
import { references } from "../features/requests/references.ts";
import { prepareRename, rename } from "../features/requests/rename.ts";
import { willRenameFiles } from "../features/requests/renameFiles.ts";
import { selectionRanges } from "../features/requests/selectionRanges.ts";
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from "../features/requests/semanticTokens.ts";
import { signatureHelp } from "../features/requests/signatureHelp.ts";
import { symbols, symbolsFlat } from "../features/requests/symbols.ts";
import { typeDefinition } from "../features/requests/typeDefinition.ts";
import { workspaceSymbols } from "../features/requests/workspaceSymbols.ts";
import { normalUri } from "../workspace/paths.ts";
import { resolvesEdits } from "./capabilities.ts";
import { editFor, makesFiles } from "./clientEdits.ts";
import { answer, type Session } from "./session.ts";

/** Answers all requests of LSP that are about maps. */
export function answerRequests(session: Session): void {
  const { connection, workspace } = session;
  const able = () => session.client.capabilities;
  const texts = () => able().textDocument;

  /** A request about one document. */
  const row =
    <P extends { readonly textDocument: { readonly uri: string } }, T>(
      what: string,
      make: (uri: string, params: P) => T | Promise<T>,
      needsAll?: "needs all",
    ) =>
    (params: P, token: CancellationToken): Promise<T> =>
      answer(session, { what, uri: params.textDocument.uri, token, needsAll: needsAll !== undefined }, (uri) =>
        make(uri, params),
      );
  /** A request about what was answered before, or about the whole workspace. */
  const rest =
    <P, T>(what: string, make: (params: P) => T | Promise<T>, needsAll?: "needs all") =>
    (params: P, token: CancellationToken): Promise<T> =>
      answer(session, { what, token, needsAll: needsAll !== undefined }, () => make(params));

  // ---- where things are ----------------------------------------------------------

  const asTaken = (links: readonly LocationLink[], by: { linkSupport?: boolean } | undefined) =>
    by?.linkSupport === true
      ? [...links]
      : links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
  connection.onDeclaration(
    row("Declaration", (uri, { position }) => asTaken(declaration(workspace, uri, position), texts()?.declaration)),
  );
  connection.onDefinition(
    row("Definition", (uri, { position }) => asTaken(definition(workspace, uri, position), texts()?.definition)),
  );
  connection.onTypeDefinition(
    row("Type definition", (uri, { position }) =>
      asTaken(typeDefinition(workspace, uri, position), texts()?.typeDefinition),
    ),
  );
  connection.onImplementation(
    row(
      "Implementation",
      (uri, { position }) => asTaken(implementation(workspace, uri, position), texts()?.implementation),
      "needs all",
    ),
  );
  connection.onReferences(
    row(
      "References",
      (uri, { position, context }) => [...references(workspace, uri, position, context.includeDeclaration)],
      "needs all",
    ),
  );
  connection.onDocumentHighlight(row("Highlights", (uri, { position }) => [...highlights(workspace, uri, position)]));
  connection.languages.callHierarchy.onPrepare(
    row("Call hierarchy", (uri, { position }) => prepareCallHierarchy(workspace, uri, position)),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    rest("Incoming calls", ({ item }) => incomingCalls(workspace, item), "needs all"),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    rest("Outgoing calls", ({ item }) => outgoingCalls(workspace, item), "needs all"),
  );
  connection.onDocumentLinks(row("Links", (uri) => [...documentLinks(workspace, uri)]));

  // ---- what is there -------------------------------------------------------------

  const markdown = (formats: readonly string[] | undefined): boolean => formats?.includes("markdown") === true;
  connection.onHover(
    row("Hover", (uri, { position }) =>
      hover(workspace, uri, position, {
        markdown: markdown(texts()?.hover?.contentFormat),
        reference: session.telling().reference,
        severities: session.settings.severities,
      }),
    ),
  );
  connection.onSignatureHelp(row("Signature help", (uri, { position }) => signatureHelp(workspace, uri, position)));
  connection.onDocumentSymbol(
    row("Symbols", (uri) => {
      const nested = texts()?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return nested ? [...symbols(workspace, uri)] : [...symbolsFlat(workspace, uri)];
    }),
  );
  connection.onWorkspaceSymbol(
    rest("Workspace symbols", ({ query }) => [...workspaceSymbols(workspace, query)], "needs all"),
  );
  connection.onFoldingRanges(row("Folding", (uri) => [...foldingRanges(workspace, uri)]));
  connection.onSelectionRanges(
    row("Selection", (uri, { positions }) => [...selectionRanges(workspace, uri, positions)]),
  );
  connection.onCodeLens(row("Lenses", (uri) => [...codeLens(workspace, uri)], "needs all"));
  connection.onCodeLensResolve(
    rest("Lens", (lens) => resolveCodeLens(workspace, lens, { command: knowsReferences() }), "needs all"),
  );
  const knowsReferences = (): boolean => session.client.commands.has("argmap.showReferences");
  connection.languages.inlayHint.on(row("Hints", (uri, { range }) => [...inlayHints(workspace, uri, range)]));
  connection.languages.semanticTokens.on(row("Tokens", (uri) => semanticTokens(workspace, uri)));
  connection.languages.semanticTokens.onDelta(
    row("Tokens", (uri, { previousResultId }) => semanticTokensDelta(workspace, uri, previousResultId)),
  );
  connection.languages.semanticTokens.onRange(
    row("Tokens", (uri, { range }) => semanticTokensRange(workspace, uri, range)),
  );
  connection.languages.diagnostics.on(
    row("Diagnostics", (uri) => {
      const file = workspace.get(uri);
      return { kind: "full" as const, items: file === undefined ? [] : diagnostics(file, session.telling()) };
    }),
  );

  // ---- writing -------------------------------------------------------------------

  connection.onCompletion(
    row("Completion", (uri, { position, context }) =>
      completion(workspace, uri, position, {
        snippets: texts()?.completion?.completionItem?.snippetSupport === true,
        resolves: texts()?.completion?.completionItem?.resolveSupport?.properties ?? [],
        trigger: context?.triggerCharacter,
        ...documentation(),
      }),
    ),
  );
  connection.onCompletionResolve(rest("Completion", (item) => resolveCompletion(workspace, item, documentation())));
  const documentation = () => ({ markdown: markdown(texts()?.completion?.completionItem?.documentationFormat) });
  connection.onPrepareRename(row("Rename", (uri, { position }) => prepareRename(workspace, uri, position)));
  connection.onRenameRequest(
    row(
      "Rename",
      (uri, { position, newName }) => editFor(rename(workspace, uri, position, newName), able()),
      "needs all",
    ),
  );
  connection.workspace.onWillRenameFiles(
    rest(
      "Renaming files",
      ({ files }) => {
        const known = files.map(({ oldUri, newUri }) => ({ oldUri: normalUri(oldUri), newUri: normalUri(newUri) }));
        const edit = willRenameFiles(workspace, known);
        return edit === null ? null : editFor(edit, able());
      },
      "needs all",
    ),
  );
  connection.languages.onLinkedEditingRange(
    row("Linked editing", (uri, { position }) => linkedEditing(workspace, uri, position)),
  );
  const format = <O extends object>(options: O): O & { readonly lineWidth: number } => ({
    ...options,
    lineWidth: session.settings.lineWidth,
  });
  connection.onDocumentFormatting(
    row("Formatting", (uri, { options }) => [...formatting(workspace, uri, format(options))]),
  );
  connection.onDocumentRangeFormatting(
    row("Formatting", (uri, { range, options }) => [...rangeFormatting(workspace, uri, range, format(options))]),
  );
  connection.onDocumentOnTypeFormatting(
    row("Formatting", (uri, { position, ch, options }) => [
      ...onTypeFormatting(workspace, uri, position, ch, format(options)),
    ]),
  );
  const acting = () => ({
    resolves: resolvesEdits(able()),
    renames: session.client.commands.has("argmap.renameAt"),
    makesFiles: makesFiles(able()),
    commands: session.client.commands,
    diagnostics: session.telling(),
  });
  connection.onCodeAction(
    row("Code actions", async (uri, { range, context }) => {
      const options = { ...acting(), only: context.only };
      const actions = codeActions(workspace, uri, range, options);
      return [...actions, ...(await fileActions(workspace, uri, range, options))].map((action) =>
        action.edit === undefined ? action : { ...action, edit: editFor(action.edit, able()) },
      );
    }),
  );
  connection.onCodeActionResolve(
    rest("Code action", (given) => {
      const action = resolveCodeAction(workspace, given, acting());
      return action.edit === undefined ? action : { ...action, edit: editFor(action.edit, able()) };
    }),
  );
}
