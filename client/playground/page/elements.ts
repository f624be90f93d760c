/** Finds and creates elements of the page. */

/** Returns the element with this id. Throws if the page has none. */
export function byId<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no #${id}.`);
  return element;
}

/** Creates an element with attributes and children. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Creates a button. */
export function button(label: string, onClick: () => void, className = ""): HTMLButtonElement {
  const element = create("button", { type: "button", class: className }, label);
  element.addEventListener("click", onClick);
  return element;
}
