/** Shown for an empty map: how to start writing. */
const EXAMPLE = `claim sundays: The library should open on Sundays.
  reason: People who work all week could use it.
  objection: The staff would lose their day of rest.`;

/** An example map with instructions. */
export const Welcome = () => (
  <section class="welcome">
    <h1>This map is empty</h1>
    <p>Write a claim. Below it, indent reasons that support it and objections to it:</p>
    <pre>{EXAMPLE}</pre>
    <p>The preview updates as you type.</p>
  </section>
);
