/** The list of keyboard shortcuts. */

import {
  cardKeyBindings,
  clickBindings,
  editKeyBindings,
  keyLabel,
  navigationKeyBindings,
  needsServer,
  pageKeyBindings,
  undoKeyBindings,
} from "../input/keyBindings.ts";
import { messages } from "../messages/messages.ts";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";

interface HelpProps {
  readonly canEdit: boolean;
  readonly onClose: () => void;
}

/** A dialog with all key bindings; without those that edit or weigh where there is no editor. */
export function Help({ canEdit, onClose }: HelpProps) {
  return (
    <Modal class="help" label={messages.help.label} onClose={onClose}>
      <header>
        <h2>{messages.help.label}</h2>
        <Button label={messages.close} shortcut="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="key-bindings">
        <KeyBindingList
          title={messages.help.selectedCard}
          bindings={[
            ...(canEdit ? clickBindings : []),
            ...navigationKeyBindings,
            ...(canEdit ? cardKeyBindings : cardKeyBindings.flatMap(withoutEditor)),
          ]}
        />
        {canEdit && (
          <KeyBindingList title={messages.help.editing} bindings={[...editKeyBindings, ...undoKeyBindings]} />
        )}
        <KeyBindingList
          title={messages.help.general}
          bindings={canEdit ? pageKeyBindings : pageKeyBindings.filter(({ command }) => !needsServer(command))}
        />
      </div>
    </Modal>
  );
}

/** In a page without an editor, `open` only follows references. Without a server, nothing can be weighed. */
function withoutEditor(binding: (typeof cardKeyBindings)[number]): typeof cardKeyBindings {
  if (needsServer(binding.command)) return [];
  return binding.command === "open" ? [{ ...binding, description: messages.help.followReference }] : [binding];
}

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
