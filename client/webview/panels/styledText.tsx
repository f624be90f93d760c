/** A text with its emphasis, code and links. */
import type { ComponentChild } from "preact";
import { type StyledRun, styledParagraphs } from "../../../server/core/picture/typesetting/styledText.ts";
import type { Mark } from "../../../server/core/strings/inlineMarkup.ts";

interface StyledTextProps {
  readonly text: string;
  readonly marks: readonly Mark[] | undefined;
}

/** The paragraphs of a text. `Page` opens the links. */
export const StyledText = ({ text, marks }: StyledTextProps) => (
  <>
    {styledParagraphs(text, marks).map((runs) => (
      <p dir="auto">{runs.map(renderRun)}</p>
    ))}
  </>
);

function renderRun({ text, style: { isStrong, isEmphasized, isCode, href } }: StyledRun): ComponentChild {
  let words: ComponentChild = text;
  if (isCode) words = <code>{words}</code>;
  if (isEmphasized) words = <em>{words}</em>;
  if (isStrong) words = <strong>{words}</strong>;
  if (href === undefined) return words;
  return (
    // The host opens it: in a panel of VS Code, the page cannot.
    // biome-ignore lint/a11y/useSemanticElements: the browser would follow an element with an address itself
    <button type="button" role="link" class="card-link" data-href={href} title={href}>
      {words}
    </button>
  );
}
