/** Why an entry stands or not, in the details of the entry. */
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { StandingExplanation } from "../../../server/protocol/weighing.ts";
import { messages } from "../messages/messages.ts";
import type { StandingMark } from "./standingMark.ts";

export interface StandingSectionProps {
  readonly mark: StandingMark;
  /** Undefined until the server has answered. */
  readonly explanation: StandingExplanation | undefined;
  readonly onReveal: (card: CardId) => void;
  /** Supposes that entries are true or false. Undefined if the page cannot weigh again. */
  readonly onSuppose: ((changes: readonly (readonly [card: CardId, isTrue: boolean])[]) => void) | undefined;
}

/** The computed likelihood, the sentence with links to the entries that decide, and what would change the standing. */
export function StandingSection({ mark, explanation, onReveal, onSuppose }: StandingSectionProps) {
  return (
    <section class="standing" aria-label={messages.weighing.title}>
      <h3>{messages.weighing.title}</h3>
      {mark.likelihood !== undefined && <p class="computed">≈ {mark.likelihood}</p>}
      {explanation && (
        <p>
          {explanation.sentence.map((part) =>
            typeof part === "string" ? part : <CardLink {...part} onReveal={onReveal} />,
          )}
        </p>
      )}
      {[explanation?.likelihoodSentence ?? [], ...(explanation?.withoutIt ?? [])].map(
        (sentence, index) =>
          sentence.length > 0 && (
            <p key={index}>
              {sentence.map((part) => (typeof part === "string" ? part : <CardLink {...part} onReveal={onReveal} />))}
            </p>
          ),
      )}
      {/* In an exported page of a large map. */}
      {explanation !== undefined && explanation.withoutIt === undefined && <p>{messages.weighing.changesLeftOut}</p>}
      {explanation !== undefined && explanation.changes.length > 0 && (
        <>
          <h4>{messages.weighing.whatWouldChange}</h4>
          <ul>
            {explanation.changes.map((set) => (
              <li key={set.map(({ card, isTrue }) => `${card} ${isTrue}`).join(" ")}>
                {messages.weighing.ifTrueOrFalse(
                  set.map(({ card, label, isTrue }) => ({
                    link: <CardLink card={card} label={label} onReveal={onReveal} />,
                    isTrue,
                  })),
                )}{" "}
                {onSuppose && (
                  <button
                    type="button"
                    class="text-button"
                    onClick={() => onSuppose(set.map(({ card, isTrue }) => [card, isTrue]))}
                  >
                    {messages.weighing.suppose}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface CardLinkProps {
  readonly card: CardId;
  readonly label: string;
  readonly onReveal: (card: CardId) => void;
}

const CardLink = ({ card, label, onReveal }: CardLinkProps) => (
  <button type="button" class="card-link" dir="auto" onClick={() => onReveal(card)}>
    {label}
  </button>
);
