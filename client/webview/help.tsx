/** All keys of the page. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./controls.tsx";
import { cardKeys, editKeys, keyWords, otherKeys, pageKeys } from "./keys.ts";

interface HelpProps {
  /** Whether somebody takes edits. */
  readonly edits: boolean;
  readonly onClose: () => void;
}

export function Help({ edits, onClose }: HelpProps) {
  const box = useRef<HTMLDialogElement>(null);
  // Shown as a modal one, the browser itself keeps the focus within and gives it back.
  useLayoutEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} class="help" aria-label="Keys" onClose={onClose}>
      <header>
        <h2>Keys</h2>
        <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="keys">
        <Keys title="At a card" of={[...otherKeys, ...cardKeys]} />
        {edits && <Keys title="To change the map" of={editKeys} />}
        <Keys title="Anywhere" of={pageKeys} />
      </div>
    </dialog>
  );
}

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
