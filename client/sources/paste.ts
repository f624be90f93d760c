/** Words copied or dragged from an article become a quote where they come to stand on a line of their own in a map. */
import * as v from "valibot";
import {
  type DataTransfer,
  DataTransferItem,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
} from "vscode";
import { SHOWN } from "../../server/core/sources/readerTextUri.ts";
import { rangeOf } from "../editor/navigation.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { Articles, Copied, Pasted } from "./articleClient.ts";
import type { Marks } from "./passageDecorations.ts";

/** Where copied words come from; VS Code keeps it with them as long as they are on the clipboard of this window. */
const MIME = "application/vnd.argmap.passage";
const position = v.object({ line: v.number(), character: v.number() });
const copied = v.object({
  uri: v.string(),
  ranges: v.array(v.object({ start: position, end: position })),
  text: v.string(),
});

const kind = DocumentDropOrPasteEditKind.Empty.append("argmap", "quote");
const title = "Insert as quote";

/** Registers both. */
export function quoteWhatIsPasted(articles: Articles, marks: Marks): Disposable {
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(
      [{ scheme: "file" }, { scheme: SHOWN }],
      {
        prepareDocumentPaste(document, ranges, transfer) {
          if (document.languageId === LANGUAGE || !marks.isArticle(document)) return;
          const text = ranges.map((range) => document.getText(range)).join("\n");
          transfer.set(
            MIME,
            new DataTransferItem(JSON.stringify({ uri: document.uri.toString(), ranges: ranges.map(plain), text })),
          );
        },
      },
      { providedPasteEditKinds: [], copyMimeTypes: [MIME] },
    ),
    languages.registerDocumentPasteEditProvider(
      LANGUAGE,
      {
        async provideDocumentPasteEdits(document, [range], transfer) {
          const passage = await copiedFrom(transfer);
          const pasted = range && passage && (await articles.pasted(passage, document, range));
          if (!pasted) return undefined;
          const edit = new DocumentPasteEdit(pasted.text, title, kind);
          if (pasted.edit) edit.additionalEdit = pasted.edit;
          // At the end of a line the words may be meant for its text: then the quote is the other offer.
          if (isBelow(pasted)) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
          return [edit];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: [MIME] },
    ),
    languages.registerDocumentDropEditProvider(
      LANGUAGE,
      {
        async provideDocumentDropEdits(document, position, transfer) {
          const text = await transfer.get("text/plain")?.asString();
          const passage = text === undefined ? undefined : inSight(marks, text);
          const pasted = passage && (await articles.pasted(passage, document, new Range(position, position)));
          if (!pasted) return undefined;
          const edit = new DocumentDropEdit(pasted.text, title, kind);
          if (pasted.edit) edit.additionalEdit = pasted.edit;
          return edit;
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: ["text/plain"] },
    ),
  );
}

async function copiedFrom(transfer: DataTransfer): Promise<Copied | undefined> {
  const item = transfer.get(MIME);
  if (!item) return undefined;
  const { uri, ranges, text } = v.parse(copied, JSON.parse(await item.asString()));
  return { article: Uri.parse(uri), ranges: ranges.map(rangeOf), text };
}

/** The passage of an article in sight that was dragged: what is selected in one, else the only place of these words. */
function inSight(marks: Marks, text: string): Copied | undefined {
  const editors = window.visibleTextEditors.filter(({ document }) => marks.isArticle(document));
  for (const { document, selection } of editors) {
    if (!selection.isEmpty && document.getText(selection) === text) {
      return { article: document.uri, ranges: [selection], text };
    }
  }
  for (const { document } of editors) {
    const range = onlyPlace(document, text);
    if (range) return { article: document.uri, ranges: [range], text };
  }
  return undefined;
}

function onlyPlace(document: TextDocument, text: string): Range | undefined {
  const whole = document.getText();
  const at = text.trim() === "" ? -1 : whole.indexOf(text);
  if (at < 0 || whole.indexOf(text, at + 1) >= 0) return undefined;
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

const isBelow = ({ text }: Pasted): boolean => /^\r?\n/.test(text);
const plain = ({ start, end }: Range) => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});
