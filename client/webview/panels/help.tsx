/** The list of keyboard shortcuts. */

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
  readonly canEdit: boolean;
  readonly onClose: () => void;
}

/** A dialog with all key bindings; without those that edit where the map cannot be edited. */
export function Help({ canEdit, onClose }: HelpProps) {
  return (
    <Modal class="help" label="Keyboard shortcuts" onClose={onClose}>
      <header>
        <h2>Keyboard shortcuts</h2>
        <Button label="Close" shortcut="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="key-bindings">
        <KeyBindingList
          title="Selected card"
          bindings={[...navigationKeyBindings, ...(canEdit ? cardKeyBindings : cardKeyBindings.map(withoutEditor))]}
        />
        {canEdit && <KeyBindingList title="Editing" bindings={[...editKeyBindings, ...undoKeyBindings]} />}
        <KeyBindingList title="General" bindings={pageKeyBindings} />
      </div>
    </Modal>
  );
}

/** In a page without an editor, `open` only follows references. */
const withoutEditor = (binding: (typeof cardKeyBindings)[number]): (typeof cardKeyBindings)[number] =>
  binding.command === "open" ? { ...binding, description: "Go to the card that it refers to" } : binding;

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
