const share = Number(process.env.ARGMAP_RUNS_SHARE ?? 1);

/** Returns how often to try a property: `count` times, or the share of them that `ARGMAP_RUNS_SHARE` asks for. */
export const runs = (count: number, least = 1): number => Math.max(least, Math.round(count * share));

/** Whether tests on long input are left out: they show what it costs, and that nothing else happens in it. */
export const skipsLongInput = share < 1;
