import type { ParameterInformation, Position, SignatureHelp } from "vscode-languageserver";
import { type ClauseWord, type Keyword, keywordRules } from "../../core/language/vocabulary.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { completionContextAt } from "../completion/completionContext.ts";
import { clauseExplanations, keywordExplanations } from "../shared/vocabularyDocs.ts";

/** After what a client asks again while a head is typed. */
export const signatureTriggers: readonly string[] = [" ", ","];

/**
 * The form of an entry while its head is typed: what may stand in it, and which part the cursor is at. Null in prose and
 * once the colon is passed.
 */
export function signatureHelp(workspace: Workspace, uri: string, position: Position): SignatureHelp | null {
  const file = workspace.get(uri)?.file;
  const context = file && completionContextAt(file, position);
  if (context?.kind !== "head") return null;
  const { keyword, clause } = context;
  const parts = partsOf(keyword);
  let label: string = keyword;
  const parameters = parts.map(({ form, meaning }): ParameterInformation => {
    // The colon stands right after what comes before it.
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
  const clauseParts = clauses.map((clause): SignaturePart => ({ ...partOf(clause), clause }));
  return [...namePart, ...clauseParts, { form: ": text", meaning: textMeanings[keyword] ?? "What it says." }];
}

const partOf = (clause: ClauseWord): { readonly form: string; readonly meaning: string } => clauseExplanations[clause];

const namePlaceholders: Partial<Record<Keyword, string>> = { import: "prefix", quote: "source" };
const nameMeanings = {
  defines: "A name of your choice, to refer to it from elsewhere. It may be left out.",
  refers: "The name of what it refers to.",
};
const textMeanings: Partial<Record<Keyword, string>> = {
  map: "The title of the map.",
  import: "The path of the other map, from where this one is.",
  source: "The title of the source.",
  speaker: "Who it is, in full.",
  quote: "The words of the source.",
};
