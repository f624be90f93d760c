import { useLayoutEffect, useRef } from "preact/hooks";
import { keyLabel } from "../input/keyBindings.ts";
import { messages } from "../messages/messages.ts";
import { clampToWindow } from "../ui/clampToWindow.ts";
import { type MenuAction, type MenuTarget, menuGroups } from "./menuItems.ts";

/** A position in the window, in pixels. */
export interface MenuPosition {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  readonly position: MenuPosition;
  readonly target: MenuTarget;
  readonly onChoose: (action: MenuAction) => void;
  readonly onClose: () => void;
}

/** The distance from the edges of the window, in pixels. */
const MENU_MARGIN = 4;

/** The context menu of a card: commands with their keys, and properties with their values. */
export function ContextMenu({ position, target, onChoose, onClose }: ContextMenuProps) {
  const groups = menuGroups(target);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = menu;
    if (current === null) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const x = clampToWindow(position.x, width, innerWidth, MENU_MARGIN);
    const y = clampToWindow(position.y, height, innerHeight, MENU_MARGIN);
    current.style.transform = `translate(${x}px, ${y}px)`;
    current.querySelector<HTMLElement>("button:not([aria-disabled=true])")?.focus();
  }, []);
  useLayoutEffect(() => {
    const closeIfOutside = ({ target: element }: Event): void => {
      if (element instanceof Node && menu.current?.contains(element) === false) onClose();
    };
    window.addEventListener("pointerdown", closeIfOutside, true);
    window.addEventListener("wheel", closeIfOutside, true);
    window.addEventListener("blur", onClose);
    return () => {
      window.removeEventListener("pointerdown", closeIfOutside, true);
      window.removeEventListener("wheel", closeIfOutside, true);
      window.removeEventListener("blur", onClose);
    };
  });

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const buttons = [...(menu.current?.querySelectorAll<HTMLButtonElement>("button:not([aria-disabled=true])") ?? [])];
    const focusedIndex =
      document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1;
    const focusItem = (index: number): void => buttons.at(index % buttons.length)?.focus();
    if (event.key === "ArrowDown") focusItem(focusedIndex + 1);
    else if (event.key === "ArrowUp") focusItem(focusedIndex <= 0 ? -1 : focusedIndex - 1);
    else if (event.key === "Home") focusItem(0);
    else if (event.key === "End") focusItem(-1);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else {
      // Space activates the focused item.
      const item =
        event.key === " " ? undefined : groups.flat().find((candidate) => candidate.keys.includes(event.key));
      if (item === undefined) return;
      if (item.isEnabled) onChoose(item.action);
    }
    event.preventDefault();
  }

  return (
    <div ref={menu} class="context-menu" role="menu" aria-label={messages.menu.label} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a menu
        <div key={group[0]?.label} role="group">
          {group.map(({ label, value, isEnabled, keys: [key], action }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={!isEnabled}
              onClick={() => isEnabled && onChoose(action)}
            >
              <span>{label}</span>
              {value !== undefined && <span class="value">{value}</span>}
              {key !== undefined && <kbd>{keyLabel(key)}</kbd>}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
