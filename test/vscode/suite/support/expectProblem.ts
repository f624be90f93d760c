/** What VS Code has been told about a text. */
import { type Diagnostic, type DiagnosticSeverity, languages, type TextDocument } from "vscode";
import { until } from "./waitForEvent.ts";

export const codeOf = ({ code }: Diagnostic): unknown => (typeof code === "object" ? code.value : code);

/** Waits until a problem is shown, with this severity where one is given. */
export const untilProblem = (
  document: TextDocument,
  code: string,
  severity?: DiagnosticSeverity,
): Promise<Diagnostic> =>
  until([languages.onDidChangeDiagnostics], () =>
    languages
      .getDiagnostics(document.uri)
      .find((problem) => codeOf(problem) === code && (severity === undefined || problem.severity === severity)),
  );

/** Waits until a problem is no longer shown. */
export const untilMended = (document: TextDocument, code: string): Promise<boolean> =>
  until([languages.onDidChangeDiagnostics], () =>
    languages.getDiagnostics(document.uri).every((problem) => codeOf(problem) !== code),
  );
