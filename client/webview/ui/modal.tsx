/** What is answered, or closed, before anything else can be done. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface ModalProps {
  readonly class: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A dialog that the browser itself lays over all else. From its last button, the browser's Tab key would lead out of the
 * page – in a panel, to where no key does anything: here it leads to the first.
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

/** Whether one is open: the keys are for it alone then. */
export const isModalOpen = (): boolean => document.querySelector("dialog:modal") !== null;
