/** Reports further apart than this do not carry the same news. */
export const NEWS_DAYS = 10;
