import { join } from "node:path";
import { createRegistry } from "vscode-tmgrammar-test/dist/common/index.js";
import { root } from "./root.ts";

/** A piece of a line with what the grammar says of it, outermost scope first. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The lines of a text, cut into pieces by the TextMate grammar as an editor does it. */
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

/** Scopes of a piece that give it a colour: all but the grammar's own and those that only say where it stands. */
export const colourScopes = ({ scopes }: ScopedText): readonly string[] =>
  scopes.filter((scope) => !scope.startsWith("source.") && !/^meta\.(?!object-literal\.)/.test(scope));
