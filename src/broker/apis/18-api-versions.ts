import { errorCodes } from '../error-codes.ts';
import { nullable, since, tagged } from '../wire/field.ts';
import { bool, int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ApiVersions (key 18), versions 0–5. v1: throttle_time_ms. v3: flexible, client software, features (KIP-511, KIP-584).
 * v5: the broker that the client means (KIP-1242). A version that is not served is answered in version 0 by the dispatcher.
 * Source: https://kafka.apache.org/protocol#The_Messages_ApiVersions
 */
export const apiVersions = defineApi({
  key: 18,
  versions: [0, 5],
  flexibleFrom: 3,
  plainResponseHeader: true,
  request: {
    clientSoftwareName: since(3, string),
    clientSoftwareVersion: since(3, string),
    clusterId: since(5, nullable(string), null),
    nodeId: since(5, int32, -1),
  },
  response: {
    errorCode: int16,
    apiKeys: list({
      apiKey: int16,
      minVersion: int16,
      maxVersion: int16,
    }),
    throttleTimeMs: since(1, int32, 0),
    supportedFeatures: tagged(
      0,
      3,
      list({
        name: string,
        minVersion: int16,
        maxVersion: int16,
      }),
    ),
    finalizedFeaturesEpoch: tagged(1, 3, int64, -1n),
    finalizedFeatures: tagged(
      2,
      3,
      list({
        name: string,
        maxVersionLevel: int16,
        minVersionLevel: int16,
      }),
    ),
    zkMigrationReady: tagged(3, 3, bool, false),
  },
  handle({ clientSoftwareName, clientSoftwareVersion, clusterId, nodeId }, context) {
    const { broker, version } = context;
    const isNamed = SOFTWARE.test(clientSoftwareName) && SOFTWARE.test(clientSoftwareVersion);
    if (version >= 3 && !isNamed) return { errorCode: errorCodes.INVALID_REQUEST, apiKeys: [] };
    const isMeant =
      (clusterId === null || clusterId === broker.clusterId) && (nodeId === -1 || nodeId === broker.nodeId);
    if (!isMeant) return { errorCode: errorCodes.REBOOTSTRAP_REQUIRED, apiKeys: [] };
    return {
      errorCode: errorCodes.NONE,
      apiKeys: context.apis.map(({ key, advertised: [minVersion, maxVersion] }) => ({
        apiKey: key,
        minVersion,
        maxVersion,
      })),
      // Version 3 cannot say that a feature may be off (KAFKA-17011).
      supportedFeatures: (version < 4 ? [] : features).map(({ name, level }) => ({
        name,
        minVersion: 0,
        maxVersion: level,
      })),
      finalizedFeaturesEpoch: 0n,
      finalizedFeatures: features.map(({ name, level }) => ({
        name,
        maxVersionLevel: level,
        minVersionLevel: level,
      })),
    };
  },
  refuse: (_request, errorCode) => ({ errorCode, apiKeys: [] }),
});

/** What ApiVersionsRequest.isValid allows. */
const SOFTWARE = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/;

/** What clients may rely on beside versions of messages. */
const features = [
  { name: 'group.version', level: 1 },
  { name: 'transaction.version', level: 2 },
];
