/**
 * A local server by which the suite, which runs inside VS Code, controls the window from outside. It accepts only
 * connections from this machine that send its token.
 */
import { randomBytes } from "node:crypto";
import { globSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { WAIT_LIMIT } from "../support/limits.ts";
import type { DriverCommand, ElementTarget, WebviewPage } from "./driverCommands.ts";
import type { TestOutcome } from "./testOutcome.ts";

/** A command that takes longer, in milliseconds, is printed, so that a test which passes late shows where it has waited. */
const SLOW_COMMAND = 20_000;

/** The extensions that the webviews belong to, by which they are distinguished. */
const extensionIds: Readonly<Record<WebviewPage, string>> = {
  preview: "argmap.argmap",
  markdown: "vscode.markdown-language-features",
};

export interface Bridge {
  /** The environment variables by which the suite finds the bridge. */
  readonly env: Readonly<Record<string, string>>;
  readonly outcome: Promise<TestOutcome>;
  /** The time of the last command, as `Date.now()`. */
  readonly lastActivity: () => number;
  close(): void;
}

/** Opens a bridge to a window that may be opened later. */
export async function openBridge(open: () => Page | Promise<Page>, output: string): Promise<Bridge> {
  mkdirSync(output, { recursive: true });
  for (const old of globSync("failed *.png", { cwd: output })) rmSync(join(output, old));
  const token = randomBytes(16).toString("hex");
  const outcome = Promise.withResolvers<TestOutcome>();
  let lastActivity = Date.now();

  const policyViolations: string[] = [];
  let connectedPage: Promise<Page> | undefined;
  const page = (): Promise<Page> => {
    connectedPage ??= Promise.resolve(open()).then((window) => {
      window.setDefaultTimeout(WAIT_LIMIT);
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
      case "print":
        return void console.log(command.text);
      case "finish":
        return outcome.resolve(command);
      case "screenshot":
        // Elements under the mouse look different.
        await (await page()).mouse.move(0, 0);
        return void (await (await page()).screenshot({ path: join(output, `${command.name}.png`) }));
      case "type":
        // As fast as a person: VS Code drops requests for suggestions if keys follow too quickly.
        return (await page()).keyboard.type(command.text, { delay: 40 });
      case "press":
        return (await page()).keyboard.press(command.keys);
      case "click":
        return (await locateFirst(command)).click({ button: command.button ?? "left" });
      case "drag":
        return (await locateFirst(command)).dragTo(await locateFirst({ ...command, selector: command.to }));
      case "drop":
        return (await locateFirst(command)).evaluate(drop, command.text);
      case "waitFor":
        return (await locateFirst(command)).waitFor({ state: command.state });
      case "texts":
        return (await locate(command)).allInnerTexts();
      case "waitUntilTrue":
        return waitUntilTrue(await locate({ ...command, selector: "body" }), command.expression);
      case "policyViolations":
        await page();
        return policyViolations;
      default:
        return command satisfies never;
    }
  }

  async function locate({ selector, page: webviewPage, which = 0 }: ElementTarget): Promise<Locator> {
    const window = await page();
    if (webviewPage === undefined) return window.locator(selector);
    // A webview consists of two nested frames.
    const webview = window
      .frameLocator(`iframe.webview.ready[src*="extensionId=${extensionIds[webviewPage]}"]`)
      .nth(which);
    return webview.frameLocator("iframe#active-frame").locator(selector);
  }
  const locateFirst = async (target: ElementTarget): Promise<Locator> => (await locate(target)).first();

  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== token) return void response.writeHead(403).end();
    lastActivity = Date.now();
    try {
      const body = await Array.fromAsync(request);
      // The suite is built from the same declaration of the commands.
      const command = JSON.parse(Buffer.concat(body).toString()) as DriverCommand;
      const start = Date.now();
      const result = await execute(command);
      const duration = Date.now() - start;
      if (duration > SLOW_COMMAND) console.log(`    ${Math.round(duration / 1000)} s: ${JSON.stringify(command)}`);
      response.end(JSON.stringify(result ?? null));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    env: { ARGMAP_TEST_BRIDGE: `http://127.0.0.1:${port}`, ARGMAP_TEST_TOKEN: token },
    outcome: outcome.promise,
    lastActivity: () => lastActivity,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Runs in the window: dispatches the events of a drag and drop from another application. */
function drop(target: Element, text: string): void {
  const { right, top, height } = target.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData("text/plain", text);
  const eventOptions = { clientX: right - 4, clientY: top + height / 2, bubbles: true, cancelable: true, dataTransfer };
  for (const type of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, eventOptions));
}

/** Playwright's own `waitForFunction` uses `eval` in the page, which the page's content security policy blocks. */
async function waitUntilTrue(body: Locator, expression: string): Promise<unknown> {
  for (const deadline = Date.now() + WAIT_LIMIT; Date.now() < deadline; ) {
    const value = await body.evaluate(expression);
    if (value) return value;
    await body.evaluate("new Promise(requestAnimationFrame)");
  }
  throw new Error(`Never true in the page: ${expression}`);
}
