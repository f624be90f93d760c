import type { SymbolKind } from "vscode-languageserver";
import type { Keyword } from "../../core/language/vocabulary.ts";

/** LSP knows no arguments, so each keyword borrows a kind whose icon tells it from the others. */
export const symbolKinds: { readonly [K in Keyword]: SymbolKind } = {
  map: 4, // package
  import: 2, // module
  source: 1, // file
  speaker: 19, // object
  question: 11, // interface: what claims answer to
  claim: 5, // class
  reason: 12, // function
  objection: 24, // event
  premise: 8, // field
  assumption: 13, // variable
  quote: 15, // string
};
