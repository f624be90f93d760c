import { expect, test, vi } from "vitest";
import { Uri, type Webview } from "vscode";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));
const { webviewHtml } = await import("../../../client/preview/webviewHtml.ts");

test("the page says that the map is being read, right behind the empty element that the map replaces", () => {
  // Only these members are used.
  const webview = { cspSource: "https://page.example", asWebviewUri: (uri: Uri) => uri } as Webview;
  expect(webviewHtml(webview, Uri.parse("file:///extension"))).toContain(
    '<div id="root"></div>\n  <p class="reading" role="status">Reading the map…</p>',
  );
});
