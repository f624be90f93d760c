/** The words of a quote, completed from the text of its source. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { filesOf, sourceOf } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { Passage } from "../../core/sources/article.ts";
import { finished, untouched } from "../../core/sources/quotes/completeQuote.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { shortened } from "../shared/truncate.ts";
import type { QuoteWords } from "./completionContext.ts";

const MOST = 20;
const MOST_LABEL = 80;
/** Fewer letters are in nearly every sentence; a sign that stands for a word or syllable says as much as some letters. */
const LEAST_TYPED = 3;
const WEIGHTY = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const OPENING = /^["“”„«»「『‚‘‹]/u;
const CLOSING = /^["”“»«」』’‘›]?$/u;
/** What editors offer as mere text is hidden where one wants no words of the text that is open, as in maps. */
const REFERENCE = 18;

/**
 * Sentences of the source in which the words stand that are typed, from there to their end; of those that begin with them
 * first. Where nothing is typed, the sentences that no quote has yet. Only at the end of a line, or before the mark that
 * closes the quotation; the marks stay as they are.
 */
export function quoteItems(
  workspace: Workspace,
  { quote, typed, line, at }: QuoteWords,
  range: Range,
): CompletionItem[] {
  const files = filesOf(fileOf(quote));
  const source = sourceOf(quote, files);
  const read = source && workspace.sources.textOf(source);
  const rest = line.reading.raw.slice(at.start + typed.length).trim();
  const opening = OPENING.exec(typed)?.[0] ?? "";
  if (read?.state !== "found" || !(opening === "" ? rest === "" : CLOSING.test(rest))) return [];
  const words = typed.slice(opening.length);
  const isEmpty = words.trim() === "";
  if (!isEmpty && words.length + 2 * (words.match(WEIGHTY)?.length ?? 0) < LEAST_TYPED) return [];
  const place: Range = {
    start: { ...range.start, character: range.start.character + opening.length },
    end: { ...range.start, character: range.start.character + typed.length },
  };
  const offers = isEmpty
    ? untouched(read.article, quotedIn(workspace, files, read.uri), MOST).map((all) => ({ words: all, rest: all }))
    : finished(read.article, words, MOST);
  return offers.map((offer, index) => ({
    label: shortened(offer.words, MOST_LABEL),
    kind: REFERENCE,
    detail: source?.text ?? "",
    documentation: offer.words,
    // A client compares with what is typed, which may have other marks, dashes or white space.
    filterText: words + offer.rest,
    sortText: String(index).padStart(3, "0"),
    textEdit: { range: place, newText: offer.words },
  }));
}

/** The passages of an article that the quotes of these maps are from. */
const quotedIn = (workspace: Workspace, files: readonly MapFile[], uri: string): readonly Passage[] =>
  files
    .flatMap((file) => [...file.entriesOf("quote")])
    .flatMap((quote) => {
      const there = workspace.sources.placesOf(quote);
      return there?.uri === uri ? there.passages.flatMap((place) => place.parts ?? [place]) : [];
    });
