import type { Range, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import type { Entry, Line } from "../../core/language/entry.ts";
import { targetOf } from "../../core/language/graph.ts";
import type { Name } from "../../core/language/head.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../core/language/map.ts";
import { isAttributeKey, type Keyword } from "../../core/language/vocabulary.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { listedValues } from "../shared/vocabularyDocs.ts";

const types = [
  "keyword",
  // What speaks for and against shows so; package.json says how.
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

/** What the numbers of tokens stand for. */
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
 * All tokens of a file: keywords, names by what they stand for, keys and listed values of attributes, comments. Prose has
 * none. A definition that does not count, as the name was defined before, is `deprecated`; a name of another file is
 * `external`.
 */
export function semanticTokens(workspace: Workspace, uri: string): SemanticTokens {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return { data: [] };
  const { resultId, data } = workspace.semanticTokens.save(uri, encodeTokens(file, 0, file.syntax.lines.length));
  return { resultId, data: [...data] };
}

/** What has changed since an answer; all tokens where it was not the last one. */
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

/** The tokens of the lines of a range. */
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

/** Tokens of lines as LSP counts them: each from the one before. */
function encodeTokens(file: MapFile, from: number, to: number): number[] {
  const data: number[] = [];
  const effective: EffectiveDefinitions = new Map();
  let lastLine = 0;
  for (let number = from; number < to; number++) {
    const line = file.syntax.lines.at(number);
    if (line === undefined) break;
    let lastStart = 0;
    for (const { start, end, type, modifiers: own } of tokensOf(file, line, effective)) {
      if (end <= start) continue;
      const flags = own.reduce((all, modifier) => all | (1 << modifiers.indexOf(modifier)), 0);
      data.push(number - lastLine, start - lastStart, end - start, types.indexOf(type), flags);
      lastLine = number;
      lastStart = start;
    }
  }
  return data;
}

/** The definitions that count, as far as they have been asked for: of a name defined a thousand times it is looked for once. */
type EffectiveDefinitions = Map<string, Entry | undefined>;

function tokensOf(file: MapFile, line: Line, effective: EffectiveDefinitions): readonly Token[] {
  const { scanned, owner } = line;
  switch (scanned.kind) {
    case "comment":
      // A byte-order mark before it is no part of it.
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
  const value = raw.slice(textStart).trimEnd();
  const isListed = isAttributeKey(name) && listedValues(name).some((one) => one.value === value);
  const tokens = [token(key.start, key.end, "property")];
  if (isListed) tokens.push(token(textStart, textStart + value.length, "enumMember"));
  return tokens;
}

function headTokens(file: MapFile, entry: Entry, effective: EffectiveDefinitions): readonly Token[] {
  const { head } = entry;
  const { keyword, start, clauses, form } = head;
  const end = start + keyword.length;
  const tokens = [token(start, end, keyword === "reason" || keyword === "objection" ? keyword : "keyword")];
  for (const clause of clauses) tokens.push(token(clause.start, clause.start + clause.word.length, "keyword"));
  const defined = definedName(entry);
  if (defined !== undefined) {
    const isEffective = effectiveDefinition(file, entry, defined.text, effective) === entry;
    tokens.push(token(defined.start, defined.end, nameTypes[keyword], "definition", ...deprecatedUnless(isEffective)));
  }
  for (const reference of referencesOf(entry)) {
    const { name } = reference;
    // In a broken head the name to be defined counts as a mention too.
    if (name.start === defined?.start) continue;
    const target = targetOf(reference);
    if (target === undefined && form === "broken") continue;
    tokens.push(...referenceTokens(entry, name, target, file));
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** Of the definitions of a name the one that counts; prefixes are names of their own. */
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

/** What to put in the place of what: one stretch, whole tokens, between a common beginning and a common end. */
function tokenEdits(oldTokens: readonly number[], newTokens: readonly number[]): SemanticTokensDelta["edits"] {
  const shorterLength = Math.min(oldTokens.length, newTokens.length);
  let start = 0;
  while (start < shorterLength && oldTokens[start] === newTokens[start]) start++;
  start -= start % 5;
  let commonSuffix = 0;
  while (
    commonSuffix < shorterLength - start &&
    oldTokens[oldTokens.length - 1 - commonSuffix] === newTokens[newTokens.length - 1 - commonSuffix]
  )
    commonSuffix++;
  commonSuffix -= commonSuffix % 5;
  if (start === oldTokens.length && start === newTokens.length) return [];
  return [
    {
      start,
      deleteCount: oldTokens.length - start - commonSuffix,
      data: newTokens.slice(start, newTokens.length - commonSuffix),
    },
  ];
}
