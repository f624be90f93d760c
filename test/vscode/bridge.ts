/**
 * A small local server through which the suite, which runs within VS Code, drives the window that shows it.
 * It listens on this machine alone and answers only who knows its token.
 */
import { randomBytes } from "node:crypto";
import { globSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { DriverCommand, ElementTarget, WebviewPage } from "./driverCommands.ts";

/** How long anything in the window may take. */
const TIMEOUT_MS = 15_000;

/** Webviews are told apart by the extension that they belong to. */
const extensionIds: Readonly<Record<WebviewPage, string>> = {
  preview: "argmap.argmap",
  markdown: "vscode.markdown-language-features",
};

export interface TestOutcome {
  readonly passed: number;
  readonly failed: number;
}

export interface Bridge {
  /** What the suite needs to find the bridge. */
  readonly env: Readonly<Record<string, string>>;
  readonly outcome: Promise<TestOutcome>;
  close(): void;
}

/** Opens a bridge to a window that may come later. */
export async function openBridge(open: () => Page | Promise<Page>, output: string): Promise<Bridge> {
  mkdirSync(output, { recursive: true });
  for (const old of globSync("failed *.png", { cwd: output })) rmSync(join(output, old));
  const token = randomBytes(16).toString("hex");
  let resolveOutcome: (outcome: TestOutcome) => void = () => {};
  const outcome = new Promise<TestOutcome>((resolve) => {
    resolveOutcome = resolve;
  });

  const policyViolations: string[] = [];
  let connectedPage: Promise<Page> | undefined;
  const page = (): Promise<Page> => {
    connectedPage ??= Promise.resolve(open()).then((window) => {
      window.setDefaultTimeout(TIMEOUT_MS);
      window.on("console", (message) => {
        const text = message.text();
        if (text.includes("Content Security Policy")) policyViolations.push(`${text} (${message.location().url})`);
      });
      return window;
    });
    return connectedPage;
  };

  async function execute(command: DriverCommand): Promise<unknown> {
    switch (command.do) {
      case "say":
        return void console.log(command.text);
      case "end":
        return resolveOutcome(command);
      case "screenshot":
        // What lies under the mouse looks different.
        await (await page()).mouse.move(0, 0);
        return void (await (await page()).screenshot({ path: join(output, `${command.name}.png`) }));
      case "type":
        // As fast as people type; VS Code passes over keys that come while it asks for suggestions.
        return (await page()).keyboard.type(command.text, { delay: 40 });
      case "press":
        return (await page()).keyboard.press(command.keys);
      case "click":
        return (await locateFirst(command)).click({ button: command.button ?? "left" });
      case "drag":
        return (await locateFirst(command)).dragTo(await locateFirst({ ...command, selector: command.to }));
      case "drop":
        return (await locateFirst(command)).evaluate(drop, command.text);
      case "wait":
        return (await locateFirst(command)).waitFor({
          state: command.gone ? "hidden" : "visible",
          ...(command.patience !== undefined && { timeout: command.patience }),
        });
      case "texts":
        return (await locate(command)).allInnerTexts();
      case "hold":
        return waitUntilTrue(await locate({ ...command, selector: "body" }), command.expression);
      case "refusals":
        await page();
        return policyViolations;
      default:
        return command satisfies never;
    }
  }

  async function locate({ selector, page: webviewPage, which = 0 }: ElementTarget): Promise<Locator> {
    const window = await page();
    if (webviewPage === undefined) return window.locator(selector);
    // A webview is two frames deep.
    const webview = window
      .frameLocator(`iframe.webview.ready[src*="extensionId=${extensionIds[webviewPage]}"]`)
      .nth(which);
    return webview.frameLocator("iframe#active-frame").locator(selector);
  }
  const locateFirst = async (target: ElementTarget): Promise<Locator> => (await locate(target)).first();

  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== token) return void response.writeHead(403).end();
    try {
      const body = await Array.fromAsync(request);
      // The suite is built from the same declaration of orders.
      const command = JSON.parse(Buffer.concat(body).toString()) as DriverCommand;
      response.end(JSON.stringify((await execute(command)) ?? null));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    env: { ARGMAP_TEST_BRIDGE: `http://127.0.0.1:${port}`, ARGMAP_TEST_TOKEN: token },
    outcome,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What the system tells a window of words that are dragged into it. Runs in the window. */
function drop(target: Element, text: string): void {
  const { right, top, height } = target.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData("text/plain", text);
  const eventOptions = { clientX: right - 4, clientY: top + height / 2, bubbles: true, cancelable: true, dataTransfer };
  for (const step of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(step, eventOptions));
}

/** Playwright's own way to wait for a function evaluates text within the page, which the page's policy forbids. */
async function waitUntilTrue(body: Locator, expression: string): Promise<unknown> {
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; ) {
    const value = await body.evaluate(expression);
    if (value) return value;
    await body.evaluate("new Promise(requestAnimationFrame)");
  }
  throw new Error(`It never held: ${expression}`);
}
