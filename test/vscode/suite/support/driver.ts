/** The suite's end of the bridge: controls the window from outside, like a user. */
import { commands } from "vscode";
import type { DriverCommand, WebviewPage } from "../../driverCommands.ts";

const { ARGMAP_TEST_BRIDGE: address, ARGMAP_TEST_TOKEN: token } = process.env;

/** Sends a command and waits until it is carried out. */
export async function sendCommand(command: DriverCommand): Promise<unknown> {
  if (!address || !token) throw new Error("The suite was started without a bridge.");
  const response = await fetch(address, {
    method: "POST",
    headers: { authorization: token },
    body: JSON.stringify(command),
  });
  if (!response.ok) throw new Error(`${command.do}: ${await response.text()}`);
  return response.json();
}

export const type = (text: string) => sendCommand({ do: "type", text });
export const press = (keys: string) => sendCommand({ do: "press", keys });
export const click = (selector: string) => sendCommand({ do: "click", selector });
/** Drops text that was dragged from another application. */
export const drop = (text: string, selector: string) => sendCommand({ do: "drop", text, selector });
export const screenshot = (name: string) => sendCommand({ do: "screenshot", name });
/** Waits until an element of the workbench is visible. */
export const waitForVisible = (selector: string) => sendCommand({ do: "waitFor", selector, state: "visible" });
export const waitForHidden = (selector: string) => sendCommand({ do: "waitFor", selector, state: "hidden" });
/**
 * Types, and waits for a suggestion. On a busy machine, VS Code drops the request for suggestions of the last key and would
 * only repeat it with the next one, so the suggestions are triggered explicitly.
 */
export async function typeUntilSuggested(text: string, selector: string): Promise<void> {
  await type(text);
  await commands.executeCommand("editor.action.triggerSuggest");
  await waitForVisible(selector);
}
// The bridge returns what Playwright returns for these commands.
export const texts = (selector: string) => sendCommand({ do: "texts", selector }) as Promise<readonly string[]>;
export const policyViolations = () => sendCommand({ do: "policyViolations" }) as Promise<readonly string[]>;

const inWebview = (page: WebviewPage, which = 0) => ({
  click: (selector: string) => sendCommand({ do: "click", selector, page, which }),
  rightClick: (selector: string) => sendCommand({ do: "click", selector, page, which, button: "right" }),
  drag: (selector: string, to: string) => sendCommand({ do: "drag", selector, to, page, which }),
  waitForVisible: (selector: string) => sendCommand({ do: "waitFor", selector, page, which, state: "visible" }),
  waitForHidden: (selector: string) => sendCommand({ do: "waitFor", selector, page, which, state: "hidden" }),
  /**
   * Waits until a function returns a truthy value in the page, and returns that value. The function is sent as source text,
   * so it can only use its arguments, which must be JSON values.
   */
  waitUntilTrue: <Args extends readonly unknown[], Value>(
    condition: (...args: Args) => Value,
    ...args: Args
  ): Promise<Value> =>
    sendCommand({
      do: "waitUntilTrue",
      expression: `(${condition})(...${JSON.stringify(args)})`,
      page,
      which,
    }) as Promise<Value>,
});

/** The page of the preview. */
export const preview = inWebview("preview");
/** The page of the preview that was opened second. */
export const secondPreview = inWebview("preview", 1);
/** The page of VS Code's Markdown preview. */
export const markdown = inWebview("markdown");
