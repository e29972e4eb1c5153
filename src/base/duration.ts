const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `500ms`, `2s`, `1.5m`, `1h`, `1d`, or of a bare number; undefined for anything else. */
export function parseDuration(value: string | number): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  const [, amount, unit] = DURATION.exec(value) ?? [];
  return amount && unit ? Number(amount) * (UNIT_MS[unit] ?? Number.NaN) : undefined;
}

/** The shortest exact form: `500ms`, `2s`, `1m`. */
export function renderDuration(ms: number): string {
  const unit = ['d', 'h', 'm', 's'].find((name) => ms > 0 && ms % (UNIT_MS[name] ?? 1) === 0) ?? 'ms';
  return `${ms / (UNIT_MS[unit] ?? 1)}${unit}`;
}

/** Tenths of a millisecond are as fine as a report gets. */
export function roundMs(ms: number): number {
  return Math.round(ms * 10) / 10;
}
