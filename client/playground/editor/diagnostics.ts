/** The problems that the server publishes: underlined in the text, and listed below it. */
import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import type { LSPClientExtension } from "@codemirror/lsp-client";
import * as v from "valibot";
import { range } from "../../../server/protocol/schemas.ts";
import type { OpenMap } from "./openMaps.ts";
import { type LspRange, toOffsets } from "./positions.ts";

const publishedDiagnostics = v.object({
  uri: v.string(),
  version: v.optional(v.number()),
  diagnostics: v.array(
    v.object({
      range,
      severity: v.optional(v.picklist([1, 2, 3, 4]), 1),
      message: v.string(),
      codeDescription: v.optional(v.object({ href: v.string() })),
    }),
  ),
});

const severities = { 1: "error", 2: "warning", 3: "info", 4: "hint" } as const;

/** A problem in a map. */
export interface PublishedProblem {
  readonly range: LspRange;
  readonly severity: Diagnostic["severity"];
  readonly message: string;
  /** The address of its section in the reference. */
  readonly reference: string | undefined;
}

interface DiagnosticsOptions {
  readonly fileOf: (uri: string) => OpenMap | null;
  /** Called when the problems of a file have changed. */
  readonly onProblems: (file: OpenMap, problems: readonly PublishedProblem[]) => void;
  /** Returns what a tooltip says of a problem. */
  readonly render: (file: OpenMap, problem: PublishedProblem) => Node;
}

/** Returns the extension of the client. */
export const publishedProblems = ({ fileOf, onProblems, render }: DiagnosticsOptions): LSPClientExtension => ({
  clientCapabilities: {
    textDocument: { publishDiagnostics: { versionSupport: true, codeDescriptionSupport: true } },
  },
  notificationHandlers: {
    "textDocument/publishDiagnostics": (client, params: unknown) => {
      const parsed = v.safeParse(publishedDiagnostics, params);
      const file = parsed.success ? fileOf(parsed.output.uri) : null;
      if (!parsed.success || file === null) return true;
      client.sync();
      // The server publishes again for the newer version.
      if (parsed.output.version !== undefined && parsed.output.version !== file.version) return true;
      const problems = parsed.output.diagnostics.map(
        ({ severity, message, codeDescription, ...diagnostic }): PublishedProblem => ({
          range: diagnostic.range,
          severity: severities[severity],
          message,
          reference: codeDescription?.href,
        }),
      );
      const diagnostics = problems.map(
        (problem): Diagnostic => ({
          ...toOffsets(file.doc, problem.range),
          severity: problem.severity,
          message: problem.message,
          renderMessage: () => render(file, problem),
        }),
      );
      file.dispatch(setDiagnostics(file.state, diagnostics));
      onProblems(file, problems);
      return true;
    },
  },
  editorExtension: linter(null),
});
