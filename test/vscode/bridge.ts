/**
 * A small local server through which the suite, which runs within VS Code, drives the window that shows it.
 * It listens on this machine alone and answers only who knows its token.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Order } from "./orders.ts";

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

/** Opens a bridge to a page that may come later. */
export async function openBridge(page: () => Page | Promise<Page>, output: string): Promise<Bridge> {
  mkdirSync(output, { recursive: true });
  const token = randomBytes(16).toString("hex");
  let settle: (outcome: Outcome) => void = () => {};
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });

  async function obey(order: Order): Promise<unknown> {
    switch (order.do) {
      case "say":
        return void console.log(order.text);
      case "end":
        return settle(order);
      case "screenshot":
        return void (await (await page()).screenshot({ path: join(output, `${order.name}.png`) }));
      case "type":
        return (await page()).keyboard.type(order.text);
      case "press":
        return (await page()).keyboard.press(order.keys);
      case "click":
        return (await find(order)).click();
      case "wait":
        return (await find(order)).waitFor({ state: order.gone ? "hidden" : "visible" });
      case "texts":
        return (await all(order)).allInnerTexts();
      default:
        return order satisfies never;
    }
  }

  async function all({ selector, inPreview }: { readonly selector: string; readonly inPreview?: boolean }) {
    const top = await page();
    // A webview is two frames deep.
    const frame = top.frameLocator("iframe.webview.ready").first().frameLocator("iframe#active-frame");
    return inPreview ? frame.locator(selector) : top.locator(selector);
  }
  const find = async (order: Parameters<typeof all>[0]): Promise<Locator> => (await all(order)).first();

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
