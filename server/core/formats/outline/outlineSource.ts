/** Sources of outlines, each in one line: the words of a quote, the title of the source, a page, an address. */
import { joinLines, type OutlineSource } from "./outlineItem.ts";

/** Words in quotation marks, which may contain quotation marks themselves. */
const QUOTED = /^“((?:[^“”]|“[^“”]*”)+)”/;

/** Reads a footnote: the words of a quote, the title of the source, a page, an address. */
export function parseSource(footnote: string): OutlineSource {
  const link = /\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/.exec(footnote);
  const url = link?.[2] ?? /https?:\/\/[^\s<>)\]]+/.exec(footnote)?.[0];
  const words = QUOTED.exec(footnote)?.[1] ?? "";
  const page = /\bp(?:p|age)?\.?\s+(\d+(?:[–-]\d+)?)\b/.exec(footnote)?.[1];
  const rest = footnote
    .replace(QUOTED, "")
    .replace(/^\s*[—–-]\s*/, "")
    .replace(/\[([^\]]+)\]\(https?:\/\/[^)\s]+\)/, "$1")
    .replace(link === null && url !== undefined ? url : "", "")
    .replace(/,?\s*\bp(?:p|age)?\.?\s+\d+(?:[–-]\d+)?\b/, "")
    .replace(/[\s,;:<>(]+$|\s*\(\s*\)\s*$/, "")
    .trim();
  return { title: titleOf(rest, url) ?? footnote, url, words, page: page?.replace("–", "-") };
}

/** Returns the title of a source; that of an address alone is its site, so that the address is not there twice. */
function titleOf(rest: string, url: string | undefined): string | undefined {
  if (url === undefined || (rest !== "" && rest !== url)) return rest === "" ? undefined : rest;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

/** Returns a source in one line, as {@link parseSource} reads it. */
export function sourceText({ words, title, page, url }: OutlineSource): string {
  const quoted = words === "" ? "" : `“${joinLines(words)}”${title === "" ? "" : " — "}`;
  return `${quoted}${joinLines(title)}${page === undefined ? "" : `, p. ${page}`}${url === undefined ? "" : ` ${url}`}`;
}
