/** Menus of buttons, and one at the cursor. */
import { create } from "./elements.ts";

export interface MenuEntry {
  readonly label: string;
  readonly detail?: string;
  readonly run: () => void;
}

/** Items with a heading; `title` may be empty. */
export interface MenuGroup {
  readonly title: string;
  readonly items: readonly MenuEntry[];
}

/** Makes a button open a menu. @param groups called when the menu is opened */
export function makeMenuButton(button: HTMLButtonElement, groups: () => readonly MenuGroup[]): void {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  let close: (() => void) | undefined;
  const open = (): void => {
    const { left, bottom } = button.getBoundingClientRect();
    button.setAttribute("aria-expanded", "true");
    close = openMenu(groups(), { x: left, y: bottom + 4, label: button.textContent ?? "" }, (isCanceled) => {
      button.setAttribute("aria-expanded", "false");
      close = undefined;
      if (isCanceled) button.focus();
    });
  };
  button.addEventListener("click", () => {
    if (close) close();
    else open();
  });
  // The menu closes at a press outside of it, and would open again at the click.
  button.addEventListener("pointerdown", (event) => close && event.stopPropagation());
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open();
  });
}

interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/**
 * Opens a menu and focuses its first item. Returns the function that closes it.
 *
 * @param onClose called when it is closed; `isCanceled` if the user chose nothing and did not press elsewhere
 */
export function openMenu(
  groups: readonly MenuGroup[],
  { x, y, label }: MenuPlace,
  onClose: (isCanceled: boolean) => void,
): () => void {
  const menu = create("div", { class: "menu", role: "menu", "aria-label": label });
  const items: HTMLButtonElement[] = [];
  for (const { title, items: entries } of groups) {
    if (entries.length === 0) continue;
    const group = create("div", { role: "group", ...(title === "" ? {} : { "aria-label": title }) });
    if (title !== "") group.append(create("div", { class: "menu-title", "aria-hidden": "true" }, title));
    for (const entry of entries) {
      const item = create("button", { type: "button", role: "menuitem", tabindex: "-1" });
      item.append(create("span", {}, entry.label));
      if (entry.detail !== undefined) item.append(create("small", {}, entry.detail));
      item.addEventListener("click", () => {
        close(false);
        entry.run();
      });
      items.push(item);
      group.append(item);
    }
    menu.append(group);
  }
  const close = (isCanceled: boolean): void => {
    document.removeEventListener("pointerdown", closeOutside);
    window.removeEventListener("blur", closeWhenLeft);
    menu.remove();
    onClose(isCanceled);
  };
  const closeOutside = ({ target }: PointerEvent): void => {
    if (!(target instanceof Node && menu.contains(target))) close(false);
  };
  // The frame of the picture takes presses, but also the focus of the window.
  const closeWhenLeft = (): void => close(false);
  const move = (index: number): void => items.at(index % items.length)?.focus();
  menu.addEventListener("keydown", (event) => {
    const focused = document.activeElement;
    const current = focused instanceof HTMLButtonElement ? items.indexOf(focused) : -1;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(current + 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(-1),
      Escape: () => close(true),
      Tab: () => close(true),
    };
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const startsSo = (item: HTMLElement): boolean =>
        (item.textContent ?? "").toLowerCase().startsWith(event.key.toLowerCase());
      [...items.slice(current + 1), ...items.slice(0, current + 1)].find(startsSo)?.focus();
    }
  });
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  document.addEventListener("pointerdown", closeOutside);
  window.addEventListener("blur", closeWhenLeft);
  move(0);
  return () => close(true);
}
