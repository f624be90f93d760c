/** Offers to convert text of another tool that is pasted into a map. */
import { type Disposable, DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, languages } from "vscode";
import { LANGUAGE } from "../language.ts";
import type { MapClient } from "./mapClient.ts";

const CONVERT_KIND = DocumentDropOrPasteEditKind.Empty.append("argmap", "convert");
/** Longer texts are not sent to the server, which would be busy with them: they can be imported. */
const MAX_LENGTH = 200_000;
/** What every text in a known format has. */
const MAYBE_FOREIGN = /^\s*(?:[-+_<>]|\[|={3}|\d+\.\d)/mu;

/** Converts such a text when it is pasted into an empty line. VS Code then offers to insert the plain text instead. */
export const registerForeignPaste = (client: MapClient): Disposable =>
  languages.registerDocumentPasteEditProvider(
    LANGUAGE,
    {
      async provideDocumentPasteEdits(document, [range], transfer, _context, token) {
        const text = await transfer.get("text/plain")?.asString();
        if (text === undefined || text.length > MAX_LENGTH || !MAYBE_FOREIGN.test(text) || !range?.isEmpty)
          return undefined;
        const converted = await client.convertPaste(document.uri, range.start, text);
        if (!converted || token.isCancellationRequested) return undefined;
        return [new DocumentPasteEdit(converted.text, l10n.t("Convert {0} to Argmap", converted.tool), CONVERT_KIND)];
      },
    },
    { providedPasteEditKinds: [CONVERT_KIND], pasteMimeTypes: ["text/plain"] },
  );
