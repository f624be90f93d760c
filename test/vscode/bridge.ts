/**
 * A small local server through which the suite, which runs within VS Code, drives the window that shows it.
 * It listens on this machine alone and answers only who knows its token.
 */
import { randomBytes } from "node:crypto";
import { globSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Order, PageOf, Place } from "./driverCommands.ts";

/** How long anything in the window may take. */
const patience = 15_000;

/** Webviews are told apart by the extension that they belong to. */
const owners: Readonly<Record<PageOf, string>> = {
  preview: "argmap.argmap",
  markdown: "vscode.markdown-language-features",
};

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

export interface Bridge {
  /** What the suite needs to find the bridge. */
  readonly env: Readonly<Record<string, string>>;
  readonly outcome: Promise<Outcome>;
  close(): void;
}

/** Opens a bridge to a window that may come later. */
export async function openBridge(open: () => Page | Promise<Page>, output: string): Promise<Bridge> {
  mkdirSync(output, { recursive: true });
  for (const old of globSync("failed *.png", { cwd: output })) rmSync(join(output, old));
  const token = randomBytes(16).toString("hex");
  let settle: (outcome: Outcome) => void = () => {};
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });

  const refusals: string[] = [];
  let opened: Promise<Page> | undefined;
  const page = (): Promise<Page> => {
    opened ??= Promise.resolve(open()).then((window) => {
      window.setDefaultTimeout(patience);
      window.on("console", (message) => {
        const text = message.text();
        if (text.includes("Content Security Policy")) refusals.push(`${text} (${message.location().url})`);
      });
      return window;
    });
    return opened;
  };

  async function obey(order: Order): Promise<unknown> {
    switch (order.do) {
      case "say":
        return void console.log(order.text);
      case "end":
        return settle(order);
      case "screenshot":
        // What lies under the mouse looks different.
        await (await page()).mouse.move(0, 0);
        return void (await (await page()).screenshot({ path: join(output, `${order.name}.png`) }));
      case "type":
        // As fast as people type; VS Code passes over keys that come while it asks for suggestions.
        return (await page()).keyboard.type(order.text, { delay: 40 });
      case "press":
        return (await page()).keyboard.press(order.keys);
      case "click":
        return (await find(order)).click({ button: order.button ?? "left" });
      case "drag":
        return (await find(order)).dragTo(await find({ ...order, selector: order.to }));
      case "drop":
        return (await find(order)).evaluate(drop, order.text);
      case "wait":
        return (await find(order)).waitFor({
          state: order.gone ? "hidden" : "visible",
          ...(order.patience !== undefined && { timeout: order.patience }),
        });
      case "texts":
        return (await all(order)).allInnerTexts();
      case "hold":
        return hold(await all({ ...order, selector: "body" }), order.expression);
      case "refusals":
        await page();
        return refusals;
      default:
        return order satisfies never;
    }
  }

  async function all({ selector, page: within, which = 0 }: Place): Promise<Locator> {
    const window = await page();
    if (within === undefined) return window.locator(selector);
    // A webview is two frames deep.
    const webview = window.frameLocator(`iframe.webview.ready[src*="extensionId=${owners[within]}"]`).nth(which);
    return webview.frameLocator("iframe#active-frame").locator(selector);
  }
  const find = async (place: Place): Promise<Locator> => (await all(place)).first();

  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== token) return void response.writeHead(403).end();
    try {
      const body = await Array.fromAsync(request);
      // The suite is built from the same declaration of orders.
      const order = JSON.parse(Buffer.concat(body).toString()) as Order;
      response.end(JSON.stringify((await obey(order)) ?? null));
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
  const place = { clientX: right - 4, clientY: top + height / 2, bubbles: true, cancelable: true, dataTransfer };
  for (const step of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(step, place));
}

/** Playwright's own way to wait for a function evaluates text within the page, which the page's policy forbids. */
async function hold(body: Locator, expression: string): Promise<unknown> {
  for (const late = Date.now() + patience; Date.now() < late; ) {
    const value = await body.evaluate(expression);
    if (value) return value;
    await body.evaluate("new Promise(requestAnimationFrame)");
  }
  throw new Error(`It never held: ${expression}`);
}
