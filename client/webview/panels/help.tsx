/** All keys of the page. */

import { cardKeys, editKeys, keyWords, otherKeys, pageKeys, textKeys } from "../input/keyBindings.ts";
import { Modal } from "../ui/modal.tsx";
import { Button } from "../ui/toolbar.tsx";

interface HelpProps {
  /** Whether somebody takes edits. */
  readonly edits: boolean;
  readonly onClose: () => void;
}

export function Help({ edits, onClose }: HelpProps) {
  return (
    <Modal class="help" label="Keys" onClose={onClose}>
      <header>
        <h2>Keys</h2>
        <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="keys">
        <Keys title="At a card" of={[...otherKeys, ...(edits ? cardKeys : cardKeys.map(withoutText))]} />
        {edits && <Keys title="To change the map" of={[...editKeys, ...textKeys]} />}
        <Keys title="Anywhere" of={pageKeys} />
      </div>
    </Modal>
  );
}

/** Where there is no text, `open` only leads from a card that refers to another one to that. */
const withoutText = (key: (typeof cardKeys)[number]): (typeof cardKeys)[number] =>
  key.name === "open" ? { ...key, words: "Show the card that it refers to" } : key;

interface KeysProps {
  readonly title: string;
  readonly of: readonly { readonly keys: readonly string[]; readonly words: string }[];
}

const Keys = ({ title, of }: KeysProps) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {of.map(({ keys, words }) => (
        <div key={words}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{keyWords(key)}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </section>
);
