/** Turns text that is copied or dragged from an article into a quote when it is pasted or dropped into a map. */
import * as v from "valibot";
import {
  type DataTransfer,
  DataTransferItem,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
} from "vscode";
import { toRange } from "../editor/navigation.ts";
import { LANGUAGE } from "../language.ts";
import { reportLengthenedQuote } from "./adding/lengthenedQuote.ts";
import type { ArticleClient, CopiedPassage, QuotePasteEdit } from "./articleClient.ts";
import type { PassageDecorations } from "./coverage/passageDecorations.ts";

/** MIME type of the origin of copied text. VS Code keeps such data together with the clipboard of its window. */
const PASSAGE_MIME = "application/vnd.argmap.passage";
const position = v.object({ line: v.number(), character: v.number() });
const copiedPassage = v.object({
  uri: v.string(),
  ranges: v.array(v.object({ start: position, end: position })),
  text: v.string(),
});

const QUOTE_KIND = DocumentDropOrPasteEditKind.Empty.append("argmap", "quote");
/** Registers the providers for copying, pasting and dropping. */
export function registerPasteProviders(articles: ArticleClient, decorations: PassageDecorations): Disposable {
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(
      "*",
      {
        prepareDocumentPaste(document, ranges, transfer) {
          if (document.languageId === LANGUAGE || !decorations.isArticle(document)) return;
          const text = ranges.map((range) => document.getText(range)).join("\n");
          transfer.set(
            PASSAGE_MIME,
            new DataTransferItem(
              JSON.stringify({ uri: document.uri.toString(), ranges: ranges.map(toPlainRange), text }),
            ),
          );
        },
      },
      { providedPasteEditKinds: [], copyMimeTypes: [PASSAGE_MIME] },
    ),
    languages.registerDocumentPasteEditProvider(
      LANGUAGE,
      {
        async provideDocumentPasteEdits(document, [range], transfer) {
          const passage = await readCopiedPassage(transfer);
          const pasted = range && passage && (await articles.createPastedQuote(passage, document, range));
          if (!pasted) return undefined;
          const edit = new DocumentPasteEdit(pasted.text, l10n.t("Insert as Quote"), QUOTE_KIND);
          if (pasted.edit) edit.additionalEdit = pasted.edit;
          // At the end of a line, plain text is the default: the user may be writing the entry's own text.
          if (startsNewLine(pasted)) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
          else if (pasted.lengthened) reportLengthenedQuote(pasted.lengthened);
          return [edit];
        },
      },
      { providedPasteEditKinds: [QUOTE_KIND], pasteMimeTypes: [PASSAGE_MIME] },
    ),
    languages.registerDocumentDropEditProvider(
      LANGUAGE,
      {
        async provideDocumentDropEdits(document, position, transfer) {
          const text = await transfer.get("text/plain")?.asString();
          const passage = text === undefined ? undefined : findVisiblePassage(decorations, text);
          const pasted =
            passage && (await articles.createPastedQuote(passage, document, new Range(position, position)));
          if (!pasted) return undefined;
          if (pasted.lengthened) reportLengthenedQuote(pasted.lengthened);
          const edit = new DocumentDropEdit(pasted.text, l10n.t("Insert as Quote"), QUOTE_KIND);
          if (pasted.edit) edit.additionalEdit = pasted.edit;
          return edit;
        },
      },
      { providedDropEditKinds: [QUOTE_KIND], dropMimeTypes: ["text/plain"] },
    ),
  );
}

async function readCopiedPassage(transfer: DataTransfer): Promise<CopiedPassage | undefined> {
  const item = transfer.get(PASSAGE_MIME);
  if (!item) return undefined;
  const { uri, ranges, text } = v.parse(copiedPassage, JSON.parse(await item.asString()));
  return { article: Uri.parse(uri), ranges: ranges.map(toRange), text };
}

/** Finds the origin of dragged text: the selection of a visible article, or else its only occurrence in one. */
function findVisiblePassage(decorations: PassageDecorations, text: string): CopiedPassage | undefined {
  const editors = window.visibleTextEditors.filter(({ document }) => decorations.isArticle(document));
  for (const { document, selection } of editors) {
    if (!selection.isEmpty && document.getText(selection) === text) {
      return { article: document.uri, ranges: [selection], text };
    }
  }
  for (const { document } of editors) {
    const range = uniqueRange(document, text);
    if (range) return { article: document.uri, ranges: [range], text };
  }
  return undefined;
}

function uniqueRange(document: TextDocument, text: string): Range | undefined {
  const content = document.getText();
  const offset = text.trim() === "" ? -1 : content.indexOf(text);
  if (offset < 0 || content.indexOf(text, offset + 1) >= 0) return undefined;
  return new Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

const startsNewLine = ({ text }: QuotePasteEdit): boolean => /^\r?\n/.test(text);
const toPlainRange = ({ start, end }: Range) => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});
