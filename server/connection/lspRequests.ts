/** Registers the requests of LSP, each with the feature that answers it. */
import { type CancellationToken, CodeActionTriggerKind, type Location, type LocationLink } from "vscode-languageserver";
import { codeLens, resolveCodeLens } from "../features/requests/display/codeLens.ts";
import { diagnostics } from "../features/requests/display/diagnostics.ts";
import { foldingRanges } from "../features/requests/display/folding.ts";
import { hover, weighedHover } from "../features/requests/display/hover.ts";
import { inlayHints } from "../features/requests/display/inlayHints.ts";
import {
  semanticTokens,
  semanticTokensDelta,
  semanticTokensRange,
} from "../features/requests/display/semanticTokens.ts";
import { asyncActions, codeActions, resolveCodeAction } from "../features/requests/editing/codeActions.ts";
import { completion, resolveCompletion } from "../features/requests/editing/completion.ts";
import { formatting, onTypeFormatting, rangeFormatting } from "../features/requests/editing/formatting.ts";
import { linkedEditing } from "../features/requests/editing/linkedEditing.ts";
import { prepareRename, rename } from "../features/requests/editing/rename.ts";
import { willRenameFiles } from "../features/requests/editing/renameFiles.ts";
import { selectionRanges } from "../features/requests/editing/selectionRanges.ts";
import { signatureHelp } from "../features/requests/editing/signatureHelp.ts";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../features/requests/navigation/callHierarchy.ts";
import { declaration } from "../features/requests/navigation/declaration.ts";
import { definition } from "../features/requests/navigation/definition.ts";
import { documentLinks } from "../features/requests/navigation/documentLinks.ts";
import { highlights } from "../features/requests/navigation/highlights.ts";
import { implementation } from "../features/requests/navigation/implementation.ts";
import { references } from "../features/requests/navigation/references.ts";
import { flatSymbols, symbols } from "../features/requests/navigation/symbols.ts";
import { typeDefinition } from "../features/requests/navigation/typeDefinition.ts";
import { workspaceSymbols } from "../features/requests/navigation/workspaceSymbols.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { resolvesEdits } from "./capabilities.ts";
import { canCreateFiles, toClientEdit } from "./clientEdits.ts";
import { handleRequest } from "./handleRequest.ts";
import type { ServerSession } from "./session.ts";

/**
 * Registers the handlers of the requests of LSP.
 *
 * @param moveCursor called with the URI and the line of requests that editors send for the position of the cursor
 */
