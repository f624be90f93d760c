/** What the page tells of edits: what cannot be, what has to be asked first, how to go on. */
import type { ComponentChildren } from "preact";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";
import type { Question } from "./editRequest.ts";

/** Where notices stand, one over the other. */
export const Notices = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="notices">{children}</div>
);

interface NoticeProps {
  readonly words: string;
  readonly onClose: () => void;
}

/** A calm sentence that goes with the next thing that is done. */
export const Notice = ({ words, onClose }: NoticeProps) => (
  <div class="notice">
    <p>{words}</p>
    <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
  </div>
);

interface LostProps {
  readonly lost: readonly string[];
  readonly onClose: () => void;
}

/** Words that are nowhere else any more: no key puts them away by the way, and they can be copied from here. */
export const Lost = ({ lost, onClose }: LostProps) => (
  <div class="notice lost">
    <div>
      {lost.map((words, index) => (
        <p key={index}>{words}</p>
      ))}
    </div>
    <Button label="Put these words away" icon="close" onClick={onClose} />
  </div>
);

interface AskedProps {
  readonly question: Question;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export const Asked = ({ question: { question, yes }, onYes, onNo }: AskedProps) => (
  <Modal class="question" label={question} onClose={onNo}>
    <p>{question}</p>
    <footer>
      <button type="button" class="wordy" onClick={onNo}>
        Cancel
      </button>
      <button type="button" class="wordy yes" onClick={onYes}>
        {yes}
      </button>
    </footer>
  </Modal>
);
