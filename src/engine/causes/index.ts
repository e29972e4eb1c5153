import { alreadyThere } from './already-there.ts';
import { brokerAway } from './broker-away.ts';
import { caughtUp } from './caught-up.ts';
import { crashed } from './crashed.ts';
import { duplicate } from './duplicate.ts';
import { earlierHop } from './earlier-hop.ts';
import { filtered } from './filtered.ts';
import { late } from './late.ts';
import { lookAlike } from './look-alike.ts';
import { noTopic } from './no-topic.ts';
import { nobodyReads } from './nobody-reads.ts';
import { notAssigned } from './not-assigned.ts';
import { notRunning } from './not-running.ts';
import { otherPartition } from './other-partition.ts';
import { otherTopic } from './other-topic.ts';
import { starved } from './starved.ts';
import { stuck } from './stuck.ts';
import { tombstone } from './tombstone.ts';
import { tooMany } from './too-many.ts';
import { uncommitted } from './uncommitted.ts';
import { unreadable } from './unreadable.ts';
import { wrongData } from './wrong-data.ts';
import { wrongOrder } from './wrong-order.ts';

/** Every cause that can be told apart, the likeliest first: what explains more comes before what it would explain away. */
export const causes = [
  brokerAway,
  crashed,
  starved,
  late,
  uncommitted,
  unreadable,
  duplicate,
  tooMany,
  wrongOrder,
  wrongData,
  tombstone,
  filtered,
  otherPartition,
  otherTopic,
  earlierHop,
  lookAlike,
  notRunning,
  notAssigned,
  stuck,
  nobodyReads,
  noTopic,
  alreadyThere,
  caughtUp,
] as const;
