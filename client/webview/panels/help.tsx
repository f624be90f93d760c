/** The list of keyboard shortcuts. */

import {
  cardKeyBindings,
  clickBindings,
  editKeyBindings,
  hasCommand,
  keyLabel,
  navigationKeyBindings,
  type PageAbilities,
  pageKeyBindings,
  undoKeyBindings,
} from "../input/keyBindings.ts";
import { messages } from "../messages/messages.ts";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";

interface HelpProps {
  readonly abilities: PageAbilities;
  readonly onClose: () => void;
}

/** A dialog with the key bindings of all commands that the page has. */
export function Help({ abilities, onClose }: HelpProps) {
  const { canEdit } = abilities;
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
            ...(canEdit ? cardKeyBindings : cardKeyBindings.flatMap((binding) => withoutEditor(binding, abilities))),
          ]}
        />
        {canEdit && (
          <KeyBindingList title={messages.help.editing} bindings={[...editKeyBindings, ...undoKeyBindings]} />
        )}
        <KeyBindingList
          title={messages.help.general}
          bindings={pageKeyBindings.filter(({ command }) => hasCommand(command, abilities))}
        />
      </div>
    </Modal>
  );
}

/** In a page without an editor, `open` only follows references. */
function withoutEditor(binding: (typeof cardKeyBindings)[number], abilities: PageAbilities): typeof cardKeyBindings {
  if (!hasCommand(binding.command, abilities)) return [];
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
