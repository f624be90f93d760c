/** What an empty map shows: how to begin. */
const EXAMPLE = `claim sundays: The library should open on Sundays.
  reason: People who work all week could use it.
  objection: The staff would lose their day of rest.`;

export const Welcome = () => (
  <section class="welcome">
    <h1>This map is still empty</h1>
    <p>Write a claim. Indented below it, say what speaks for it and what against:</p>
    <pre>{EXAMPLE}</pre>
    <p>The picture grows as you write.</p>
  </section>
);
