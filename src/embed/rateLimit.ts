/** Maximum number of messages read in any second. Further messages are dropped; one error reports that. */
export const MAX_A_SECOND = 60;

/**
 * Decides whether a message is read: `yes`; `over`: dropped, report it; `silent`: dropped, already reported. now: ms.
 */
export type RateLimit = (now: number) => 'yes' | 'over' | 'silent';

/** Creates a limit on the number of messages within any second. */
export function createRateLimit(most = MAX_A_SECOND): RateLimit {
  let read: number[] = [];
  let reported = false;
  return (now) => {
    read = read.filter((time) => now - time < 1000);
    if (read.length < most) {
      read.push(now);
      reported = false;
      return 'yes';
    }
    const answer = reported ? 'silent' : 'over';
    reported = true;
    return answer;
  };
}
