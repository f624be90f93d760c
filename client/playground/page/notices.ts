/** Messages to the user, which stay until they are dismissed or replaced. */
import { button, byId, create } from "./elements.ts";

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export type Notify = (message: string, action?: NoticeAction) => void;

/** Returns the function that shows a message. Screen readers announce it. */
export function createNotices(): Notify {
  const area = byId("notices", HTMLElement);
  return (message, action) => {
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
}

/** Returns a function that shows why something failed. */
export const failureNotice =
  (notify: Notify) =>
  (error: unknown): void =>
    notify(error instanceof Error ? error.message : String(error));
