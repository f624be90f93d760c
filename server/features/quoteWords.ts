/** The words of a quote, completed from the text of its source. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { filesOf, sourceOf } from "../language/graph.ts";
import { fileOf } from "../language/map.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { QuoteWords } from "./expected.ts";
import { shortened } from "./shortened.ts";

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
  const words = typed.slice(opening.length).replace(/\s+/g, " ");
  if (words.trim() !== "" && words.length + 2 * (words.match(WEIGHTY)?.length ?? 0) < LEAST_TYPED) return [];
  const place: Range = {
    start: { ...range.start, character: range.start.character + opening.length },
    end: { ...range.start, character: range.start.character + typed.length },
  };
  const sentences = workspace.sources.sentences.of(read.uri, read.article.text);
  const passages =
    words.trim() === ""
      ? unquoted(
          sentences,
          files.flatMap((file) => [...file.entriesOf("quote")].map(({ text }) => text)),
        )
      : matching(sentences, words);
  return passages.map((passage, index) => ({
    label: shortened(passage, MOST_LABEL),
    kind: REFERENCE,
    detail: source?.text ?? "",
    documentation: passage,
    filterText: passage,
    sortText: String(index).padStart(3, "0"),
    textEdit: { range: place, newText: passage },
  }));
}

function matching(sentences: readonly string[], words: string): readonly string[] {
  const wanted = words.toLowerCase();
  const [first, within]: [string[], string[]] = [[], []];
  for (const sentence of sentences) {
    const at = sentence.toLowerCase().indexOf(wanted);
    if (at === 0) first.push(sentence);
    else if (at > 0) within.push(sentence.slice(at));
    if (first.length >= MOST) break;
  }
  return [...new Set([...first, ...within])].slice(0, MOST);
}

function unquoted(sentences: readonly string[], quotes: readonly string[]): readonly string[] {
  const said = quotes.map((quote) => quote.replace(/\s+/g, " ")).filter((quote) => quote !== "");
  const left: string[] = [];
  for (const sentence of sentences) {
    if (!said.some((quote) => sentence.includes(quote) || quote.includes(sentence))) left.push(sentence);
    if (left.length === MOST) break;
  }
  return left;
}
