import { join } from "node:path";
import { createRegistry } from "vscode-tmgrammar-test/dist/common/index.js";
import { root } from "../root.ts";

/** A token of a line with its scopes, outermost first. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Splits the lines of a text into tokens by the TextMate grammar, as an editor does. */
export type Tokenize = (text: string) => readonly (readonly ScopedText[])[];

export async function loadTokenizer(): Promise<Tokenize> {
  const path = join(root, "syntaxes/argmap.tmLanguage.json");
  const grammar = await createRegistry([{ scopeName: "source.argmap", path }]).loadGrammar("source.argmap");
  if (grammar === null) throw new Error("The grammar cannot be loaded.");
  return (text) => {
    let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
    return text.split("\n").map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  };
}

/** Returns the scopes that can give a token a color: not those of the grammar itself and of enclosing blocks. */
export const colorScopes = ({ scopes }: ScopedText): readonly string[] =>
  scopes.filter((scope) => !scope.startsWith("source.") && !/^meta\.(?!object-literal\.)/.test(scope));
