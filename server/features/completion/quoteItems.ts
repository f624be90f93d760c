/** Completion of quotes from the text of their source. */
import type { CompletionItem, Range } from "vscode-languageserver";
import type { Passage } from "../../core/articles/article.ts";
import { quoteCompletions, uncitedSentences } from "../../core/articles/quotes/completeQuote.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { sourceOf } from "../../core/language/relations/quoteSources.ts";
import { truncate } from "../../core/strings/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { QuoteContext } from "./completionContext.ts";

const MAX_ITEMS = 20;
const MAX_LABEL_LENGTH = 80;
/** Fewer letters match nearly every sentence. A CJK character counts as three letters. */
const MIN_TYPED_LETTERS = 3;
const CJK_LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const OPENING_QUOTE = /^["“”„«»「『‚‘‹]/u;
const CLOSING_QUOTE = /^["”“»«」』’‘›]?$/u;
/** The item kind `Reference`. VS Code hides items of the kind `Text` if word-based suggestions are off, as in maps. */
const REFERENCE = 18;

/**
 * Returns items for the sentences of the source that contain the typed words, from these words to the end of the sentence.
 * Sentences that begin with the words come first. Without typed words, returns the sentences that are not quoted yet.
 * Empty unless the cursor is at the end of the line or before a closing quotation mark.
 */
export function quoteItems(
  workspace: Workspace,
  { quote, typed, line, columns }: QuoteContext,
  range: Range,
): CompletionItem[] {
  const files = importClosure(fileOf(quote));
  const source = sourceOf(quote, files);
  const result = source && workspace.sources.articleOf(source);
  const rest = line.scanned.raw.slice(columns.start + typed.length).trim();
  const opening = OPENING_QUOTE.exec(typed)?.[0] ?? "";
  if (result?.state !== "found" || !(opening === "" ? rest === "" : CLOSING_QUOTE.test(rest))) return [];
  const words = typed.slice(opening.length);
  const isEmpty = words.trim() === "";
  if (!isEmpty && words.length + 2 * (words.match(CJK_LETTERS)?.length ?? 0) < MIN_TYPED_LETTERS) return [];
  const replacedRange: Range = {
    start: { ...range.start, character: range.start.character + opening.length },
    end: { ...range.start, character: range.start.character + typed.length },
  };
  const suggestions = isEmpty
    ? uncitedSentences(result.article, quotedPassages(workspace, files, result.uri), MAX_ITEMS).map((sentence) => ({
        words: sentence,
        rest: sentence,
      }))
    : quoteCompletions(result.article, words, MAX_ITEMS);
  return suggestions.map((suggestion, index) => ({
    label: truncate(suggestion.words, MAX_LABEL_LENGTH),
    kind: REFERENCE,
    detail: source?.text ?? "",
    documentation: suggestion.words,
    // The typed words may differ from the source in quotation marks, dashes or white space, but the client compares exactly.
    filterText: words + suggestion.rest,
    sortText: String(index).padStart(3, "0"),
    textEdit: { range: replacedRange, newText: suggestion.words },
  }));
}

/** The passages of an article that are quoted in these maps. */
const quotedPassages = (workspace: Workspace, files: readonly MapFile[], uri: string): readonly Passage[] =>
  files
    .flatMap((file) => [...file.entriesOf("quote")])
    .flatMap((quote) => {
      const location = workspace.sources.locateQuote(quote);
      return location?.uri === uri ? location.matches.flatMap((passage) => passage.parts ?? [passage]) : [];
    });
