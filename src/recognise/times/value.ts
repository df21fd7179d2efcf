import type { TimePart, TimeUnit } from '../../world/time-meaning.ts';

/** A date as far as the text gives it; what is missing is worked out from the reference day. */
export interface DateValue {
  readonly kind: 'date';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Monday 1 … Sunday 7, where the text prints it beside the date. */
  readonly weekday: number | null;
  /** "of last year": −1. Only where `year` is null. */
  readonly yearOffset: number | null;
  /** "of last month": −1. Only where `month` is null. */
  readonly monthOffset: number | null;
  /** What a year that is left out is counted from: the day of publication, or the one that the text speaks of. */
  readonly base: 'reference' | 'anchor';
  readonly which: 'last' | 'next' | null;
  /** `day` and `month` may have to change places. */
  readonly either: boolean;
}

/** What a text says of a time, before it is placed in the calendar. */
export type TimeValue =
  | DateValue
  | {
      readonly kind: 'offset';
      readonly base: 'reference' | 'anchor';
      readonly amount: number;
      readonly unit: TimeUnit;
      readonly about: boolean;
    }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: 'last' | 'next' | null;
      readonly week: number | null;
    }
  | { readonly kind: 'weekend'; readonly which: 'last' | 'next' | null; readonly week: number | null }
  | { readonly kind: 'recent' | 'coming'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'sofar' | 'rest'; readonly unit: TimeUnit }
  | { readonly kind: 'decade'; readonly year: number }
  | {
      readonly kind: 'quarter';
      readonly quarter: number;
      readonly year: number | null;
      readonly yearOffset: number | null;
    }
  | {
      readonly kind: 'season';
      /** The month it begins in. */
      readonly first: number;
      readonly year: number | null;
      readonly yearOffset: number | null;
      readonly which: 'last' | 'next' | null;
    }
  | {
      readonly kind: 'part';
      readonly part: TimePart;
      readonly of: TimeValue;
      /** How many months the first or last of it are. */
      readonly months: number;
    }
  | { readonly kind: 'since' | 'until'; readonly bound: TimeValue }
  | { readonly kind: 'range'; readonly from: TimeValue; readonly to: TimeValue };
