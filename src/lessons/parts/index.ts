import { C } from './concepts.tsx';
import { Exhibit } from './Exhibit.tsx';
import { Formula } from './Formula.tsx';
import { Play } from './Play.tsx';
import { Predict } from './Predict.tsx';
import { Program } from './Program.tsx';
import { Question } from './Question.tsx';
import { SourceOf } from './SourceOf.tsx';
import { TextLink } from './TextLink.tsx';

/** Components that lesson texts may use without importing them, and the one that renders their links. */
export const parts = {
  C,
  Exhibit,
  Formula,
  Play,
  Predict,
  Program,
  Question,
  SourceOf,
  a: TextLink,
} as const;
