/** The bar that says what the user supposes, and how much it changes. */
import { truncate } from "../../../server/core/strings/truncate.ts";
import type { CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";
import { cardTitle } from "../state/cardTitle.ts";
import type { PageSession } from "../state/session.ts";
import { LiveRegion } from "../ui/liveRegion.tsx";
import { shownWeights, showsLikelihoods } from "./weighing.ts";

interface SuppositionBarProps {
  readonly session: PageSession;
  readonly onReveal: (card: CardId) => void;
  /** Undefined if the suppositions cannot be changed. */
  readonly onClear: (() => void) | undefined;
}

/** Shows nothing while nothing is supposed. The region for screen readers is always there, so that each change is announced. */
export function SuppositionBar({ session, onReveal, onClear }: SuppositionBarProps) {
  const { tree, weighing } = session;
  // Nothing on the way of a mouse event walks the map.
  const isOff = session.viewOptions.weighing === "off";
  if (tree === undefined || isOff || weighing.suppositions.size === 0) return <LiveRegion text={undefined} />;
  const cards = new Map(tree.cards.map((card) => [card.id, card]));
  const supposed = [...weighing.suppositions].flatMap(([id, isTrue]) => {
    const card = cards.get(id);
    return card === undefined
      ? []
      : [{ card, sentence: messages.weighing.isSupposed(truncate(cardTitle(card), MAX_TITLE_LENGTH), isTrue) }];
  });
  if (supposed.length === 0) return <LiveRegion text={undefined} />;
  const count = changedConclusions(session, tree);
  const change = count === undefined ? "…" : messages.weighing.changes(count);
  return (
    <>
      <section class="panel supposition-bar" aria-label={messages.weighing.suppositions}>
        <span class="supposing">{messages.weighing.supposing}</span>
        <ul>
          {supposed.map(({ card, sentence }) => (
            <li key={card.id}>
              <button type="button" class="text-button" dir="auto" onClick={() => onReveal(card.id)}>
                {sentence}
              </button>
            </li>
          ))}
        </ul>
        <span class="changes">{change}</span>
        {onClear && (
          <button
            type="button"
            class="text-button clear"
            aria-keyshortcuts="Escape"
            title={`${messages.weighing.clear} (Esc)`}
            onClick={onClear}
          >
            {messages.weighing.clear}
          </button>
        )}
      </section>
      <LiveRegion
        text={
          count === undefined
            ? undefined
            : messages.weighing.announcement(
                supposed.map(({ sentence }) => sentence),
                change,
              )
        }
      />
    </>
  );
}

const statementKinds: ReadonlySet<CardKind> = new Set(["claim", "premise", "assumption"]);

const MAX_TITLE_LENGTH = 40;

/** Returns the number of statements that the suppositions change, without the supposed ones; undefined if not known yet. */
function changedConclusions(session: PageSession, tree: Tree): number | undefined {
  const { suppositions, weights } = session.weighing;
  const { weighing: mode } = session.viewOptions;
  if (weights.answer?.suppositions !== suppositions || weights.answer.mode !== mode) return undefined;
  const byCard = shownWeights(session);
  return tree.cards.filter(({ id, kind }) => {
    const weight = byCard.get(id);
    const before = showsLikelihoods(mode) ? weight?.likelihood?.percentageBefore : weight?.standingBefore;
    return before !== undefined && statementKinds.has(kind) && !suppositions.has(id);
  }).length;
}
