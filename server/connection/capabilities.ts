/** The capabilities of the server. */
import { type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { tokensLegend } from "../features/requests/display/semanticTokens.ts";
import { onTypeTriggers } from "../features/requests/editing/formatting.ts";
import { renameFilters } from "../features/requests/editing/renameFiles.ts";
import { signatureTriggers } from "../features/requests/editing/signatureHelp.ts";
import type { Client } from "./session.ts";

/** The capabilities to announce to a client. Leaves out those that it could not use. */
export function capabilitiesFor({ capabilities, pullsDiagnostics }: Client): InitializeResult["capabilities"] {
  const { textDocument } = capabilities;
  const [firstTriggerCharacter, ...moreTriggerCharacter] = onTypeTriggers;
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, willSave: true, save: true },
    declarationProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    callHierarchyProvider: true,
    linkedEditingRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
    completionProvider: { triggerCharacters: [" ", ".", "/", ","], resolveProvider: true },
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    // Without literal support, code actions would be plain commands, without a kind and without an edit.
    ...(textDocument?.codeAction?.codeActionLiteralSupport !== undefined && {
      codeActionProvider: {
        codeActionKinds: ["quickfix", "refactor", "source.fixAll.argmap", "source.organizeImports"],
        resolveProvider: resolvesEdits(capabilities),
      },
    }),
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokensLegend.tokenTypes], tokenModifiers: [...tokensLegend.tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...(firstTriggerCharacter !== undefined && {
      documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(capabilities.workspace?.fileOperations?.willRename === true && {
        fileOperations: { willRename: { filters: [...renameFilters] } },
      }),
    },
    ...(pullsDiagnostics && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
  };
}

/** Whether a client resolves the edit of a code action when the user selects it. */
export const resolvesEdits = ({ textDocument }: Client["capabilities"]): boolean =>
  textDocument?.codeAction?.dataSupport === true &&
  textDocument.codeAction.resolveSupport?.properties.includes("edit") === true;
