/** The words of a quote, completed from the text of its source. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { importClosure, sourceOf } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { Passage } from "../../core/sources/article.ts";
import { quoteCompletions, uncitedSentences } from "../../core/sources/quotes/completeQuote.ts";
import { truncate } from "../../core/text/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { QuoteContext } from "./completionContext.ts";

const MAX_ITEMS = 20;
const MAX_LABEL_LENGTH = 80;
/** Fewer letters are in nearly every sentence; a sign that stands for a word or syllable says as much as some letters. */
const MIN_TYPED_LETTERS = 3;
const CJK_LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const OPENING_QUOTE = /^["“”„«»「『‚‘‹]/u;
const CLOSING_QUOTE = /^["”“»«」』’‘›]?$/u;
/** What editors offer as mere text is hidden where one wants no words of the text that is open, as in maps. */
const REFERENCE = 18;

/**
 * Sentences of the source in which the words stand that are typed, from there to their end; of those that begin with them
 * first. Where nothing is typed, the sentences that no quote has yet. Only at the end of a line, or before the mark that
 * closes the quotation; the marks stay as they are.
 */
export function quoteItems(
  workspace: Workspace,
  { quote, typed, line, columns }: QuoteContext,
  range: Range,
): CompletionItem[] {
  const files = importClosure(fileOf(quote));
  const source = sourceOf(quote, files);
  const sourceText = source && workspace.sources.textOf(source);
  const rest = line.scanned.raw.slice(columns.start + typed.length).trim();
  const opening = OPENING_QUOTE.exec(typed)?.[0] ?? "";
  if (sourceText?.state !== "found" || !(opening === "" ? rest === "" : CLOSING_QUOTE.test(rest))) return [];
  const words = typed.slice(opening.length);
  const isEmpty = words.trim() === "";
  if (!isEmpty && words.length + 2 * (words.match(CJK_LETTERS)?.length ?? 0) < MIN_TYPED_LETTERS) return [];
  const replacedRange: Range = {
    start: { ...range.start, character: range.start.character + opening.length },
    end: { ...range.start, character: range.start.character + typed.length },
  };
  const suggestions = isEmpty
    ? uncitedSentences(sourceText.article, quotedPassages(workspace, files, sourceText.uri), MAX_ITEMS).map((all) => ({
        words: all,
        rest: all,
      }))
    : quoteCompletions(sourceText.article, words, MAX_ITEMS);
  return suggestions.map((suggestion, index) => ({
    label: truncate(suggestion.words, MAX_LABEL_LENGTH),
    kind: REFERENCE,
    detail: source?.text ?? "",
    documentation: suggestion.words,
    // A client compares with what is typed, which may have other marks, dashes or white space.
    filterText: words + suggestion.rest,
    sortText: String(index).padStart(3, "0"),
    textEdit: { range: replacedRange, newText: suggestion.words },
  }));
}

/** The passages of an article that the quotes of these maps are from. */
const quotedPassages = (workspace: Workspace, files: readonly MapFile[], uri: string): readonly Passage[] =>
  files
    .flatMap((file) => [...file.entriesOf("quote")])
    .flatMap((quote) => {
      const location = workspace.sources.locateQuote(quote);
      return location?.uri === uri ? location.matches.flatMap((passage) => passage.parts ?? [passage]) : [];
    });
