/** Icons next to the titles of the groups of controls: 24 × 16, stroked in the colour of the group's concept. */
export const groupIcons = {
  data: (
    <g fill="var(--color-accent)" stroke="none">
      <circle cx="3" cy="12" r="1.8" />
      <circle cx="8" cy="7" r="1.8" />
      <circle cx="12" cy="10" r="1.8" />
      <circle cx="16" cy="4" r="1.8" />
      <circle cx="21" cy="6" r="1.8" />
    </g>
  ),
  prior: <path d="M1,14C8,14 8,3 12,3S16,14 23,14" />,
  network: (
    <>
      <path d="M3,8L12,3M3,8L12,13M12,3L21,8M12,13L21,8" strokeWidth="1" />
      <g fill="var(--color-accent)" stroke="none">
        <circle cx="3" cy="8" r="2.2" />
        <circle cx="12" cy="3" r="2.2" />
        <circle cx="12" cy="13" r="2.2" />
        <circle cx="21" cy="8" r="2.2" />
      </g>
    </>
  ),
  noise: <path d="M1,3C8,1 14,7 23,3M1,14C8,12 14,18 23,14" strokeDasharray="3 3" />,
  inference: (
    <>
      <path d="M1,14C8,14 8,9 12,9S16,14 23,14" stroke="var(--color-prior)" strokeDasharray="2 3" />
      <path d="M8,14C12,14 12,1 14,1S16,14 20,14" />
    </>
  ),
  prediction: (
    <>
      <path
        d="M1,2C9,8 15,8 23,1V15C15,11 9,11 1,14Z"
        fill="var(--color-epistemic)"
        stroke="none"
        opacity="0.4"
      />
      <path d="M1,8C9,10 15,10 23,8" stroke="var(--color-posterior)" />
    </>
  ),
} as const;
