/** A map with a likelihood, a strength and an objection that is answered. */
export const weighedCharge = `
  claim keep: The charge should stay.
    reason air: The air got cleaner.
      strength: strong
      premise less: There is less nitrogen dioxide.
        likelihood: 50%
    objection trade: The shops lost customers.
      objection all: So did all shops.
`;
