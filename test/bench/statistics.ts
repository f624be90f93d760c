/** Statistics of benchmark samples and their output. */

/** The quantile of the samples for a share from 0 to 1, by the nearest-rank method. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Formats a time or ratio with about three significant digits. */
export function formatNumber(value: number): string {
  if (value < 10) return value.toFixed(2);
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}

/** Prints one line with the median and the 95th percentile of the samples. */
export function printTimes(label: string, samples: readonly number[]): void {
  const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)].map(formatNumber);
  console.log(`  ${label.padEnd(50)} median ${median?.padStart(8)}   p95 ${p95?.padStart(8)}`);
}
