/** Markdown as the text that its reader sees: CommonMark with tables, footnotes, task lists, struck words and front matter. */
import { parse, postprocess, preprocess } from "micromark";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Article } from "../article.ts";
import { addHtml } from "./html.ts";
import { ReaderTextBuilder, type Separator } from "./readerTextBuilder.ts";

const extensions = [gfmTable(), gfmFootnote(), gfmTaskListItem(), gfmStrikethrough(), frontmatter(["yaml", "toml"])];

/** Tokens of what is not shown, with all that is in them. Of a picture the reader sees the picture, of a task its box. */
const HIDDEN: ReadonlySet<string> = new Set([
  "yaml",
  "toml",
  "image",
  "resource",
  "reference",
  "definition",
  "gfmFootnoteCall",
  "gfmFootnoteDefinitionLabel",
  "codeFencedFence",
  "tableDelimiterRow",
  "taskListCheck",
]);

/** Tokens whose content is parted from what is around it. */
const SEPARATORS: ReadonlyMap<string, Separator> = new Map<string, Separator>([
  ["paragraph", "\n\n"],
  ["atxHeading", "\n\n"],
  ["setextHeading", "\n\n"],
  ["codeFenced", "\n\n"],
  ["codeIndented", "\n\n"],
  ["thematicBreak", "\n\n"],
  ["htmlFlow", "\n\n"],
  ["table", "\n\n"],
  ["tableRow", "\n"],
  ["tableHeader", "\t"],
  ["tableData", "\t"],
  ["hardBreakTrailing", "\n"],
  ["hardBreakEscape", "\n"],
]);

/** Tokens of words as they are written. */
const TEXT_TOKENS: ReadonlySet<string> = new Set([
  "data",
  "characterEscapeValue",
  "codeTextData",
  "autolinkProtocol",
  "autolinkEmail",
]);

/** Reads a Markdown file; there is none that could not be read. */
export function readMarkdown(fileText: string): Article {
  const text = new ReaderTextBuilder();
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(fileText, undefined, true)),
  );
  let hiddenDepth = 0;
  let codeDepth = 0;
  // HTML is read as a whole; the marks of a quotation that it stands in are no part of it.
  let html: { readonly from: number; text: string } | undefined;
  for (const [side, { type, start, end }] of events) {
    const [from, to] = [start.offset, end.offset];
    const step = side === "enter" ? 1 : -1;
    if (HIDDEN.has(type)) hiddenDepth += step;
    if (hiddenDepth > 0) continue;
    text.separate(SEPARATORS.get(type) ?? "");
    if (type === "codeFenced" || type === "codeIndented") codeDepth += step;
    if (type === "htmlFlow" || type === "htmlText") {
      if (html !== undefined) addHtml(text, html.text, html.from);
      html = side === "enter" ? { from, text: fileText.slice(from, to) } : undefined;
    } else if (html !== undefined) {
      if (type === "blockQuotePrefix") html.text = blankOut(html.text, from - html.from, to - html.from);
    } else if (side === "exit") continue;
    else if (type === "characterReference") addHtml(text, fileText.slice(from, to), from);
    else if (type === "codeFlowValue") text.addPreformatted(fileText.slice(from, to), from);
    else if (type === "lineEnding" && codeDepth > 0) text.separate("\n");
    // Its token has the marks of the next line's quotation too.
    else if (type === "lineEnding") text.addText(lineEndAt(fileText, from), from);
    else if (TEXT_TOKENS.has(type)) text.addText(fileText.slice(from, to), from);
  }
  return text.build("markdown", fileText);
}

/** A text with spaces in the place of a stretch of it. */
const blankOut = (text: string, from: number, to: number): string =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

/** The line end at an offset, and no more. */
const lineEndAt = (text: string, at: number): string => (text.startsWith("\r\n", at) ? "\r\n" : text.charAt(at));
