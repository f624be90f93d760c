/** Completion of keywords, clause words, attribute keys and listed values. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { attributeOf } from "../../core/language/entry.ts";
import { keywordsIn } from "../../core/language/intent/translations.ts";
import type { MapFile } from "../../core/language/map.ts";
import { type AttributeKey, type Keyword, keywordRules, keywords } from "../../core/language/vocabulary.ts";
import {
  attributeMeanings,
  clauseExplanations,
  keywordExplanations,
  listedValues,
  valueFormSentence,
} from "../shared/vocabularyDocs.ts";
import type { AttributeValueContext, HeadContext, LineStartContext } from "./completionContext.ts";

const KEYWORD = 14;
const PROPERTY = 10;
const VALUE = 12;
const SNIPPET = 2;

/** The order of keywords under an entry, the most frequent first. At the top level, keywords keep their declared order. */
const nestedOrder: readonly Keyword[] = ["claim", "premise", "reason", "objection", "assumption", "quote", "question"];

/** Items for the keywords allowed at the start of a line, and the attribute keys that the entry above does not have yet. */
export function lineItems(file: MapFile, start: LineStartContext, range: Range, snippets: boolean): CompletionItem[] {
  const allowed = allowedKeywords(file, start);
  const translated = translatedItems(file, allowed, start, range, snippets);
  // Keywords and keys are lower-case, so that other words are prose, or of another language.
  const items = /^[a-z-]*$/.test(start.typed)
    ? [
        ...allowed.flatMap((keyword) => keywordItems(file, keyword, start, range, snippets)),
        ...translated,
        ...availableKeys(start).map((key) => keyItem(key, start, range, snippets)),
      ]
    : translated;
  return items.map((item, index) => ({ ...item, sortText: String(index).padStart(3, "0") }));
}

/** Items for keywords by their words in the language of the map, which a user may type: `Gru` becomes `reason`. */
function translatedItems(
  file: MapFile,
  allowed: readonly Keyword[],
  start: LineStartContext,
  range: Range,
  snippets: boolean,
): CompletionItem[] {
  if (start.typed === "") return [];
  const [map] = file.entriesOf("map");
  const words = keywordsIn((map && attributeOf(map, "language")?.value) ?? "");
  return allowed.flatMap((keyword) => {
    const [item] = keywordItems(file, keyword, start, range, snippets);
    return item === undefined ? [] : (words.get(keyword) ?? []).slice(0, 1).map((label) => ({ ...item, label }));
  });
}

/** Items for the clause words that are allowed in a head and that it does not have yet. */
export const clauseItems = ({ clauses }: HeadContext, range: Range): CompletionItem[] =>
  clauses.map((word, index) => ({
    label: word,
    kind: KEYWORD,
    detail: clauseExplanations[word].form,
    documentation: clauseExplanations[word].meaning,
    sortText: `b${index}`,
    textEdit: { range, newText: word },
  }));

/** Items for the listed values of an attribute key. */
export const valueItems = (
  { key, usedValues }: AttributeValueContext,
  range: Range,
  leadingSpace: string,
): CompletionItem[] =>
  listedValues(key)
    .filter(({ value }) => !usedValues.includes(value))
    .map(({ value, meaning }, index) => ({
      label: value,
      kind: VALUE,
      ...(meaning !== undefined && { detail: meaning }),
      sortText: String(index).padStart(3, "0"),
      textEdit: { range, newText: leadingSpace + value },
    }));

function allowedKeywords(
  file: MapFile,
  { parent, isIndented, line, isFirstEntry }: LineStartContext,
): readonly Keyword[] {
  if (parent !== undefined)
    return nestedOrder.filter((keyword) => keywordRules[keyword].allowedParents.includes(parent.head.keyword));
  // An indented line without a parent is an error.
  if (isIndented) return [];
  const hasTitle = [...file.entriesOf("map")].some((entry) => entry.line !== line);
  return keywords.filter(
    (keyword) => keywordRules[keyword].canBeTopLevel && (keyword !== "map" || (isFirstEntry && !hasTitle)),
  );
}

function keywordItems(
  file: MapFile,
  keyword: Keyword,
  { isLastOnLine, parent }: LineStartContext,
  range: Range,
  snippets: boolean,
): readonly CompletionItem[] {
  const { form, meaning } = keywordExplanations[keyword];
  const item = (label: string, newText: string, detail: string): CompletionItem => ({
    label,
    kind: KEYWORD,
    detail,
    documentation: meaning,
    ...(snippets && newText.includes("$") && { insertTextFormat: SNIPPET }),
    textEdit: { range, newText },
  });
  // If the head continues after the cursor, only the keyword is replaced.
  if (!isLastOnLine) return [item(keyword, keyword, form)];
  const withoutName = item(`${keyword}:`, snippets ? `${keyword}: $0` : `${keyword}: `, `${keyword}: …`);
  const { name } = keywordRules[keyword];
  if (name === "none") return [{ ...withoutName, label: keyword }];
  const target = parent === undefined ? targetSnippet(keyword) : "";
  const placeholder = name === "refers" ? "source" : keyword === "import" ? "prefix" : "name";
  const withName = item(keyword, snippets ? `${keyword} \${1:${placeholder}}${target}: $0` : `${keyword} `, form);
  const needsName = keyword === "source" || keyword === "speaker" || target !== "";
  if (needsName) return [withName];
  return keyword === "quote" && file.entriesOf("source").size === 1 ? [withoutName, withName] : [withName, withoutName];
}

/** The required clause of a reason or objection at the top level, as a snippet. */
function targetSnippet(keyword: Keyword): string {
  if (keyword === "reason") return ` for \${2:target}`;
  return keyword === "objection" ? ` against \${2:target}` : "";
}

function availableKeys({ parent, line }: LineStartContext): readonly AttributeKey[] {
  if (parent === undefined || parent.head.form === "bare") return [];
  const usedKeys = new Set(parent.attributes.filter((attribute) => attribute.line !== line).map(({ key }) => key));
  return keywordRules[parent.head.keyword].attributes.filter((key) => !usedKeys.has(key));
}

function keyItem(
  key: AttributeKey,
  { isLastOnLine }: LineStartContext,
  range: Range,
  snippets: boolean,
): CompletionItem {
  const form = valueFormSentence(key);
  const values = listedValues(key).map(({ value }) => value);
  // A list too long for a snippet choice is offered by value completion instead.
  const choice = values.length > 0 && values.length < 10 ? `\${1|${values.join(",")}|}` : "$0";
  const text = !isLastOnLine ? key : snippets ? `${key}: ${choice}` : `${key}: `;
  return {
    label: key,
    kind: PROPERTY,
    detail: attributeMeanings[key],
    ...(form !== undefined && { documentation: form }),
    ...(isLastOnLine && snippets && { insertTextFormat: SNIPPET }),
    textEdit: { range, newText: text },
  };
}
