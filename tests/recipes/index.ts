import * as modelRecipes from './modelRecipes.ts';
import * as pageRecipes from './pageRecipes.ts';
import type { Recipe } from './recipe.ts';

/** Every recipe whose list of files is measured. */
export const recipes: readonly Recipe[] = [...Object.values(modelRecipes), ...Object.values(pageRecipes)];
