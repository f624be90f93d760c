/** The suite's end of the bridge: acts on the window from outside, as a user would. */
import type { DriverCommand, WebviewPage } from "../../driverCommands.ts";

const { ARGMAP_TEST_BRIDGE: address, ARGMAP_TEST_TOKEN: token } = process.env;

/** Sends an order and waits until it is done. */
export async function sendCommand(command: DriverCommand): Promise<unknown> {
  if (!address || !token) throw new Error("The suite was started without its bridge.");
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
/** Lets go of words that were dragged from outside of the window. */
export const drop = (text: string, selector: string) => sendCommand({ do: "drop", text, selector });
export const screenshot = (name: string) => sendCommand({ do: "screenshot", name });
/** Waits until the workbench shows what the selector finds. */
export const waitForVisible = (selector: string) => sendCommand({ do: "wait", selector });
export const waitForHidden = (selector: string) => sendCommand({ do: "wait", selector, gone: true });
/**
 * Types until the workbench shows what the selector finds. On a busy machine VS Code may pass over a key while it asks for
 * suggestions, and asks again at the next one; a user then types on, here the last key is typed again.
 */
export async function typeUntilVisible(text: string, selector: string): Promise<void> {
  await type(text);
  for (let attemptsLeft = 4; attemptsLeft > 0; attemptsLeft--) {
    try {
      await sendCommand({ do: "wait", selector, patience: 3000 });
      return;
    } catch {
      await press("Backspace");
      await type(text.slice(-1));
    }
  }
  await waitForVisible(selector);
}
// The bridge answers each order with what Playwright gives for it; so does `refusals`.
export const texts = (selector: string) => sendCommand({ do: "texts", selector }) as Promise<readonly string[]>;
export const policyViolations = () => sendCommand({ do: "refusals" }) as Promise<readonly string[]>;

const inWebview = (page: WebviewPage, which = 0) => ({
  click: (selector: string) => sendCommand({ do: "click", selector, page, which }),
  /** With the right button. */
  rightClick: (selector: string) => sendCommand({ do: "click", selector, page, which, button: "right" }),
  drag: (selector: string, to: string) => sendCommand({ do: "drag", selector, to, page, which }),
  waitForVisible: (selector: string) => sendCommand({ do: "wait", selector, page, which }),
  waitForHidden: (selector: string) => sendCommand({ do: "wait", selector, page, which, gone: true }),
  /**
   * Waits until a function gives something true within the page, and gives that. It is sent as text, so it sees
   * nothing of what is around it but its arguments, which must be plain data.
   */
  waitUntilTrue: <Given extends readonly unknown[], Value>(
    test: (...given: Given) => Value,
    ...given: Given
  ): Promise<Value> =>
    sendCommand({ do: "hold", expression: `(${test})(...${JSON.stringify(given)})`, page, which }) as Promise<Value>,
});

/** The same within the preview's page, and within that of a Markdown preview. */
export const preview = inWebview("preview");
/** Within that of the preview that was opened after it. */
export const secondPreview = inWebview("preview", 1);
export const markdown = inWebview("markdown");
