export { agents } from './agents.ts';
export { features } from './mushrooms.ts';
export { type Progress, progress } from './progress.ts';
export { actions, rewards } from './rewards.ts';
export { type BanditRun, createBanditRun, type Decision, type Interaction } from './run.ts';
