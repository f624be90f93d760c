/** Messages and questions about edits. */

import type { ComponentChildren } from "preact";
import { messages } from "../messages/messages.ts";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";
import type { Confirmation } from "./editRequest.ts";

/** The stack of notices at the bottom of the window. */
export const Notices = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="notices">{children}</div>
);

interface NoticeProps {
  readonly message: string;
  readonly onClose: () => void;
}

/** A message that the next edit clears. */
export const Notice = ({ message, onClose }: NoticeProps) => (
  <div class="notice">
    <p>{message}</p>
    <Button label={messages.dismiss} shortcut="Esc" icon="close" onClick={onClose} />
  </div>
);

interface UnsavedTextNoticeProps {
  readonly texts: readonly string[];
  readonly onClose: () => void;
}

/** Texts that exist nowhere else, for the user to copy. Only its button dismisses it, so that no key does so by accident. */
export const UnsavedTextNotice = ({ texts, onClose }: UnsavedTextNoticeProps) => (
  <div class="notice has-unsaved-text">
    <div>
      {texts.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
    </div>
    <Button label={messages.dismissUnsavedText} icon="close" onClick={onClose} />
  </div>
);

interface ConfirmDialogProps {
  readonly confirmation: Confirmation;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks the user to confirm an edit. */
export const ConfirmDialog = ({
  confirmation: { question, confirmLabel },
  onConfirm,
  onCancel,
}: ConfirmDialogProps) => (
  <Modal class="confirm-dialog" label={question} onClose={onCancel}>
    <p>{question}</p>
    <footer>
      <button type="button" class="text-button" onClick={onCancel}>
        {messages.cancel}
      </button>
      <button type="button" class="text-button primary" onClick={onConfirm}>
        {confirmLabel}
      </button>
    </footer>
  </Modal>
);
