/** The problems that VS Code shows for a text. */
import { type Diagnostic, type DiagnosticSeverity, languages, type TextDocument } from "vscode";
import { waitForEvent } from "./waitForEvent.ts";

export const codeOf = ({ code }: Diagnostic): unknown => (typeof code === "object" ? code.value : code);

/** The codes of all problems of a text. */
export const problemCodes = ({ uri }: Pick<TextDocument, "uri">): readonly unknown[] =>
  languages.getDiagnostics(uri).map(codeOf);

/** Waits until a text has a problem, with a severity if one is given. */
export const waitForProblem = (
  { uri }: Pick<TextDocument, "uri">,
  code: string,
  severity?: DiagnosticSeverity,
): Promise<Diagnostic> =>
  waitForEvent([languages.onDidChangeDiagnostics], () =>
    languages
      .getDiagnostics(uri)
      .find((problem) => codeOf(problem) === code && (severity === undefined || problem.severity === severity)),
  );

/** Waits until a text does not have a problem. */
export const waitForNoProblem = (document: Pick<TextDocument, "uri">, code: string): Promise<boolean> =>
  waitForEvent([languages.onDidChangeDiagnostics], () => !problemCodes(document).includes(code));
