export { code } from './code/index.ts';
export type * from './model/index.ts';
export { codeReport } from './pipeline.ts';
export { openReports, read } from './read/index.ts';
export { recognise } from './recognise/index.ts';
export { resolve } from './resolve/index.ts';
export { openStore } from './store/store.ts';
export { DataError, openWorld, type World, type WorldOptions } from './world/index.ts';
