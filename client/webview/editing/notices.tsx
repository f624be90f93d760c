/** What the page tells of edits: what cannot be, what has to be asked first, how to go on. */
import type { ComponentChildren } from "preact";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";
import type { Confirmation } from "./editRequest.ts";

/** Where notices stand, one over the other. */
export const Notices = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="notices">{children}</div>
);

interface NoticeProps {
  readonly message: string;
  readonly onClose: () => void;
}

/** A calm sentence that goes with the next thing that is done. */
export const Notice = ({ message, onClose }: NoticeProps) => (
  <div class="notice">
    <p>{message}</p>
    <Button label="Close" shortcut="Esc" icon="close" onClick={onClose} />
  </div>
);

interface UnsavedTextNoticeProps {
  readonly texts: readonly string[];
  readonly onClose: () => void;
}

/** Words that are nowhere else any more: no key puts them away by the way, and they can be copied from here. */
export const UnsavedTextNotice = ({ texts, onClose }: UnsavedTextNoticeProps) => (
  <div class="notice lost">
    <div>
      {texts.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
    </div>
    <Button label="Put these words away" icon="close" onClick={onClose} />
  </div>
);

interface ConfirmDialogProps {
  readonly confirmation: Confirmation;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export const ConfirmDialog = ({ confirmation: { question, yes }, onConfirm, onCancel }: ConfirmDialogProps) => (
  <Modal class="question" label={question} onClose={onCancel}>
    <p>{question}</p>
    <footer>
      <button type="button" class="wordy" onClick={onCancel}>
        Cancel
      </button>
      <button type="button" class="wordy yes" onClick={onConfirm}>
        {yes}
      </button>
    </footer>
  </Modal>
);
