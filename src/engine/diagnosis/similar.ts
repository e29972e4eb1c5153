import { editsBetween } from '../../base/did-you-mean.ts';

/** Names of at least this many letters may differ in two of them. */
const LONG = 8;

/**
 * Are these two names so near, or made of the same words, that one may be meant by the other? Stricter than a hint
 * need be: `user_events` and `order_events` are two topics.
 */
export function looksLike(name: string, wanted: string): boolean {
  if (name === wanted) return false;
  const allowed = Math.min(name.length, wanted.length) < LONG ? 1 : 2;
  const isNear = Math.abs(name.length - wanted.length) <= LONG && editsBetween(name, wanted) <= allowed;
  return isNear || words(name) === words(wanted);
}

/** `enriched_pageviews` and `pageviews.enriched` are the same words. */
function words(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .toSorted()
    .join(' ');
}
