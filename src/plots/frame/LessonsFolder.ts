import { createContext } from 'react';

/** Path from the page to the folder of the lessons. */
export const LessonsFolder = createContext('learn/');
