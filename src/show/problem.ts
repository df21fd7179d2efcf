/** A request that cannot be answered: RFC 9457 for programs, a page for people. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: 400 | 404 | 405 | 406 | 414 | 421 | 500;
  readonly code: string;
  constructor(status: Problem['status'], code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const TITLES: Readonly<Record<Problem['status'], string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not available in this format',
  414: 'Request too long',
  421: 'Wrong host',
  500: 'Internal error',
};

/** The problem as `application/problem+json`. */
export function problemJson(problem: Problem, instance: string): Record<string, unknown> {
  return {
    type: `about:blank#${problem.code}`,
    title: TITLES[problem.status],
    status: problem.status,
    detail: problem.message,
    instance,
  };
}

export function titleOf(problem: Problem): string {
  return TITLES[problem.status];
}
