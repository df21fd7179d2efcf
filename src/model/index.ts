export type * from './act.ts';
export type * from './article.ts';
export type * from './coded.ts';
export type * from './event.ts';
export type * from './report.ts';
export type * from './span.ts';
export type * from './statement.ts';
export type * from './when.ts';
