/** An act with what readers thought of it. */
export interface Judged {
  document: string;
  language: string;
  type: string;
  /** How well a frame is filled, 0…1. */
  fit: number;
  found: boolean;
  right: boolean;
}

/** Log odds of an act being right: `slope * fit + types.get(type)`. */
export interface Logistic {
  slope: number;
  types: Map<string, number>;
  of(act: Judged): number;
}

const STEPS = 4000;
const RATE = 0.5;
/** How strongly the weights of the types are drawn to their mean, and the slope to a gentle one; in acts. */
const PRIOR = 4;
const USUAL_SLOPE = 1;

/** Fits the model by gradient descent, with a prior that keeps rare types near the others. Deterministic. */
export function fitLogistic(acts: readonly Judged[]): Logistic {
  const types = new Map([...new Set(acts.map(({ type }) => type))].sort().map((type) => [type, 0]));
  let [slope, mean] = [USUAL_SLOPE, 0];
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Map([...types.keys()].map((type) => [type, 0]));
    let [onSlope, onMean] = [PRIOR * (USUAL_SLOPE - slope), 0];
    for (const { type, fit, right } of acts) {
      const error = Number(right) - logistic(slope * fit + mean + (types.get(type) ?? 0));
      gradient.set(type, (gradient.get(type) ?? 0) + error);
      onSlope += error * fit;
      onMean += error;
    }
    slope += (RATE * onSlope) / acts.length;
    mean += (RATE * onMean) / acts.length;
    for (const [type, weight] of types)
      types.set(type, weight + (RATE * ((gradient.get(type) ?? 0) - PRIOR * weight)) / acts.length);
  }
  const weights = new Map([...types].map(([type, weight]) => [type, weight + mean]));
  weights.set('other', mean);
  return { slope, types: weights, of: ({ type, fit }) => logistic(slope * fit + (weights.get(type) ?? mean)) };
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
