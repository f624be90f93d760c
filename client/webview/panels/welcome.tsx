import { messages } from "../messages/messages.ts";

const { welcome } = messages;

/** Shown for an empty map: an example with instructions. */
export const Welcome = () => (
  <section class="welcome">
    <h1>{welcome.title}</h1>
    <p>{welcome.instruction}</p>
    <pre>{welcome.example}</pre>
    <p>{welcome.update}</p>
  </section>
);
