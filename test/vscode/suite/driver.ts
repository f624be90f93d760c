/** The suite's end of the bridge: acts on the window from outside, as a user would. */
import type { Order } from "../orders.ts";

const { ARGMAP_TEST_BRIDGE: address, ARGMAP_TEST_TOKEN: token } = process.env;

/** Sends an order and waits until it is done. */
export async function order(what: Order): Promise<unknown> {
  if (!address || !token) throw new Error("The suite was started without its bridge.");
  const response = await fetch(address, {
    method: "POST",
    headers: { authorization: token },
    body: JSON.stringify(what),
  });
  if (!response.ok) throw new Error(`${what.do}: ${await response.text()}`);
  return response.json();
}

export const type = (text: string) => order({ do: "type", text });
export const press = (keys: string) => order({ do: "press", keys });
export const click = (selector: string) => order({ do: "click", selector });
export const screenshot = (name: string) => order({ do: "screenshot", name });
/** Waits until the workbench shows what the selector finds. */
export const seen = (selector: string) => order({ do: "wait", selector });

/** The same within the preview's page. */
export const preview = {
  click: (selector: string) => order({ do: "click", selector, inPreview: true }),
  seen: (selector: string) => order({ do: "wait", selector, inPreview: true }),
  gone: (selector: string) => order({ do: "wait", selector, inPreview: true, gone: true }),
};
