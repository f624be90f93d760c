/**
 * A line that only a screen reader tells, as soon as there are words in it. It is in the page before them: what comes
 * together with its region is often not told. Beside what is to be seen, which may hold buttons, as such a line must not.
 */
export const LiveRegion = ({ words: text }: { readonly words: string | undefined }) => (
  <p class="aloud" role="status">
    {text}
  </p>
);
