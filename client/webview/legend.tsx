/** What the signs of the picture mean: those that occur in it. */

import { legend } from "../../server/picture/legend.ts";
import type { TextMeasure } from "../../server/picture/measure.ts";
import type { Picture } from "../../server/picture/picture.ts";
import { Button } from "./controls.tsx";
import { element } from "./shapes.tsx";

interface LegendProps {
  readonly picture: Picture;
  readonly measure: TextMeasure;
  readonly onClose: () => void;
}

export function Legend({ picture, measure, onClose }: LegendProps) {
  const { entries } = legend(picture, measure);
  return (
    <aside class="panel legend" aria-label="Legend">
      <header>
        <h2>Legend</h2>
        <Button label="Close" keys="l" icon="close" onClick={onClose} />
      </header>
      <ul>
        {entries.map(({ words, shapes }) => (
          <li key={words}>
            <svg width="36" height="20" viewBox="0 0 36 20" aria-hidden="true">
              {shapes.map((shape) => element(shape))}
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </aside>
  );
}
