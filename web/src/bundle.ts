/** Keeps a timeline light: where marks lie closer than can be told apart, one stands for all. */

export interface Dated<T> {
  readonly begin: number;
  readonly end: number;
  readonly lane: string;
  readonly value: T;
}

export interface Bundle<T> {
  readonly lane: string;
  readonly begin: number;
  readonly end: number;
  readonly values: readonly T[];
}

/**
 * The marks between two times, at most about `most` of them: the closest that share a lane are
 * joined, more widely until they are few enough. `marks` are by their begin.
 */
export function bundled<T>(
  marks: readonly Dated<T>[],
  from: number,
  to: number,
  most: number,
): Bundle<T>[] {
  const seen = marks.filter((each) => each.end >= from && each.begin <= to);
  let near = 0;
  let found = joined(seen, near);
  for (let share = 400; found.length > most && share > 1; share /= 2) {
    near = (to - from) / share;
    found = joined(seen, near);
  }
  return found;
}

function joined<T>(marks: readonly Dated<T>[], near: number): Bundle<T>[] {
  if (near === 0) return marks.map((each) => ({ ...each, values: [each.value] }));
  const open = new Map<string, { lane: string; begin: number; end: number; values: T[] }>();
  const found: Bundle<T>[] = [];
  for (const each of marks) {
    const last = open.get(each.lane);
    const long = each.end - each.begin > 4 * near;
    if (last && !long && each.begin - last.begin <= near) {
      last.values.push(each.value);
      last.end = Math.max(last.end, each.end);
      continue;
    }
    const made = { lane: each.lane, begin: each.begin, end: each.end, values: [each.value] };
    found.push(made);
    if (!long) open.set(each.lane, made);
  }
  return found;
}
