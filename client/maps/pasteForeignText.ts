/** Offers to convert text of another tool that is pasted into a map. */
import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Range,
  type Uri,
  WorkspaceEdit,
} from "vscode";
import { looksForeign } from "../../server/core/language/intent/otherTools.ts";
import { LANGUAGE } from "../language.ts";
import type { ConvertedPaste, MapClient } from "./mapClient.ts";

const CONVERT_KIND = DocumentDropOrPasteEditKind.Empty.append("argmap", "convert");
/** The paste waits for the conversion, because VS Code asks for no edit later. Longer texts can be imported. */
const MAX_LENGTH = 100_000;

/** Pastes such a text as it is, and offers the conversion in the list that VS Code shows beside what was pasted. */
export const registerForeignPaste = (client: MapClient): Disposable =>
  languages.registerDocumentPasteEditProvider(
    LANGUAGE,
    {
      async provideDocumentPasteEdits({ uri }, [range, ...others], transfer, _context, token) {
        if (range === undefined || others.length > 0) return undefined;
        const text = await transfer.get("text/plain")?.asString();
        if (text === undefined || text.length > MAX_LENGTH || !looksForeign(text)) return undefined;
        const converted = await client.convertPaste({ map: uri, range, text }, token);
        return converted && [pasteEdit(uri, range, converted)];
      },
    },
    { providedPasteEditKinds: [CONVERT_KIND], pasteMimeTypes: ["text/plain"] },
  );

/** Returns an edit that inserts the converted text in place of the pasted one, and removes what it replaces around that. */
function pasteEdit(map: Uri, pasted: Range, { range, text }: ConvertedPaste): DocumentPasteEdit {
  const edit = new DocumentPasteEdit(text, l10n.t("Convert to Argmap"), CONVERT_KIND);
  edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
  const around = [new Range(range.start, pasted.start), new Range(pasted.end, range.end)].filter((one) => !one.isEmpty);
  if (around.length === 0) return edit;
  edit.additionalEdit = new WorkspaceEdit();
  for (const one of around) edit.additionalEdit.delete(map, one);
  return edit;
}
