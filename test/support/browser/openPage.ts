/** Opens the bundled page in a real browser, with a fake VS Code API. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { messagesBundle, pageBundle } from "../../../build/bundles.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { WAIT_LIMIT } from "../limits.ts";
import { root } from "../root.ts";
import { throttleCpu } from "./throttleCpu.ts";
import { themes, type WebviewThemeName } from "./vscodeThemes.ts";

export const output = join(root, "test/output");
mkdirSync(output, { recursive: true });

/** The page's scripts and style sheet. */
const bundles = build({ ...pageBundle, write: false }).then(({ outputFiles }) => ({
  script: outputFiles.find(({ path }) => path.endsWith("page.js"))?.text ?? "",
  exporting: outputFiles.find(({ path }) => path.endsWith("export.js"))?.text ?? "",
  style: outputFiles.find(({ path }) => path.endsWith("page.css"))?.text ?? "",
}));

/** The script with the messages of a language other than English. */
async function messagesOf(language: string): Promise<string> {
  const entryPoints = [`client/webview/messages/${language}.ts`];
  const { outputFiles } = await build({ ...messagesBundle, entryPoints, write: false });
  return outputFiles[0]?.text ?? "";
}

const origin = "https://preview.test";

/** The HTML of the page, with the content security policy of the preview panel. */
const pageHtml = (language: string): string => `<!DOCTYPE html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'; style-src ${origin}; img-src blob:">
  <link rel="stylesheet" href="/page.css">
  <title>Argument map</title>
</head>
<body><div id="root"></div><script nonce="n" src="/messages.js"></script><script nonce="n" src="/page.js"></script></body>
</html>`;

export interface PreviewOptions {
  readonly theme?: WebviewThemeName;
  readonly width?: number;
  readonly height?: number;
  /** The state that the page saved when it was last open. */
  readonly state?: unknown;
  /** Whether the page animates changes. By default it runs with reduced motion, so that each change is immediate. */
  readonly motion?: boolean;
  /** The display language: English by default, or one with a script of messages. */
  readonly language?: string;
  /** Device pixels in a CSS pixel: 2.5 for a display scaled to 250 %. */
  readonly scale?: number;
}

/** The fake VS Code API's record, in the page. */
interface FakeHost {
  readonly messages: ToPanel[];
  state: unknown;
}

export interface PreviewPage {
  readonly page: Page;
  /** Sends messages to the page and waits until it has rendered their effect. */
  send(...messages: readonly unknown[]): Promise<void>;
  /** Shows a tree as version 1. */
  show(tree: Tree): Promise<void>;
  /** Switches the theme as VS Code does, in the open page. */
  setTheme(theme: WebviewThemeName): Promise<void>;
  /** Returns the messages that the page has sent to its panel. */
  sentMessages(): Promise<readonly ToPanel[]>;
  /** Returns the state that the page has saved. */
  state(): Promise<unknown>;
  /** Uncaught errors and logged ones, such as violations of the content security policy. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

/** Opens the page and waits until it reports that it is ready. */
export async function openPreview(browser: Browser, options: PreviewOptions = {}): Promise<PreviewPage> {
  const { theme = "light", width = 900, height = 640, state, motion = false, scale = 1, language = "en" } = options;
  const { script, exporting, style } = await bundles;
  const messages = language === "en" ? "" : await messagesOf(language);
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: motion ? "no-preference" : "reduce",
  });
  page.setDefaultTimeout(WAIT_LIMIT);
  await throttleCpu(page);
  const pageErrors: string[] = [];
  page.on("pageerror", (error) => pageErrors.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && pageErrors.push(message.text()));
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/page.js") return route.fulfill({ contentType: "text/javascript", body: script });
    if (pathname === "/messages.js") return route.fulfill({ contentType: "text/javascript", body: messages });
    if (pathname === "/export.js") return route.fulfill({ contentType: "text/javascript", body: exporting });
    if (pathname === "/page.css") return route.fulfill({ contentType: "text/css", body: style });
    return route.fulfill({ contentType: "text/html", body: pageHtml(language) });
  });
  await page.addInitScript(
    ({ state, classes, variables }) => {
      const fakeHost: FakeHost = { messages: [], state };
      Object.assign(window, {
        fakeHost,
        acquireVsCodeApi: () => ({
          postMessage: (message: ToPanel) => fakeHost.messages.push(message),
          getState: () => fakeHost.state,
          setState: (next: unknown) => {
            fakeHost.state = next;
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
  const readHost = <Value>(pick: (host: FakeHost) => Value): Promise<Value> =>
    // The page evaluates the source text of `pick` with the object of the script above.
    page.evaluate(`(${pick})(window.fakeHost)`) as Promise<Value>;
  await page.waitForFunction('window.fakeHost.messages.some(({ type }) => type === "ready")');

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
      // The page has requested the next frame for rendering, so it renders before the first of these frames' callbacks. By
      // the second one, layout and resize observers have run too, and by the next task Preact's effects, which it postpones
      // until then.
      await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    }, messages);
  return {
    page,
    send,
    show: (tree) => send({ type: "tree", uri: "file:///map.argmap", version: 1, tree } satisfies ToPage),
    async setTheme(next) {
      await page.evaluate(({ classes, variables }) => {
        const { style } = document.documentElement;
        for (const name of [...style]) if (name.startsWith("--vscode-")) style.removeProperty(name);
        for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
        document.body.className = classes.join(" ");
      }, themes[next]);
      // The page renders a new theme in the next frame, as it does with a message.
      await send();
    },
    sentMessages: () => readHost(({ messages }) => messages),
    state: () => readHost(({ state }) => state),
    pageErrors,
    close: () => page.close(),
  };
}

/** The element of a card. */
export const cardLocator = ({ page }: PreviewPage, id: string) => page.locator(`[data-card="${id}"]`);
