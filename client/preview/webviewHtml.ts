/** The HTML of the webview: a strict content security policy, the scripts and one style sheet. */
import { env, l10n, Uri, type Webview } from "vscode";
import { messagesScript } from "../../server/core/strings/displayLanguage.ts";
import { escapeXml } from "../../server/core/strings/escapeXml.ts";

/** The folder of the extension that the page may load resources from. */
export const assetsUri = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, "dist/webview");

/** The document that loads the page of the preview. */
export function webviewHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = crypto.randomUUID();
  const messages = messagesScript(env.language);
  const scripts = [...(messages === undefined ? [] : [messages]), "page.js"].map(
    (name) => `<script nonce="${nonce}" src="${assetUri(webview, extensionUri, name)}"></script>`,
  );
  return pageHtml(
    webview,
    extensionUri,
    // The page exports PNG by drawing a blob image on a canvas.
    [`script-src 'nonce-${nonce}'`, `font-src ${webview.cspSource}`, `img-src ${webview.cspSource} blob:`],
    `<div id="root"></div>
  <p class="reading" role="status">${escapeXml(l10n.t("Reading the map…"))}</p>
  ${scripts.join("\n  ")}`,
  );
}

/** The document that says that the map does not exist. It has no script. */
export function missingMapHtml(webview: Webview, extensionUri: Uri, map: Uri): string {
  const name = map.path.split("/").at(-1) ?? "";
  const explanation = l10n.t(
    "{0} was deleted, moved or renamed. The preview shows it again when the file is restored.",
    `<code>${escapeXml(name)}</code>`,
  );
  return pageHtml(
    webview,
    extensionUri,
    [],
    `<main class="is-empty missing-map">
    <section class="welcome">
      <h1>${l10n.t("Map Not Found")}</h1>
      <p>${explanation}</p>
    </section>
  </main>`,
  );
}

const assetUri = (webview: Webview, extensionUri: Uri, name: string): string =>
  webview.asWebviewUri(Uri.joinPath(assetsUri(extensionUri), name)).toString();

function pageHtml(webview: Webview, extensionUri: Uri, directives: readonly string[], body: string): string {
  const policy = ["default-src 'none'", `style-src ${webview.cspSource}`, ...directives].join("; ");
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${assetUri(webview, extensionUri, "page.css")}">
  <title>${l10n.t("Argument map")}</title>
</head>
<body>
  ${body}
</body>
</html>`;
}
