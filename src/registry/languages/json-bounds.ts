import { type Json, type JsonObject, renderJson } from '../../model/json.ts';

/** Keywords where a greater number allows less, and those where a smaller one does. */
const LOWER_BOUNDS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const UPPER_BOUNDS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** Keywords that must stay as they are, or go. */
const EQUALS = ['pattern', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'dependencies'];

/** What a reader's bounds forbid that a writer's allowed: Confluent's name of it and why, one a keyword. */
export function boundObstacles({
  reader,
  writer,
}: {
  readonly reader: JsonObject;
  readonly writer: JsonObject;
}): readonly (readonly [string, string])[] {
  const changed = (
    key: string,
    allowsLess: (now: Json, before: Json) => boolean,
  ): readonly (readonly [string, string])[] => {
    const now = reader[key];
    const before = writer[key];
    if (now === undefined || (before !== undefined && !allowsLess(now, before))) return [];
    const how = before === undefined ? 'is new' : `was ${renderJson(before)} and is ${renderJson(now)}`;
    return [[`${nameOf(key)}_${before === undefined ? 'ADDED' : 'CHANGED'}`, `"${key}" ${how}`]];
  };
  return [
    ...LOWER_BOUNDS.flatMap((key) => changed(key, (now, before) => Number(now) > Number(before))),
    ...UPPER_BOUNDS.flatMap((key) => changed(key, (now, before) => Number(now) < Number(before))),
    ...EQUALS.flatMap((key) => changed(key, (now, before) => renderJson(now) !== renderJson(before))),
    ...changed('multipleOf', (now, before) => Number(before) % Number(now) !== 0),
    ...(reader.uniqueItems === true ? changed('uniqueItems', (_, before) => before !== true) : []),
  ];
}

/** `minLength` is MIN_LENGTH. */
function nameOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
