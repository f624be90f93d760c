/** The page's frame: a strict policy, one script, one style sheet. What it shows comes in messages. */

import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";
import { escapeXml } from "../../server/core/text/escapeXml.ts";

/** The folder of the extension that the page may read. */
export const assetsUri = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, "dist/webview");

/** The document of the preview's webview. */
export function webviewHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const script = assetUri(webview, extensionUri, "page.js");
  return pageHtml(
    webview,
    extensionUri,
    // The page draws its own picture on a canvas, to export it.
    [`script-src 'nonce-${nonce}'`, `font-src ${webview.cspSource}`, `img-src ${webview.cspSource} blob:`],
    `<div id="root"></div>
  <script nonce="${nonce}" src="${script}"></script>`,
  );
}

/** What stands in its place where there is no such map: a sentence, and no script. */
export function missingMapHtml(webview: Webview, extensionUri: Uri, map: Uri): string {
  const name = map.path.split("/").at(-1) ?? "";
  return pageHtml(
    webview,
    extensionUri,
    [],
    `<main class="empty absent">
    <section class="welcome">
      <h1>There is no map here any more</h1>
      <p><code>${escapeXml(name)}</code> was deleted, moved or renamed. When it is there again, its picture comes back.</p>
    </section>
  </main>`,
  );
}

const assetUri = (webview: Webview, extensionUri: Uri, name: string): string =>
  webview.asWebviewUri(Uri.joinPath(assetsUri(extensionUri), name)).toString();

function pageHtml(webview: Webview, extensionUri: Uri, directives: readonly string[], body: string): string {
  const policy = ["default-src 'none'", `style-src ${webview.cspSource}`, ...directives].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${assetUri(webview, extensionUri, "page.css")}">
  <title>Argument map</title>
</head>
<body>
  ${body}
</body>
</html>`;
}
