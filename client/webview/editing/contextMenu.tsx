import { useLayoutEffect, useRef } from "preact/hooks";
import { addableKinds, allowedAdditions, canInvert, invertedKind } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardKind } from "../../../server/core/tree/tree.ts";
import {
  cardCommandFor,
  cardKeyBindings,
  type EditCommand,
  editCommandFor,
  editKeyBindings,
  keyLabel,
} from "../input/keyBindings.ts";
import { messages } from "../messages/messages.ts";
import { clampToWindow } from "../ui/clampToWindow.ts";
import { canSuppose } from "../weighing/useWeighing.ts";

/** A position in the window, in pixels. */
export interface MenuPosition {
  readonly x: number;
  readonly y: number;
}

/** The commands of the menu that do not edit the map. */
const viewCommands = ["fold", "focus", "copy"] as const;
export type ViewCommand = (typeof viewCommands)[number];
type MenuCommand = EditCommand | ViewCommand;

export const isViewCommand = (command: MenuCommand): command is ViewCommand =>
  viewCommands.some((one) => one === command);

interface ContextMenuProps {
  readonly position: MenuPosition;
  readonly card: Card;
  /** The kind of the parent card; undefined for a root. */
  readonly parentKind: CardKind | undefined;
  /** Whether the card has a branch, shown or folded. */
  readonly hasBranch: boolean;
  readonly onChoose: (command: MenuCommand) => void;
  /** What is supposed of the card's entry; undefined: nothing. */
  readonly supposed: boolean | undefined;
  /** Supposes that the entry is true or false; undefined: neither. */
  readonly onSuppose: (isTrue: boolean | undefined) => void;
  readonly onClose: () => void;
}

interface MenuItem {
  readonly command: MenuCommand;
  readonly label: string;
  readonly isEnabled: boolean;
}

interface SuppositionItem {
  readonly isTrue: boolean | undefined;
  readonly label: string;
}

/** Returns the items about suppositions, first the one that the key of the card command would choose. */
function suppositionItems(supposed: boolean | undefined): readonly SuppositionItem[] {
  const neither = { isTrue: undefined, label: messages.menu.stopSupposing };
  const isTrue = { isTrue: true, label: messages.menu.supposeTrue };
  const isFalse = { isTrue: false, label: messages.menu.supposeFalse };
  return supposed === undefined ? [isTrue, isFalse] : supposed ? [isFalse, neither] : [neither, isTrue];
}

/** Returns the items of the menu in groups. */
function menuItems(card: Card, parentKind: CardKind | undefined, hasBranch: boolean): readonly (readonly MenuItem[])[] {
  const allowed = allowedAdditions(card.kind);
  const otherKind = invertedKind(card.kind);
  const isReference = card.form === "reference";
  return [
    addableKinds.map((command) => ({ command, label: messages.keys[command], isEnabled: allowed.includes(command) })),
    [
      { command: "editText", label: messages.keys.editText, isEnabled: true },
      ...(otherKind === undefined
        ? []
        : [
            {
              command: "convert",
              label: otherKind === "reason" ? messages.menu.convertToReason : messages.menu.convertToObjection,
              isEnabled: canInvert(card.kind, parentKind),
            } as const,
          ]),
      { command: "move", label: messages.menu.move, isEnabled: true },
    ],
    [
      { command: "fold", label: messages.keys.fold, isEnabled: hasBranch },
      { command: "focus", label: messages.menu.showAlone, isEnabled: hasBranch },
      { command: "copy", label: messages.menu.copyText, isEnabled: true },
    ],
    [{ command: "delete", label: isReference ? messages.menu.removeReference : messages.keys.delete, isEnabled: true }],
  ];
}

/** The distance from the edges of the window, in pixels. */
const MENU_MARGIN = 4;

/** The context menu of a card: commands with their keys. */
export function ContextMenu({
  position,
  card,
  parentKind,
  hasBranch,
  onChoose,
  supposed,
  onSuppose,
  onClose,
}: ContextMenuProps) {
  const groups = menuItems(card, parentKind, hasBranch);
  const suppositions = canSuppose(card) ? suppositionItems(supposed) : [];
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
    const closeIfOutside = ({ target }: Event): void => {
      if (target instanceof Node && menu.current?.contains(target) === false) onClose();
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
    else if (cardCommandFor(event.key) === "suppose" && suppositions[0]) onSuppose(suppositions[0].isTrue);
    else {
      // Space activates the focused item.
      const command = editCommandFor(event.key) ?? (event.key === " " ? undefined : cardCommandFor(event.key));
      const item = groups.flat().find((candidate) => candidate.command === command);
      if (item === undefined) return;
      if (item.isEnabled) onChoose(item.command);
    }
    event.preventDefault();
  }

  return (
    <div ref={menu} class="context-menu" role="menu" aria-label={messages.menu.label} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a menu
        <div key={group[0]?.command} role="group">
          {group.map(({ command, label, isEnabled }) => (
            <button
              key={command}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={!isEnabled}
              onClick={() => isEnabled && onChoose(command)}
            >
              <span>{label}</span>
              {command !== "copy" && (
                <kbd>{isViewCommand(command) ? keyOf(cardKeyBindings, command) : keyOf(editKeyBindings, command)}</kbd>
              )}
            </button>
          ))}
        </div>
      ))}
      {suppositions.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a menu
        <div role="group">
          {suppositions.map(({ isTrue, label }, index) => (
            <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={() => onSuppose(isTrue)}>
              <span>{label}</span>
              {index === 0 && <kbd>{keyOf(cardKeyBindings, "suppose")}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Returns the label of the first key of a command. */
const keyOf = <Name,>(
  bindings: readonly { readonly command: Name; readonly keys: readonly string[] }[],
  command: Name,
): string => keyLabel(bindings.find((one) => one.command === command)?.keys[0] ?? "");
