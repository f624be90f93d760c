/** The client of the language server in the worker. */
import {
  hoverTooltips,
  LSPClient,
  type LSPClientExtension,
  serverCompletion,
  signatureHelp,
  type Transport,
} from "@codemirror/lsp-client";
import type { EditorView } from "@codemirror/view";
import { codeActionCapabilities } from "./codeActions.ts";
import { MapWorkspace } from "./openMaps.ts";
import { sanitizeHtml } from "./sanitize.ts";
import { semanticHighlighting } from "./semanticHighlighting.ts";

/** In milliseconds. The server runs on this machine, so a late answer is still an answer. */
const REQUEST_TIMEOUT = 60_000;

export interface LanguageClientOptions {
  readonly transport: Transport;
  /** The address of the reference, to whose sections problems lead. */
  readonly reference: string;
  readonly problems: LSPClientExtension;
  /** Shows a file in the editor; undefined if there is none with this URI. */
  readonly showFile: (uri: string) => EditorView | undefined;
  readonly onNotification: (method: string, params: unknown) => void;
}

export interface LanguageClient {
  readonly client: LSPClient;
  readonly workspace: MapWorkspace;
}

/** Connects a client. */
export function createLanguageClient(options: LanguageClientOptions): LanguageClient {
  let workspace: MapWorkspace | undefined;
  const client = new LSPClient({
    timeout: REQUEST_TIMEOUT,
    initializationOptions: { reference: options.reference },
    sanitizeHTML: sanitizeHtml,
    workspace: (owner) => {
      workspace = new MapWorkspace(owner, options.showFile);
      return workspace;
    },
    unhandledNotification: (_client, method, params) => options.onNotification(method, params),
    extensions: [
      options.problems,
      codeActionCapabilities,
      semanticHighlighting,
      // Names are words with any letters, and hyphens.
      serverCompletion({ override: true, validFor: /^[\p{L}\p{M}\p{N}_-]*$/u }),
      hoverTooltips(),
      signatureHelp(),
    ],
  });
  client.connect(options.transport);
  if (workspace === undefined) throw new Error("The client has created no workspace.");
  return { client, workspace };
}
