import * as v from "valibot";
import type { ArticleDocument } from "../../core/articles/articleDocument.ts";
import { collapseWhiteSpace } from "../../core/articles/quotes/normalize.ts";
import { counted } from "../../core/strings/english.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { coverage } from "../../features/articles/requests/coverage.ts";
import { toArticleDocument } from "../../features/articles/shared/articleDocuments.ts";
import { joinLines } from "../answers.ts";
import { placeOf } from "../articles/passages.ts";
import { entryAt } from "../changes/cardEdits.ts";
import { mapInput, wholeNumber } from "../inputs.ts";
import { labelWithId } from "../maps/entries.ts";
import type { AssistantSession } from "../session.ts";
import type { Tool } from "../tool.ts";

const MAX_PARAGRAPH_LENGTH = 1_000;
/** Shorter paragraphs are headings, names and page numbers. */
const MIN_PARAGRAPH_LENGTH = 40;

const entries = {
  map: mapInput,
  from_paragraph: v.optional(
    wholeNumber(
      1,
      1_000_000,
      "The paragraph of each article to begin with, to go on after an answer that was shortened.",
    ),
  ),
};

/** Says which parts of the articles a map quotes. */
export const coverageTool: Tool<typeof entries> = {
  name: "coverage",
  title: "What a map leaves out",
  description:
    "Lists the paragraphs of the articles of a map that no entry quotes, and the entries that quote nothing. Use it to find what the map leaves out.",
  changesMaps: false,
  input: v.strictObject(entries),
  async run(session, { map: name, from_paragraph = 1 }) {
    const { workspace } = session;
    const map = session.map(name);
    // The answer is complete only when all articles have been read.
    coverage(workspace, map.uri);
    await workspace.whenIdle();
    const found = coverage(workspace, map.uri);
    if (found === null || found.articles.length === 0)
      return {
        text: "The map has no source whose article can be read, so nothing can be compared. Call check_map to see why.",
      };
    const articles = found.articles.flatMap(({ uri, title, paragraphs, counts }) => {
      const document = documentAt(session, uri);
      const uncited = paragraphs.flatMap(({ range, cited }, index) => {
        if (cited.length > 0 || index + 1 < from_paragraph || document === undefined) return [];
        const passage = document.passageOf(range);
        const text = collapseWhiteSpace(document.article.text.slice(passage.start, passage.end)).trim();
        if (text.length < MIN_PARAGRAPH_LENGTH) return [];
        return [
          `- paragraph ${index + 1}, ${placeOf(document.article, passage)}: ${truncate(text, MAX_PARAGRAPH_LENGTH)}`,
        ];
      });
      return [
        `“${title}”: ${counts.cited} of ${counted(counts.paragraphs, "paragraph")} quoted. Not quoted:`,
        ...uncited,
      ];
    });
    const unquoted = found.unquoted.flatMap(({ uri, range }) => {
      const entry = entryAt(workspace, uri, range.start.line);
      return entry === undefined ? [] : [`- ${labelWithId(entry)}`];
    });
    const rest = [`${unquoted.length} of ${counted(found.entries, "entry", "entries")} quote nothing:`, ...unquoted];
    return { text: joinLines([...articles, "", ...rest], "Go on with `from_paragraph`.") };
  },
};

function documentAt({ workspace }: AssistantSession, uri: string): ArticleDocument | undefined {
  const read = workspace.sources.articleAt(uri);
  return read.state === "found" ? toArticleDocument(read) : undefined;
}
