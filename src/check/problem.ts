/** What is wrong in a data file, where, and what to write instead. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}
