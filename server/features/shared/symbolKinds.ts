import type { SymbolKind } from "vscode-languageserver";
import type { Keyword } from "../../core/language/vocabulary.ts";

/** The LSP symbol kind of each keyword. LSP has no kinds for arguments, so these are chosen for their distinct icons. */
export const symbolKinds: { readonly [K in Keyword]: SymbolKind } = {
  map: 4, // package
  import: 2, // module
  source: 1, // file
  speaker: 19, // object
  question: 11, // interface
  claim: 5, // class
  reason: 12, // function
  objection: 24, // event
  premise: 8, // field
  assumption: 13, // variable
  quote: 15, // string
};
