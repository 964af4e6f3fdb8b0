/** Messages that are read within any second; more are not read, and one answer says so. */
export const MAX_A_SECOND = 60;

/** Whether a message may be read: `yes`; `over`: no, and that is news; `silent`: no, as before. now: ms. */
export type RateLimit = (now: number) => 'yes' | 'over' | 'silent';

/** An allowance of so many messages within any second. */
export function createRateLimit(most = MAX_A_SECOND): RateLimit {
  let read: number[] = [];
  let told = false;
  return (now) => {
    read = read.filter((time) => now - time < 1000);
    if (read.length < most) {
      read.push(now);
      told = false;
      return 'yes';
    }
    const answer = told ? 'silent' : 'over';
    told = true;
    return answer;
  };
}
