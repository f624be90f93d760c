/** Signature help: the syntax of an entry while the user types its head. */
import type { ParameterInformation, Position, SignatureHelp } from "vscode-languageserver";
import { type ClauseWord, type Keyword, keywordRules } from "../../../core/language/vocabulary.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { completionContextAt } from "../../completion/completionContextAt.ts";
import { clauseExplanations, keywordExplanations } from "../../shared/vocabularyDocs.ts";

/** The trigger characters of signature help. */
export const signatureTriggers: readonly string[] = [" ", ","];

/**
 * Returns the syntax of the entry whose head contains the position, with the part at the position as the active parameter.
 * Null outside heads and after the colon.
 */
export function signatureHelp(workspace: Workspace, uri: string, position: Position): SignatureHelp | null {
  const file = workspace.get(uri)?.file;
  const context = file && completionContextAt(file, position);
  if (context?.kind !== "head") return null;
  const { keyword, clause } = context;
  const parts = partsOf(keyword);
  let label: string = keyword;
  const parameters = parts.map(({ form, meaning }): ParameterInformation => {
    // There is no space before the colon.
    label += form.startsWith(":") ? "" : " ";
    const start = label.length;
    label += form;
    return { label: [start, label.length], documentation: meaning };
  });
  const activeIndex = parts.findIndex((part) => part.clause === clause && (clause !== undefined || part.isName));
  const signature = { label, documentation: keywordExplanations[keyword].meaning, parameters };
  return { signatures: [signature], activeSignature: 0, activeParameter: Math.max(0, activeIndex) };
}

interface SignaturePart {
  readonly form: string;
  readonly meaning: string;
  readonly clause?: ClauseWord;
  readonly isName?: true;
}

function partsOf(keyword: Keyword): readonly SignaturePart[] {
  const { name, clauses } = keywordRules[keyword];
  const namePart: readonly SignaturePart[] =
    name === "none" ? [] : [{ form: namePlaceholders[keyword] ?? "name", meaning: nameMeanings[name], isName: true }];
  const clauseParts = clauses.map((clause): SignaturePart => ({ ...clauseExplanations[clause], clause }));
  return [...namePart, ...clauseParts, { form: ": text", meaning: textMeanings[keyword] ?? "The text of the entry." }];
}

const namePlaceholders: Partial<Record<Keyword, string>> = { import: "prefix", quote: "source" };
const nameMeanings = {
  defines: "A name by which other entries can refer to this one. Optional.",
  refers: "The name of the source. Optional if there is only one source.",
};
const textMeanings: Partial<Record<Keyword, string>> = {
  map: "The title of the map.",
  import: "The path of the other map, relative to this one.",
  source: "The title of the source.",
  speaker: "The full name of the speaker.",
  quote: "The quoted words.",
};
