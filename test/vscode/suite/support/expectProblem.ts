/** What VS Code has been told about a text. */
import { type Diagnostic, type DiagnosticSeverity, languages, type TextDocument } from "vscode";
import { waitForEvent } from "./waitForEvent.ts";

export const codeOf = ({ code }: Diagnostic): unknown => (typeof code === "object" ? code.value : code);

/** Waits until a problem is shown, with this severity where one is given. */
export const waitForProblem = (
  document: TextDocument,
  code: string,
  severity?: DiagnosticSeverity,
): Promise<Diagnostic> =>
  waitForEvent([languages.onDidChangeDiagnostics], () =>
    languages
      .getDiagnostics(document.uri)
      .find((problem) => codeOf(problem) === code && (severity === undefined || problem.severity === severity)),
  );

/** Waits until a problem is no longer shown. */
export const waitForNoProblem = (document: TextDocument, code: string): Promise<boolean> =>
  waitForEvent([languages.onDidChangeDiagnostics], () =>
    languages.getDiagnostics(document.uri).every((problem) => codeOf(problem) !== code),
  );
