import { beforeEach, describe, expect, test } from 'vitest';
import { ClientQuotas, type QuotaChange, type QuotaFilter } from '../../../src/broker/client-quotas.ts';
import { errorCodes } from '../../../src/broker/error-codes.ts';

const alice = { entityType: 'user', entityName: 'alice' };
const anyUser = { entityType: 'user', entityName: null };
const app = { entityType: 'client-id', entityName: 'app' };
const local = { entityType: 'ip', entityName: '127.0.0.1' };

const set = (key: string, value: number): QuotaChange => ({ key, value, remove: false });
const remove = (key: string): QuotaChange => ({ key, value: 0, remove: true });

const exactly = (entityType: string, match: string): QuotaFilter => ({ entityType, matchType: 0, match });
const theDefault = (entityType: string): QuotaFilter => ({ entityType, matchType: 1, match: null });
const anyOf = (entityType: string): QuotaFilter => ({ entityType, matchType: 2, match: null });

let quotas: ClientQuotas;

/** The quotas found, each as `type=name, …: limit=value, …`. */
function find(filters: readonly QuotaFilter[], isStrict = false): readonly string[] {
  const found = quotas.find(filters, isStrict);
  if ('errorCode' in found) throw new Error(found.errorMessage);
  return found.map(({ entity, limits }) => {
    const parts = entity.map(({ entityType, entityName }) => `${entityType}=${entityName}`);
    return `${parts.join(', ')}: ${[...limits].map(([key, value]) => `${key}=${value}`).join(', ')}`;
  });
}

beforeEach(() => {
  quotas = new ClientQuotas();
});

describe('quotas', () => {
  test('are told as they were set, in the order that Kafka has', () => {
    const changes = [set('producer_byte_rate', 1000), set('request_percentage', 0.5)];
    expect(quotas.alter([alice, app], changes, false)).toBeUndefined();
    expect(find([])).toEqual(['client-id=app, user=alice: request_percentage=0.5, producer_byte_rate=1000']);
  });

  test('are found by name, by default and by type', () => {
    for (const entity of [[alice], [anyUser], [alice, app], [local]]) {
      const key = entity[0] === local ? 'connection_creation_rate' : 'producer_byte_rate';
      quotas.alter(entity, [set(key, 1)], false);
    }
    expect(find([exactly('user', 'alice')])).toHaveLength(2);
    expect(find([exactly('user', 'alice')], true)).toEqual(['user=alice: producer_byte_rate=1']);
    expect(find([theDefault('user')])).toEqual(['user=null: producer_byte_rate=1']);
    expect(find([anyOf('user'), anyOf('client-id')])).toEqual([
      'client-id=app, user=alice: producer_byte_rate=1',
    ]);
    expect(find([])).toHaveLength(4);
    expect(find([], true)).toEqual([]);
  });

  test('go when their last limit is removed', () => {
    quotas.alter([alice], [set('producer_byte_rate', 1), set('consumer_byte_rate', 2)], false);
    quotas.alter([alice], [remove('producer_byte_rate')], false);
    expect(find([])).toEqual(['user=alice: consumer_byte_rate=2']);
    quotas.alter([alice], [remove('consumer_byte_rate'), remove('request_percentage')], false);
    expect(find([])).toEqual([]);
  });

  test('that are only validated are not kept', () => {
    expect(quotas.alter([alice], [set('producer_byte_rate', 1)], true)).toBeUndefined();
    expect(find([])).toEqual([]);
  });

  test.each([
    ['for nobody', [], [set('producer_byte_rate', 1)], /empty client quota entity/],
    ['for an unknown type', [{ entityType: 'x', entityName: 'y' }], [], /Unhandled .* type: x/],
    ['for an empty name', [{ entityType: 'user', entityName: '' }], [], /Empty user not supported/],
    ['for the same type twice', [alice, anyUser], [], /empty client quota entity/],
    ['for a user of an address', [alice, local], [], /empty client quota entity/],
    ['with an unknown limit', [alice], [set('speed', 1)], /Invalid configuration key speed/],
    ['with a limit of addresses', [alice], [set('connection_creation_rate', 1)], /Invalid configuration key/],
    ['with half a byte', [alice], [set('producer_byte_rate', 0.5)], /must be a Long value/],
    [
      'with a limit twice',
      [alice],
      [set('producer_byte_rate', 1), set('producer_byte_rate', 2)],
      /Duplicate/,
    ],
  ])('%s are refused', (_name, entity, changes, message) => {
    expect(quotas.alter(entity, changes, false)).toEqual({
      errorCode: errorCodes.INVALID_REQUEST,
      errorMessage: expect.stringMatching(message),
    });
    expect(find([])).toEqual([]);
  });

  test.each([
    ['an empty type', [exactly('', 'x')], errorCodes.INVALID_REQUEST],
    ['an unknown type', [exactly('x', 'y')], errorCodes.UNSUPPORTED_VERSION],
    ['an unknown way to match', [{ ...exactly('user', 'x'), matchType: 3 }], errorCodes.INVALID_REQUEST],
    ['a name that is absent', [{ ...exactly('user', 'x'), match: null }], errorCodes.INVALID_REQUEST],
    ['a default with a name', [{ ...theDefault('user'), match: 'x' }], errorCodes.INVALID_REQUEST],
    ['a type twice', [anyOf('user'), theDefault('user')], errorCodes.INVALID_REQUEST],
    ['users of addresses', [anyOf('user'), anyOf('ip')], errorCodes.INVALID_REQUEST],
  ])('are not found by %s', (_name, filters, errorCode) => {
    expect(quotas.find(filters, false)).toMatchObject({ errorCode });
  });
});
