/** Messages to the user, which stay until they are dismissed or replaced. */
import { button, byId, create } from "./elements.ts";

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export type Notify = (message: string, action?: NoticeAction) => void;

export interface Notices {
  /** Shows a message. Screen readers announce it. */
  readonly notify: Notify;
  /** Removes the message. */
  clear(): void;
}

/** Returns the notices that are shown in the element `notices` of the page. */
export function createNotices(): Notices {
  const area = byId("notices", HTMLElement);
  const notify: Notify = (message, action) => {
    const notice = create("div", { class: "notice" }, create("p", {}, message));
    const dismiss = (): void => notice.remove();
    if (action)
      notice.append(
        button(
          action.label,
          () => {
            dismiss();
            action.run();
          },
          "button",
        ),
      );
    const close = button("×", dismiss, "icon-button");
    close.setAttribute("aria-label", "Dismiss");
    notice.append(close);
    area.replaceChildren(notice);
  };
  return { notify, clear: () => area.replaceChildren() };
}

/** Returns a function that shows why something failed. */
export const failureNotice =
  (notify: Notify) =>
  (error: unknown): void =>
    notify(error instanceof Error ? error.message : String(error));
