import type { Card } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";

/** Returns the words that stand for a card outside the picture: its title, or else its text, name or kind. */
export const cardTitle = ({ title, text, name, kind }: Card): string => title || text || name || messages.kinds[kind];
