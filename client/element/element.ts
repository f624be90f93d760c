/** Defines `<argument-map>`, which `element.d.ts` describes. */
import { ArgumentMapElement } from "./argumentMapElement.ts";

// Programs that render pages on a server import this module too.
if (globalThis.customElements !== undefined && customElements.get("argument-map") === undefined)
  customElements.define("argument-map", ArgumentMapElement);

export { ArgumentMapElement };
