/**
 * Text for screen readers only, which announce each change. Render it before it has text: a region that appears together
 * with its text is often not announced. A live region must not contain buttons, so it is separate from visible notices.
 */
export const LiveRegion = ({ text }: { readonly text: string | undefined }) => (
  <p class="live-region" role="status">
    {text}
  </p>
);
