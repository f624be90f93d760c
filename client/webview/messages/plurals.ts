/** Returns a function for the messages of a language: it gives a number with the form of its noun. */
export function createCounted(language: string): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => `${count.toLocaleString(language)} ${rules.select(count) === "one" ? one : other}`;
}
