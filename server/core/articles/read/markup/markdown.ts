/** Converts Markdown to the text that a reader sees: CommonMark with tables, footnotes, task lists, strikethrough and front matter. */
import { parse, postprocess, preprocess } from "micromark";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Article } from "../../article.ts";
import { ReaderTextBuilder, type Separator } from "../readerTextBuilder.ts";
import { addHtml } from "./html.ts";

const extensions = [gfmTable(), gfmFootnote(), gfmTaskListItem(), gfmStrikethrough(), frontmatter(["yaml", "toml"])];

/** Tokens that are skipped with their content. */
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

/** Tokens whose content is separated from the text around it. */
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

/** Tokens whose source text is shown unchanged. */
const TEXT_TOKENS: ReadonlySet<string> = new Set([
  "data",
  "characterEscapeValue",
  "codeTextData",
  "autolinkProtocol",
  "autolinkEmail",
]);

/** Reads a Markdown file. Every text is valid Markdown. */
export function readMarkdown(fileText: string): Article {
  const text = new ReaderTextBuilder();
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(fileText, undefined, true)),
  );
  let hiddenDepth = 0;
  let codeDepth = 0;
  // HTML is parsed as a whole, without the block quote markers at the start of its lines.
  let html: { readonly from: number; text: string } | undefined;
  for (const [side, { type, start, end }] of events) {
    const [from, to] = [start.offset, end.offset];
    const step = side === "enter" ? 1 : -1;
    if (HIDDEN.has(type)) hiddenDepth += step;
    if (hiddenDepth > 0) continue;
    text.separate(SEPARATORS.get(type) ?? "");
    if (type === "codeFenced" || type === "codeIndented") codeDepth += step;
    if (type === "atxHeading" || type === "setextHeading") {
      if (side === "enter") text.startHeading(headingLevel(type, fileText.slice(from, to)));
      else text.endHeading();
    }
    if (type === "htmlFlow" || type === "htmlText") {
      if (html !== undefined) addHtml(text, html.text, html.from);
      html = side === "enter" ? { from, text: fileText.slice(from, to) } : undefined;
    } else if (html !== undefined) {
      if (type === "blockQuotePrefix") html.text = blankOut(html.text, from - html.from, to - html.from);
    } else if (side === "exit") continue;
    else if (type === "characterReference") addHtml(text, fileText.slice(from, to), from);
    else if (type === "codeFlowValue") text.addPreformatted(fileText.slice(from, to), from);
    else if (type === "lineEnding" && codeDepth > 0) text.separate("\n");
    // The token may include the block quote marker of the next line.
    else if (type === "lineEnding") text.addText(lineEndAt(fileText, from), from);
    else if (TEXT_TOKENS.has(type)) text.addText(fileText.slice(from, to), from);
  }
  return text.build("markdown", fileText);
}

/** Returns the rank of a heading: the number of its hashes, or that of its underline. */
function headingLevel(type: "atxHeading" | "setextHeading", heading: string): number {
  if (type === "atxHeading") return /^#*/.exec(heading)?.[0].length ?? 1;
  return /=\s*$/.test(heading) ? 1 : 2;
}

/** Replaces a range of a text with spaces. */
const blankOut = (text: string, from: number, to: number): string =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

/** Returns the line terminator at an offset. */
const lineEndAt = (text: string, at: number): string => (text.startsWith("\r\n", at) ? "\r\n" : text.charAt(at));
