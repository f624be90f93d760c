/** The built page in a real browser, with a stand-in for VS Code. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { root } from "../root.ts";
import { themes, type WebviewThemeName } from "./vscodeThemes.ts";

export const output = join(root, "test/output");
mkdirSync(output, { recursive: true });

/** The page's script and style sheet, as the build makes them. */
const bundles = build({
  absWorkingDir: root,
  entryPoints: { page: "client/webview/main.ts", export: "client/webview/export/bundle.ts" },
  outdir: "dist/webview",
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: "chrome120",
  jsx: "automatic",
  jsxImportSource: "preact",
}).then(({ outputFiles }) => ({
  script: outputFiles.find(({ path }) => path.endsWith("page.js"))?.text ?? "",
  exporting: outputFiles.find(({ path }) => path.endsWith("export.js"))?.text ?? "",
  style: outputFiles.find(({ path }) => path.endsWith("page.css"))?.text ?? "",
}));

const origin = "https://preview.test";

/** The frame of the page, with the policy that the panel gives it. */
const pageHtml = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'; style-src ${origin}; img-src blob:">
  <link rel="stylesheet" href="/page.css">
  <title>Argument map</title>
</head>
<body><div id="root"></div><script nonce="n" src="/page.js"></script></body>
</html>`;

export interface PreviewOptions {
  readonly theme?: WebviewThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What the page left behind when it was last open. */
  readonly state?: unknown;
  readonly motion?: boolean;
  /** Pixels of the screen in one of the page: 2.5 where the user has all at 250 %. */
  readonly scale?: number;
}

/** What the page has said and kept, in the page itself. */
interface HostState {
  readonly said: ToPanel[];
  state: unknown;
}

export interface PreviewPage {
  readonly page: Page;
  /** Sends a message and waits until the page has drawn what follows from it. */
  send(...messages: readonly unknown[]): Promise<void>;
  /** Shows a tree as version 1. */
  show(tree: Tree): Promise<void>;
  sentMessages(): Promise<readonly ToPanel[]>;
  state(): Promise<unknown>;
  /** What must never happen: broken policies, errors. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

/** Opens the page; the promise is kept when it has said that it is ready. */
export async function openPreview(browser: Browser, options: PreviewOptions = {}): Promise<PreviewPage> {
  const { theme = "light", width = 900, height = 640, state, motion = false, scale = 1 } = options;
  const { script, exporting, style } = await bundles;
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: motion ? "no-preference" : "reduce",
  });
  page.setDefaultTimeout(5000);
  const pageErrors: string[] = [];
  page.on("pageerror", (error) => pageErrors.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && pageErrors.push(message.text()));
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/page.js") return route.fulfill({ contentType: "text/javascript", body: script });
    if (pathname === "/export.js") return route.fulfill({ contentType: "text/javascript", body: exporting });
    if (pathname === "/page.css") return route.fulfill({ contentType: "text/css", body: style });
    return route.fulfill({ contentType: "text/html", body: pageHtml });
  });
  await page.addInitScript(
    ({ state, classes, variables }) => {
      const told: HostState = { said: [], state };
      Object.assign(window, {
        told,
        acquireVsCodeApi: () => ({
          postMessage: (message: ToPanel) => told.said.push(message),
          getState: () => told.state,
          setState: (next: unknown) => {
            told.state = next;
          },
        }),
      });
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        document.body.classList.add(...classes);
        for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
      }).observe(document, { childList: true, subtree: true });
    },
    { state, ...themes[theme] },
  );
  await page.goto(`${origin}/`);
  const told = <Value>(pick: (told: HostState) => Value): Promise<Value> =>
    // The function is sent to the page as text; `told` is what the script above has put there.
    page.evaluate(`(${pick})(window.told)`) as Promise<Value>;
  await page.waitForFunction('window.told.said.some(({ type }) => type === "ready")');

  const send = (...messages: readonly unknown[]): Promise<void> =>
    page.evaluate(async (messages) => {
      const last = { type: "last" };
      const arrived = new Promise<void>((done) => {
        window.addEventListener("message", function listen({ data }) {
          if (data?.type !== last.type) return;
          window.removeEventListener("message", listen);
          done();
        });
      });
      for (const message of [...messages, last]) window.postMessage(message, "*");
      await arrived;
      // What has arrived is drawn with the next frame.
      await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    }, messages);
  return {
    page,
    send,
    show: (tree) => send({ type: "tree", uri: "file:///map.argmap", version: 1, tree } satisfies ToPage),
    sentMessages: () => told(({ said }) => said),
    state: () => told(({ state }) => state),
    pageErrors,
    close: () => page.close(),
  };
}

/** The element of a card. */
export const cardLocator = ({ page }: PreviewPage, id: string) => page.locator(`[data-card="${id}"]`);
