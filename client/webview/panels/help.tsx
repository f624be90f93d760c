/** All keys of the page. */

import {
  cardKeyBindings,
  editKeyBindings,
  keyLabel,
  navigationKeyBindings,
  pageKeyBindings,
  undoKeyBindings,
} from "../input/keyBindings.ts";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";

interface HelpProps {
  /** Whether somebody takes edits. */
  readonly canEdit: boolean;
  readonly onClose: () => void;
}

export function Help({ canEdit, onClose }: HelpProps) {
  return (
    <Modal class="help" label="Keys" onClose={onClose}>
      <header>
        <h2>Keys</h2>
        <Button label="Close" shortcut="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="keys">
        <KeyBindingList
          title="At a card"
          bindings={[...navigationKeyBindings, ...(canEdit ? cardKeyBindings : cardKeyBindings.map(withoutEditor))]}
        />
        {canEdit && <KeyBindingList title="To change the map" bindings={[...editKeyBindings, ...undoKeyBindings]} />}
        <KeyBindingList title="Anywhere" bindings={pageKeyBindings} />
      </div>
    </Modal>
  );
}

/** Where there is no text, `open` only leads from a card that refers to another one to that. */
const withoutEditor = (binding: (typeof cardKeyBindings)[number]): (typeof cardKeyBindings)[number] =>
  binding.command === "open" ? { ...binding, description: "Show the card that it refers to" } : binding;

interface KeyBindingListProps {
  readonly title: string;
  readonly bindings: readonly { readonly keys: readonly string[]; readonly description: string }[];
}

const KeyBindingList = ({ title, bindings }: KeyBindingListProps) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {bindings.map(({ keys, description }) => (
        <div key={description}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{keyLabel(key)}</kbd>
            ))}
          </dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  </section>
);
