/** A swatch of a legend with its name. className: the style of the mark that it explains. */
export function Key({
  className,
  label,
}: {
  readonly className: string | undefined;
  readonly label: string;
}) {
  return (
    <li>
      <svg viewBox="0 0 24 13" aria-hidden="true">
        <rect x="1" y="1" width="22" height="11" className={className} />
      </svg>
      {label}
    </li>
  );
}
