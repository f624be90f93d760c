/** What can be done to a card, with the keys that do it. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Addition, additions, additionsTo, canTurn, otherStep } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardKind } from "../../../server/core/tree/tree.ts";
import { type EditKey, editKeys, keyWords } from "../input/keyBindings.ts";

export interface MenuAt {
  readonly x: number;
  readonly y: number;
}

interface MenuProps {
  readonly at: MenuAt;
  readonly card: Card;
  /** The kind of the card above it. */
  readonly above: CardKind | undefined;
  readonly onChoose: (what: EditKey) => void;
  readonly onClose: () => void;
}

const added: Readonly<Record<Addition, string>> = {
  reason: "Add a reason",
  objection: "Add an objection",
  premise: "Add a premise",
  assumption: "Add an assumption",
  claim: "Add an answer",
  question: "Add a question",
};

interface Item {
  readonly name: EditKey;
  readonly words: string;
  readonly can: boolean;
}

/** The items in groups. */
function itemsFor(card: Card, above: CardKind | undefined): readonly (readonly Item[])[] {
  const takes = additionsTo(card.kind);
  const other = otherStep(card.kind);
  const isUse = card.form === "reference";
  return [
    additions.map((name) => ({ name, words: added[name], can: takes.includes(name) })),
    [
      { name: "write", words: "Edit the text", can: true },
      ...(other === undefined
        ? []
        : [
            {
              name: "turn",
              words: `Turn into ${other === "reason" ? "a reason" : "an objection"}`,
              can: canTurn(card.kind, above),
            } as const,
          ]),
      { name: "move", words: "Move to …", can: true },
    ],
    [{ name: "delete", words: isUse ? "Take it out here" : "Delete", can: true }],
  ];
}

export function Menu({ at, card, above, onChoose, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const within = (start: number, length: number, room: number): number =>
      Math.max(4, Math.min(start, room - length - 4));
    current.style.transform = `translate(${within(at.x, width, innerWidth)}px, ${within(at.y, height, innerHeight)}px)`;
    current.querySelector<HTMLElement>("button:not([aria-disabled=true])")?.focus();
  }, []);
  useLayoutEffect(() => {
    const outside = ({ target }: Event): void => {
      if (target instanceof Node && box.current?.contains(target) === false) onClose();
    };
    window.addEventListener("pointerdown", outside, true);
    window.addEventListener("wheel", outside, true);
    window.addEventListener("blur", onClose);
    return () => {
      window.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("wheel", outside, true);
      window.removeEventListener("blur", onClose);
    };
  });

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const buttons = [...(box.current?.querySelectorAll<HTMLButtonElement>("button:not([aria-disabled=true])") ?? [])];
    const now = document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1;
    const go = (index: number): void => buttons.at(index % buttons.length)?.focus();
    if (event.key === "ArrowDown") go(now + 1);
    else if (event.key === "ArrowUp") go(now <= 0 ? -1 : now - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else {
      const name = editKeys.find(({ keys }) => keys.includes(event.key))?.name;
      const item = itemsFor(card, above)
        .flat()
        .find((one) => one.name === name);
      if (item === undefined) return;
      if (item.can) onChoose(item.name);
    }
    event.preventDefault();
  }

  return (
    <div ref={box} class="menu" role="menu" aria-label="Change the card" onKeyDown={onKeyDown}>
      {itemsFor(card, above).map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
        <div key={group[0]?.name} role="group">
          {group.map(({ name, words, can }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={!can}
              onClick={() => can && onChoose(name)}
            >
              <span>{words}</span>
              <kbd>{keyWords(editKeys.find((one) => one.name === name)?.keys[0] ?? "")}</kbd>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
