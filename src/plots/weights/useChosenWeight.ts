import { useState } from 'react';

/** Which weight a plot speaks about: the one under the pointer, else the chosen one. */
export interface ChosenWeight {
  readonly shown: number | null;
  readonly chosen: number | null;
  readonly hover: (index: number | null) => void;
  readonly choose: (index: number) => void;
}

/** The caller's choice if it makes one (`selected` given), otherwise one kept here. Indices at or beyond `count` are none. */
export function useChosenWeight(
  selected: number | null | undefined,
  onSelect: ((index: number) => void) | undefined,
  count: number,
): ChosenWeight {
  const [hovered, setHovered] = useState<number | null>(null);
  const [own, setOwn] = useState<number | null>(null);
  const existing = (index: number | null) => (index !== null && index < count ? index : null);
  const chosen = existing(selected === undefined ? own : selected);
  return {
    shown: existing(hovered) ?? chosen,
    chosen,
    hover: setHovered,
    choose: (index) => {
      setOwn(index);
      onSelect?.(index);
    },
  };
}
