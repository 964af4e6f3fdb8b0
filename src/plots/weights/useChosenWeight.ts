import { useState } from 'react';

/** The weight that a plot describes: the one under the pointer, else the selected one. */
export interface ChosenWeight {
  readonly shown: number | null;
  readonly chosen: number | null;
  readonly hover: (index: number | null) => void;
  readonly choose: (index: number) => void;
}

/** Controlled if `selected` is given, otherwise local state. Indices ≥ `count` mean none. */
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
