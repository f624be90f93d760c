/** Modal dialogs. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface ModalProps {
  readonly class: string;
  /** The accessible label. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A native modal dialog. It wraps the focus from the last button to the first, because the browser would move it out of the
 * page: in a VS Code panel, the keys then have no effect.
 */
export function Modal({ class: className, label, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Tab") return;
    const buttons = [...(dialog.current?.querySelectorAll("button") ?? [])];
    const focusedIndex =
      document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1;
    buttons.at(event.shiftKey ? Math.max(focusedIndex, 0) - 1 : (focusedIndex + 1) % buttons.length)?.focus();
    event.preventDefault();
  }
  return (
    <dialog ref={dialog} class={className} aria-label={label} onClose={onClose} onKeyDown={onKeyDown}>
      {children}
    </dialog>
  );
}

/** Whether a modal dialog is open. It then takes all keys. */
export const isModalOpen = (): boolean => document.querySelector("dialog:modal") !== null;
