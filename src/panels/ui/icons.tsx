/** Icons, 20 × 20, in the current text colour. */
const paths = {
  play: <path d="M6 3.5v13l10.5-6.5z" fill="currentColor" stroke="none" />,
  pause: <path d="M5 3.5h3.5v13H5zM11.5 3.5H15v13h-3.5z" fill="currentColor" stroke="none" />,
  back: <path d="M12.5 5l-5 5 5 5" />,
  on: <path d="M7.5 5l5 5-5 5" />,
  table: <path d="M3 4.5h14v11H3zM3 8.5h14M3 12h14M8 4.5v11" />,
  present: <path d="M2.5 4h15v9.5h-15zM10 13.5V17M6.5 17h7" />,
  book: (
    <path d="M10 5.5C8 3.8 5.5 3.5 2.5 3.8v11.5c3-.3 5.5 0 7.5 1.7 2-1.7 4.5-2 7.5-1.7V3.8c-3-.3-5.5 0-7.5 1.7zM10 5.5V17" />
  ),
  flag: <path d="M5 17V3.5h10l-2.5 3.5 2.5 3.5H5" />,
  compare: <path d="M3 4h5.5v12H3zM11.5 4H17v12h-5.5z" />,
  slow: <path d="M3.5 4v12M7.5 4v12M11 4.5v11l6-5.5z" />,
  rewind: <path d="M4 4v12M16 4.5v11L6.5 10z" />,
  dice: (
    <>
      <rect x="3.5" y="3.5" width="13" height="13" rx="2.5" />
      <g fill="currentColor" stroke="none">
        <circle cx="7.2" cy="7.2" r="1.3" />
        <circle cx="12.8" cy="12.8" r="1.3" />
        <circle cx="10" cy="10" r="1.3" />
      </g>
    </>
  ),
  link: (
    <path d="M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1" />
  ),
  dots: (
    <g fill="currentColor" stroke="none">
      <circle cx="4" cy="10" r="1.7" />
      <circle cx="10" cy="10" r="1.7" />
      <circle cx="16" cy="10" r="1.7" />
    </g>
  ),
  keyboard: <path d="M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.5h6" />,
  more: <path d="M5 8l5 5 5-5" />,
  language: (
    <path d="M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15zM2.5 10h15M10 2.5c-4.5 4.5-4.5 10.5 0 15c4.5-4.5 4.5-10.5 0-15" />
  ),
  controls: <path d="M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4" />,
  mushroom: (
    <path d="M3 10.5a7 7 0 0 1 14 0zM8 10.5v5a1.5 1.5 0 0 0 1.5 1.5h1a1.5 1.5 0 0 0 1.5-1.5v-5M7 7.5h.01M11.5 6.5h.01" />
  ),
  close: <path d="M5 5l10 10M15 5L5 15" />,
  system: (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 3.5v13a6.5 6.5 0 0 0 0-13z" fill="currentColor" stroke="none" />
    </>
  ),
  light: (
    <>
      <circle cx="10" cy="10" r="3.5" />
      <path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4" />
    </>
  ),
  dark: <path d="M16 12.2A6.8 6.8 0 0 1 7.8 4 6.8 6.8 0 1 0 16 12.2z" />,
} as const;

export type IconName = keyof typeof paths;

/** An icon without accessible name: the control around it has one. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  );
}
