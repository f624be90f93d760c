/** A short article, and the beginning of its map. */
export const tollArticle = `# The toll

The council introduced the toll in May. It wants less noise in the old town.

Dr. Chen counted the cars. In June, 2,300 cars a day passed the gate, a third fewer than before. In July, the number did not change.

The shops complain. A baker says that he lost every fifth customer. The council has not counted the customers.

## What comes next

In June, the council will vote again. The number did not change its mind.
`;

export const tollMap = `map: The toll
source report: The toll
  file: toll.md
speaker chen: Dr. Chen

claim keep: The toll should stay.
  reason fewer by chen: There are fewer cars.
    quote report: a third fewer than before

claim drop: The toll should go.
`;

export const tollFiles = { "toll.argmap": tollMap, "toll.md": tollArticle };
