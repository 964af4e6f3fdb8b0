import { C } from './concepts.tsx';
import { Exhibit } from './Exhibit.tsx';
import { Formula } from './Formula.tsx';
import { Play } from './Play.tsx';
import { Predict } from './Predict.tsx';
import { Question } from './Question.tsx';
import { SourceOf } from './SourceOf.tsx';

/** Components that lesson texts may use without importing them. */
export const parts = { C, Exhibit, Formula, Play, Predict, Question, SourceOf } as const;
