import { describe, expect, it } from 'vitest';
import { looksLike } from '../../../../src/engine/diagnosis/similar.ts';

describe('names of topics', () => {
  it.each([
    ['upsell_event', 'upsell_events'],
    ['pageviews_enriched', 'enriched_pageviews'],
    ['pageviews.enriched', 'enriched_pageviews'],
    ['Orders', 'orders'],
    ['page-views', 'page_views'],
    ['paymnets', 'payments'],
    ['order', 'orders'],
  ])('%s looks like %s', (name, wanted) => {
    expect(looksLike(name, wanted)).toBe(true);
  });

  it.each([
    ['orders', 'orders'],
    ['user_events', 'upsell_events'],
    ['order_events', 'user_events'],
    ['a', 'payments'],
    ['cart', 'card-payments'],
    ['in', 'out'],
  ])('%s does not look like %s', (name, wanted) => {
    expect(looksLike(name, wanted)).toBe(false);
  });
});