export function registerLspRequests(session: ServerSession, moveCursor: (uri: string, line: number) => void): void {
  const { connection, workspace } = session;
  const clientCapabilities = () => session.client.capabilities;
  const textDocumentCapabilities = () => clientCapabilities().textDocument;

  /** A handler for requests about one document. */
  const documentRequest =
    <P extends { readonly textDocument: { readonly uri: string } }, T>(
      label: string,
      handler: (uri: string, params: P) => T | Promise<T>,
      needsAllMaps?: "needs all",
    ) =>
    (params: P, token: CancellationToken): Promise<T> =>
      handleRequest(
        session,
        { label, uri: params.textDocument.uri, token, needsAllMaps: needsAllMaps !== undefined },
        (uri) => handler(uri, params),
      );
  /** A handler for requests about the whole workspace, or about an item of an earlier answer. */
  const workspaceRequest =
    <P, T>(label: string, handler: (params: P) => T | Promise<T>, needsAllMaps?: "needs all") =>
    (params: P, token: CancellationToken): Promise<T> =>
      handleRequest(session, { label, token, needsAllMaps: needsAllMaps !== undefined }, () => handler(params));

  // ---- navigation ----------------------------------------------------------------

  const toClientLinks = (links: readonly LocationLink[], support: { linkSupport?: boolean } | undefined) =>
    support?.linkSupport === true
      ? [...links]
      : links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
  connection.onDeclaration(
    documentRequest("Declaration", (uri, { position }) =>
      toClientLinks(declaration(workspace, uri, position), textDocumentCapabilities()?.declaration),
    ),
  );
  connection.onDefinition(
    documentRequest("Definition", (uri, { position }) =>
      toClientLinks(definition(workspace, uri, position), textDocumentCapabilities()?.definition),
    ),
  );
  connection.onTypeDefinition(
    documentRequest("Type definition", (uri, { position }) =>
      toClientLinks(typeDefinition(workspace, uri, position), textDocumentCapabilities()?.typeDefinition),
    ),
  );
  connection.onImplementation(
    documentRequest(
      "Implementation",
      (uri, { position }) =>
        toClientLinks(implementation(workspace, uri, position), textDocumentCapabilities()?.implementation),
      "needs all",
    ),
  );
  connection.onReferences(
    documentRequest(
      "References",
      (uri, { position, context }) => [...references(workspace, uri, position, context.includeDeclaration)],
      "needs all",
    ),
  );
  connection.onDocumentHighlight(
    documentRequest("Highlights", (uri, { position }) => {
      moveCursor(uri, position.line);
      return [...highlights(workspace, uri, position)];
    }),
  );
  connection.languages.callHierarchy.onPrepare(
    documentRequest("Call hierarchy", (uri, { position }) => prepareCallHierarchy(workspace, uri, position)),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    workspaceRequest("Incoming calls", ({ item }) => incomingCalls(workspace, item), "needs all"),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    workspaceRequest("Outgoing calls", ({ item }) => outgoingCalls(workspace, item), "needs all"),
  );
  connection.onDocumentLinks(documentRequest("Links", (uri) => [...documentLinks(workspace, uri)]));

  // ---- information ---------------------------------------------------------------

  const acceptsMarkdown = (formats: readonly string[] | undefined): boolean => formats?.includes("markdown") === true;
  connection.onHover(
    documentRequest("Hover", (uri, { position }) => {
      const options = {
        markdown: acceptsMarkdown(textDocumentCapabilities()?.hover?.contentFormat),
        referenceUri: session.diagnosticOptions().referenceUri,
        severities: session.settings.severities,
      };
      // The hover asks for articles before the likelihoods are computed, so that `handleRequest` waits for them.
      const shown = hover(workspace, uri, position, options);
      return shown !== null && session.settings.weighing ? weighedHover(workspace, uri, position, options) : shown;
    }),
  );
  connection.onSignatureHelp(
    documentRequest("Signature help", (uri, { position }) => signatureHelp(workspace, uri, position)),
  );
  connection.onDocumentSymbol(
    documentRequest("Symbols", (uri) => {
      const nested = textDocumentCapabilities()?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return nested ? [...symbols(workspace, uri)] : [...flatSymbols(workspace, uri)];
    }),
  );
  connection.onWorkspaceSymbol(
    workspaceRequest("Workspace symbols", ({ query }) => [...workspaceSymbols(workspace, query)], "needs all"),
  );
  connection.onFoldingRanges(documentRequest("Folding", (uri) => [...foldingRanges(workspace, uri)]));
  connection.onSelectionRanges(
    documentRequest("Selection", (uri, { positions }) => [...selectionRanges(workspace, uri, positions)]),
  );
  connection.onCodeLens(documentRequest("Lenses", (uri) => [...codeLens(workspace, uri)], "needs all"));
  connection.onCodeLensResolve(
    workspaceRequest(
      "Lens",
      (lens) => resolveCodeLens(workspace, lens, { canShowReferences: canShowReferences() }),
      "needs all",
    ),
  );
  const canShowReferences = (): boolean => session.client.commands.has("argmap.showReferences");
  connection.languages.inlayHint.on(
    documentRequest("Hints", (uri, { range }) => [...inlayHints(workspace, uri, range)]),
  );
  connection.languages.semanticTokens.on(documentRequest("Tokens", (uri) => semanticTokens(workspace, uri)));
  connection.languages.semanticTokens.onDelta(
    documentRequest("Tokens", (uri, { previousResultId }) => semanticTokensDelta(workspace, uri, previousResultId)),
  );
  connection.languages.semanticTokens.onRange(
    documentRequest("Tokens", (uri, { range }) => semanticTokensRange(workspace, uri, range)),
  );
  connection.languages.diagnostics.on(
    documentRequest("Diagnostics", (uri) => {
      const file = workspace.get(uri);
      if (file === undefined) return { kind: "full" as const, items: [] };
      const { sources } = workspace;
      sources.requestArticles(file.file, [...file.file.entriesOf("source"), ...file.file.entriesOf("quote")]);
      const items = diagnostics(file, session.diagnosticOptions(), session.editedEntries.isWaiting(file));
      return { kind: "full" as const, items };
    }),
  );

  // ---- editing -------------------------------------------------------------------

  connection.onCompletion(
    documentRequest("Completion", (uri, { position, context }) =>
      completion(workspace, uri, position, {
        snippets: textDocumentCapabilities()?.completion?.completionItem?.snippetSupport === true,
        resolvableProperties: textDocumentCapabilities()?.completion?.completionItem?.resolveSupport?.properties ?? [],
        trigger: context?.triggerCharacter,
        ...documentationOptions(),
      }),
    ),
  );
  connection.onCompletionResolve(
    workspaceRequest("Completion", (item) => resolveCompletion(workspace, item, documentationOptions())),
  );
  const documentationOptions = () => ({
    markdown: acceptsMarkdown(textDocumentCapabilities()?.completion?.completionItem?.documentationFormat),
  });
  connection.onPrepareRename(documentRequest("Rename", (uri, { position }) => prepareRename(workspace, uri, position)));
  connection.onRenameRequest(
    documentRequest(
      "Rename",
      (uri, { position, newName }) => toClientEdit(rename(workspace, uri, position, newName), clientCapabilities()),
      "needs all",
    ),
  );
  connection.workspace.onWillRenameFiles(
    workspaceRequest(
      "Renaming files",
      ({ files }) => {
        const renames = files.map(({ oldUri, newUri }) => ({
          oldUri: normalizeUri(oldUri),
          newUri: normalizeUri(newUri),
        }));
        const edit = willRenameFiles(workspace, renames);
        return edit === null ? null : toClientEdit(edit, clientCapabilities());
      },
      "needs all",
    ),
  );
  connection.languages.onLinkedEditingRange(
    documentRequest("Linked editing", (uri, { position }) => linkedEditing(workspace, uri, position)),
  );
  const formatOptions = <O extends object>(options: O): O & { readonly lineWidth: number } => ({
    ...options,
    lineWidth: session.settings.lineWidth,
  });
  connection.onDocumentFormatting(
    documentRequest("Formatting", (uri, { options }) => [...formatting(workspace, uri, formatOptions(options))]),
  );
  connection.onDocumentRangeFormatting(
    documentRequest("Formatting", (uri, { range, options }) => [
      ...rangeFormatting(workspace, uri, range, formatOptions(options)),
    ]),
  );
  connection.onDocumentOnTypeFormatting(
    documentRequest("Formatting", (uri, { position, ch, options }) => [
      ...onTypeFormatting(workspace, uri, position, ch, formatOptions(options)),
    ]),
  );
  const codeActionOptions = () => ({
    canResolveEdits: resolvesEdits(clientCapabilities()),
    canRename: session.client.commands.has("argmap.renameAt"),
    canCreateFiles: canCreateFiles(clientCapabilities()),
    commands: session.client.commands,
    diagnostics: session.diagnosticOptions(),
  });
  connection.onCodeAction(
    documentRequest("Code actions", async (uri, { range, context }) => {
      if (context.triggerKind === CodeActionTriggerKind.Automatic) moveCursor(uri, range.start.line);
      const options = { ...codeActionOptions(), only: context.only };
      const actions = codeActions(workspace, uri, range, options);
      return [...actions, ...(await asyncActions(workspace, uri, range, options))].map((action) =>
        action.edit === undefined ? action : { ...action, edit: toClientEdit(action.edit, clientCapabilities()) },
      );
    }),
  );
  connection.onCodeActionResolve(
    workspaceRequest("Code action", async (unresolved) => {
      const action = await resolveCodeAction(workspace, unresolved, codeActionOptions());
      return action.edit === undefined ? action : { ...action, edit: toClientEdit(action.edit, clientCapabilities()) };
    }),
  );
}
