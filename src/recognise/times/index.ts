export { checkTimes, type Problem } from './check.ts';
export { type FindTimesOptions, findTimes, type TimeMention } from './find.ts';
export { type ResolvedTime, type ResolveOptions, resolveTime, type TimePrecision } from './resolve.ts';
export type { DateValue, TimeValue } from './value.ts';
