/** The buttons for those who would rather not turn a wheel. */
interface Actions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

const icons = {
  in: "M8 3v10M3 8h10",
  out: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
};

export const Controls = ({ zoomIn, zoomOut, fit }: Actions) => (
  <div class="controls" role="toolbar" aria-label="Zoom">
    <Button label="Zoom out" keys="-" icon={icons.out} onClick={zoomOut} />
    <Button label="Zoom in" keys="+" icon={icons.in} onClick={zoomIn} />
    <Button label="Fit the whole picture" keys="0" icon={icons.fit} onClick={fit} />
  </div>
);

interface ButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: string;
  readonly onClick: () => void;
}

const Button = ({ label, keys, icon, onClick }: ButtonProps) => (
  <button type="button" aria-label={label} title={`${label} (${keys})`} aria-keyshortcuts={keys} onClick={onClick}>
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={icon} />
    </svg>
  </button>
);
