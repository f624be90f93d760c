import { map } from "../maps/markedMap.ts";

/** A map with two entries that cite overlapping passages of an article. The cursor is in both passages. */
export const citedArticle = map`
  source report: Streets for whom?
    author: City Office
    file: trial.txt
  claim keep: The charge should stay.
    reason fell: Nitrogen dioxide fell.
      quote report: nitrogen dioxide
        fell by 21 per cent
    objection: Only in winter.
      quote report: fell by 21 per cent
  === trial.txt
  In the first year ⟦nitrogen dioxide
  fell by 21 per ce¦nt⟧. That is a lot.

  Nobody knows why.
`;
