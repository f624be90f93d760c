import { l10n, Uri, workspace } from "vscode";
import { ExportError } from "../../server/export/exportError.ts";
import { htmlFile } from "../../server/export/html.ts";
import { renderSvg, themeOf } from "../../server/export/renderSvg.ts";
import type { ExportedView, FileFormat } from "../../server/protocol/export.ts";

/**
 * Returns the content of an exported file. Throws an `ExportError` for the formats that need fonts of the system.
 *
 * @param extensionUri the folder of the extension
 */
export async function createFile(
  extensionUri: Uri,
  { view, file }: { readonly view: ExportedView; readonly file: FileFormat },
): Promise<Uint8Array> {
  const readPart = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist/webview", name)));
  switch (file.format) {
    case "svg":
      return new TextEncoder().encode(renderSvg(view, themeOf(view)));
    case "html":
      return new TextEncoder().encode(await htmlFile(view, readPart));
    case "pdf":
    case "png":
      throw new ExportError(
        l10n.t(
          "VS Code in a browser cannot make a PDF. Export the map as HTML and print that page, or export it as SVG.",
        ),
      );
    default:
      return file satisfies never;
  }
}
