/** What can be done to a card, with the keys that do it. */
import { useLayoutEffect, useRef } from "preact/hooks";
import {
  type AddableKind,
  addableKinds,
  allowedAdditions,
  canInvert,
  oppositeStep,
} from "../../../server/core/tree/cardRules.ts";
import type { Card, CardKind } from "../../../server/core/tree/tree.ts";
import { type EditCommand, editKeyBindings, keyLabel } from "../input/keyBindings.ts";

export interface MenuPosition {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  readonly position: MenuPosition;
  readonly card: Card;
  /** The kind of the card above it. */
  readonly parentKind: CardKind | undefined;
  readonly onChoose: (command: EditCommand) => void;
  readonly onClose: () => void;
}

const ADDITION_LABELS: Readonly<Record<AddableKind, string>> = {
  reason: "Add a reason",
  objection: "Add an objection",
  premise: "Add a premise",
  assumption: "Add an assumption",
  claim: "Add an answer",
  question: "Add a question",
};

interface MenuItem {
  readonly command: EditCommand;
  readonly label: string;
  readonly isEnabled: boolean;
}

/** The items in groups. */
function menuItems(card: Card, parentKind: CardKind | undefined): readonly (readonly MenuItem[])[] {
  const allowed = allowedAdditions(card.kind);
  const otherKind = oppositeStep(card.kind);
  const isReference = card.form === "reference";
  return [
    addableKinds.map((command) => ({ command, label: ADDITION_LABELS[command], isEnabled: allowed.includes(command) })),
    [
      { command: "write", label: "Edit the text", isEnabled: true },
      ...(otherKind === undefined
        ? []
        : [
            {
              command: "turn",
              label: `Turn into ${otherKind === "reason" ? "a reason" : "an objection"}`,
              isEnabled: canInvert(card.kind, parentKind),
            } as const,
          ]),
      { command: "move", label: "Move to …", isEnabled: true },
    ],
    [{ command: "delete", label: isReference ? "Take it out here" : "Delete", isEnabled: true }],
  ];
}

export function ContextMenu({ position, card, parentKind, onChoose, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = menu;
    if (current === null) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const clamp = (start: number, length: number, available: number): number =>
      Math.max(4, Math.min(start, available - length - 4));
    current.style.transform = `translate(${clamp(position.x, width, innerWidth)}px, ${clamp(position.y, height, innerHeight)}px)`;
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
    else {
      const command = editKeyBindings.find(({ keys }) => keys.includes(event.key))?.command;
      const item = menuItems(card, parentKind)
        .flat()
        .find((candidate) => candidate.command === command);
      if (item === undefined) return;
      if (item.isEnabled) onChoose(item.command);
    }
    event.preventDefault();
  }

  return (
    <div ref={menu} class="menu" role="menu" aria-label="Change the card" onKeyDown={onKeyDown}>
      {menuItems(card, parentKind).map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
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
              <kbd>{keyLabel(editKeyBindings.find((one) => one.command === command)?.keys[0] ?? "")}</kbd>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
