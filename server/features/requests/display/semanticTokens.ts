import type { Range, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import { valueParts } from "../../../core/language/attributes/schemes.ts";
import type { Entry, Line } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import { keywordRange, type Name } from "../../../core/language/head.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../../core/language/map.ts";
import { isAttributeKey, isStep, type Keyword } from "../../../core/language/vocabulary.ts";
import { commonPrefixLength, commonSuffixLength } from "../../../core/strings/commonEnds.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { listedValues } from "../../shared/vocabularyDocs.ts";

const types = [
  "keyword",
  // package.json assigns colors to these two.
  "reason",
  "objection",
  "class",
  "function",
  "interface",
  "namespace",
  "struct",
  "variable",
  "property",
  "enumMember",
  "comment",
] as const;
type TokenType = (typeof types)[number];

const modifiers = ["definition", "reference", "deprecated", "external"] as const;
type TokenModifier = (typeof modifiers)[number];

/** The legend for the numbers of token types and modifiers. */
export const tokensLegend: { readonly tokenTypes: readonly string[]; readonly tokenModifiers: readonly string[] } = {
  tokenTypes: types,
  tokenModifiers: modifiers,
};

const nameTypes: { readonly [K in Keyword]: TokenType } = {
  map: "keyword",
  import: "namespace",
  source: "struct",
  speaker: "variable",
  question: "interface",
  claim: "class",
  reason: "function",
  objection: "function",
  premise: "class",
  assumption: "class",
  quote: "struct",
};

/**
 * Returns all tokens of a file: keywords, names by the kind of their entry, keys and listed values of attributes, and comments.
 * Prose has none. A duplicate definition, which has no effect, is `deprecated`; a name defined in another file is `external`.
 */
export function semanticTokens(workspace: Workspace, uri: string): SemanticTokens {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return { data: [] };
  const { resultId, data } = workspace.semanticTokens.save(uri, encodeTokens(file, 0, file.syntax.lines.length));
  return { resultId, data: [...data] };
}

/** Returns the changes since the previous result, or all tokens if that was not the last result. */
export function semanticTokensDelta(
  workspace: Workspace,
  uri: string,
  previousResultId: string,
): SemanticTokens | SemanticTokensDelta {
  const oldTokens = workspace.semanticTokens.get(uri, previousResultId)?.data;
  const newTokens = semanticTokens(workspace, uri);
  return oldTokens === undefined || newTokens.resultId === undefined
    ? newTokens
    : { resultId: newTokens.resultId, edits: tokenEdits(oldTokens, newTokens.data) };
}

/** Returns the tokens of the lines that a range touches. */
export function semanticTokensRange(workspace: Workspace, uri: string, { start, end }: Range): SemanticTokens {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return { data: [] };
  return { data: encodeTokens(file, Math.max(0, start.line), Math.min(end.line + 1, file.syntax.lines.length)) };
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Encodes the tokens of lines as LSP does: five numbers each, with positions relative to the token before. */
function encodeTokens(file: MapFile, from: number, to: number): number[] {
  const data: number[] = [];
  const effective: EffectiveDefinitions = new Map();
  let lastLine = 0;
  for (let number = from; number < to; number++) {
    const line = file.syntax.lines.at(number);
    if (line === undefined) break;
    let lastStart = 0;
    for (const { start, end, type, modifiers: tokenModifiers } of tokensOf(file, line, effective)) {
      if (end <= start) continue;
      const flags = tokenModifiers.reduce((all, modifier) => all | (1 << modifiers.indexOf(modifier)), 0);
      data.push(number - lastLine, start - lastStart, end - start, types.indexOf(type), flags);
      lastLine = number;
      lastStart = start;
    }
  }
  return data;
}

/** A cache of the effective definition of each name, because a name may be defined many times. */
type EffectiveDefinitions = Map<string, Entry | undefined>;

function tokensOf(file: MapFile, line: Line, effective: EffectiveDefinitions): readonly Token[] {
  const { scanned, owner } = line;
  switch (scanned.kind) {
    case "comment":
      // A byte-order mark may precede the comment.
      return [token(scanned.raw.indexOf("//"), scanned.raw.trimEnd().length, "comment")];
    case "attribute":
      return attributeTokens(scanned.raw, scanned.key, scanned.textStart);
    case "entry":
      return owner === undefined ? [] : headTokens(file, owner, effective);
    default:
      return [];
  }
}

const token = (start: number, end: number, type: TokenType, ...modifiers: readonly TokenModifier[]): Token => ({
  start,
  end,
  type,
  modifiers,
});

function attributeTokens(
  raw: string,
  key: { readonly start: number; readonly end: number },
  textStart: number,
): readonly Token[] {
  const name = raw.slice(key.start, key.end);
  const listed = isAttributeKey(name) ? listedValues(name) : [];
  return [
    token(key.start, key.end, "property"),
    ...valueParts(name, raw.slice(textStart).trimEnd()).flatMap(({ text, start }) =>
      listed.some(({ value }) => value === text)
        ? [token(textStart + start, textStart + start + text.length, "enumMember")]
        : [],
    ),
  ];
}

function headTokens(file: MapFile, entry: Entry, effective: EffectiveDefinitions): readonly Token[] {
  const { head } = entry;
  const { keyword, clauses, form } = head;
  const { start, end } = keywordRange(head);
  const tokens = [token(start, end, isStep(keyword) ? keyword : "keyword")];
  for (const clause of clauses) tokens.push(token(clause.start, clause.start + clause.word.length, "keyword"));
  const defined = definedName(entry);
  if (defined !== undefined) {
    const isEffective = effectiveDefinition(file, entry, defined.text, effective) === entry;
    tokens.push(token(defined.start, defined.end, nameTypes[keyword], "definition", ...deprecatedUnless(isEffective)));
  }
  for (const reference of referencesOf(entry)) {
    const { name } = reference;
    // In a broken head, the defined name is also listed as a reference.
    if (name.start === defined?.start) continue;
    const target = targetOf(reference);
    if (target === undefined && form === "broken") continue;
    tokens.push(...referenceTokens(entry, name, target, file));
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** Returns the effective one of several definitions of a name. Prefixes of imports have their own namespace. */
function effectiveDefinition(
  file: MapFile,
  entry: Entry,
  name: string,
  effective: EffectiveDefinitions,
): Entry | undefined {
  if (isPrefix(entry)) return file.importWithPrefix(name);
  if (!effective.has(name)) effective.set(name, file.exportedEntry(name));
  return effective.get(name);
}

const isPrefix = ({ head }: Entry): boolean => head.keyword === "import";
const deprecatedUnless = (isEffective: boolean): readonly TokenModifier[] => (isEffective ? [] : ["deprecated"]);

function referenceTokens(entry: Entry, name: Name, target: Entry | undefined, file: MapFile): readonly Token[] {
  const tokens: Token[] = [];
  let { start } = name;
  if (name.prefix !== undefined) {
    const dot = entry.line.scanned.raw.indexOf(".", start);
    tokens.push(token(start, dot, "namespace", "reference"));
    start = dot + 1;
  }
  const external: readonly TokenModifier[] = target !== undefined && fileOf(target) !== file ? ["external"] : [];
  const type = target === undefined ? "variable" : nameTypes[target.head.keyword];
  tokens.push(token(start, name.end, type, "reference", ...external));
  return tokens;
}

/** Returns one edit of whole tokens that replaces everything between the common prefix and the common suffix; none if equal. */
function tokenEdits(oldTokens: readonly number[], newTokens: readonly number[]): SemanticTokensDelta["edits"] {
  let start = commonPrefixLength(oldTokens, newTokens);
  start -= start % 5;
  let suffixLength = commonSuffixLength(oldTokens, newTokens, start);
  suffixLength -= suffixLength % 5;
  if (start === oldTokens.length && start === newTokens.length) return [];
  return [
    {
      start,
      deleteCount: oldTokens.length - start - suffixLength,
      data: newTokens.slice(start, newTokens.length - suffixLength),
    },
  ];
}
