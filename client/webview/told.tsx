/** What the page tells of edits: what cannot be, what has to be asked first, how to go on. */
import { Button } from "./controls.tsx";
import type { Told } from "./editing.ts";
import { Modal } from "./modal.tsx";

interface NoticeProps {
  readonly words: string;
  readonly onClose: () => void;
}

/** A calm sentence that goes with the next thing that is done. */
export const Notice = ({ words, onClose }: NoticeProps) => (
  <div class="notice" role="status">
    <p>{words}</p>
    <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
  </div>
);

interface QuestionProps {
  readonly told: Extract<Told, { readonly is: "unsure" }>;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export const Question = ({ told: { question, yes }, onYes, onNo }: QuestionProps) => (
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
