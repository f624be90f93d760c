/** The page's frame: a strict policy, one script, one style sheet. What it shows comes in messages. */
import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";

/** The folder of the extension that the page may read. */
export const assets = (extension: Uri): Uri => Uri.joinPath(extension, "dist/webview");

/** The document of the preview's webview. */
export function html(webview: Webview, extension: Uri): string {
  const asset = (name: string) => webview.asWebviewUri(Uri.joinPath(assets(extension), name)).toString();
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    // The page draws its own picture on a canvas, to export it.
    `img-src ${webview.cspSource} blob:`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${asset("page.css")}">
  <title>Argument map</title>
</head>
<body>
  <div id="root"></div>
  <script nonce="${nonce}" src="${asset("page.js")}"></script>
</body>
</html>`;
}
