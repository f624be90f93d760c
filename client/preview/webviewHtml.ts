/** The page's frame: a strict policy, one script, one style sheet. What it shows comes in messages. */
import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";

/** The folder of the extension that the page may read. */
export const assets = (extension: Uri): Uri => Uri.joinPath(extension, "dist/webview");

/** The document of the preview's webview. */
export function html(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const script = asset(webview, extension, "page.js");
  return frame(
    webview,
    extension,
    // The page draws its own picture on a canvas, to export it.
    [`script-src 'nonce-${nonce}'`, `font-src ${webview.cspSource}`, `img-src ${webview.cspSource} blob:`],
    `<div id="root"></div>
  <script nonce="${nonce}" src="${script}"></script>`,
  );
}

/** What stands in its place where there is no such map: a sentence, and no script. */
export function absence(webview: Webview, extension: Uri, map: Uri): string {
  const name = map.path.split("/").at(-1) ?? "";
  return frame(
    webview,
    extension,
    [],
    `<main class="empty absent">
    <section class="welcome">
      <h1>There is no map here any more</h1>
      <p><code>${escaped(name)}</code> was deleted, moved or renamed. When it is there again, its picture comes back.</p>
    </section>
  </main>`,
  );
}

const asset = (webview: Webview, extension: Uri, name: string): string =>
  webview.asWebviewUri(Uri.joinPath(assets(extension), name)).toString();

function frame(webview: Webview, extension: Uri, allowed: readonly string[], body: string): string {
  const policy = ["default-src 'none'", `style-src ${webview.cspSource}`, ...allowed].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${asset(webview, extension, "page.css")}">
  <title>Argument map</title>
</head>
<body>
  ${body}
</body>
</html>`;
}

/** A file may have any name; in the page it is only ever text. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
