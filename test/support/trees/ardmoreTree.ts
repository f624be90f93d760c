/** The example map of the language reference as a tree. It has each kind of part that a picture can show. */
import type { Tree } from "../../../server/core/tree/tree.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  question,
  reason,
  reference,
  treeOf,
  withContradiction,
} from "./treeFixtures.ts";

const quote = (text: string, page?: string) => ({ text, source: "Streets for whom?", page });

export const ardmore: Tree = {
  ...withContradiction(
    treeOf(
      question(
        "Should the entry charge become permanent?",
        claim(
          "The entry charge should become permanent.",
          { id: "keep", name: "keep", speakers: ["City Mobility Office"] },
          reason(
            "The air in the old town got measurably cleaner.",
            { inheritsSpeakers: true, name: "air" },
            premise("Nitrogen dioxide fell by a fifth during the trial.", {
              inheritsSpeakers: true,
              acceptedBy: ["Maja Lind"],
              quotes: [quote("nitrogen dioxide fell by 21 per cent", "12")],
            }),
            assumption(
              "Nothing else changed in that year that could explain the fall.",
              { id: "cause" },
              objection(
                "The winter was unusually mild, and mild winters have cleaner air.",
                { id: "mild", speakers: ["Maja Lind, Old Town Traders"], rejectedBy: [] },
                objection("The two neighboring districts had the same winter and saw no fall.", {
                  speakers: ["Prof. Arun Roy"],
                  quotes: [quote("no fall was seen")],
                }),
              ),
            ),
          ),
          reason(
            "Buses run to time again; the worst line gained eleven minutes.",
            { inheritsSpeakers: true, quotes: [quote("eleven minutes", "31–32"), quote("", "33")] },
            question("Over which weeks was that measured?"),
          ),
          reason(
            "The charge pays for the night bus.",
            { inheritsSpeakers: true },
            premise("The income of the charge runs the night bus.", {
              id: "night-bus",
              name: "night-bus",
              inheritsSpeakers: true,
            }),
            objection("It does not follow: the night bus was funded before the trial began.", {
              speakers: ["Maja Lind, Old Town Traders"],
            }),
          ),
        ),
        claim(
          "The charge should be withdrawn.",
          { id: "drop", name: "drop", speakers: ["Maja Lind, Old Town Traders"] },
          reason(
            "Shops lost customers.",
            { inheritsSpeakers: true },
            premise("Footfall fell by a tenth.", { inheritsSpeakers: true, quotes: [quote("a tenth")] }),
            premise("Fewer customers means fewer sales.", {
              inheritsSpeakers: true,
              problems: [{ severity: "warning", message: "Nobody says so in the source." }],
            }),
            objection("The fall is the season’s, not the charge’s: it falls every spring.", {
              speakers: ["City Mobility Office"],
            }),
          ),
          reason(
            "The charge hits those who cannot choose.",
            { inheritsSpeakers: true },
            premise(
              "Night workers have no bus home.",
              { inheritsSpeakers: true, problems: [{ severity: "error", message: "Nothing is called “bus”." }] },
              objection("", reference("night-bus")),
            ),
          ),
        ),
      ),
    ),
    "keep",
    "drop",
  ),
  title: "Should Ardmore charge cars to enter the old town?",
};
