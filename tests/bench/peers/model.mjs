// The plan and its futures as every participant in JavaScript reads them.
import { readFileSync } from "node:fs";

export function load(folder) {
  const plan = JSON.parse(readFileSync(`${folder}/plan.json`));
  const bytes = readFileSync(`${folder}/futures.f32`);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const length = plan.drawn + 3 * plan.projects.length;
  return { plan, numbers, length, set: Float64Array.from(plan.set) };
}

// What a lever is in a future that begins at `at`.
export const value = (lever, values, at) => lever.drawn === null ? lever.set : values[at + lever.drawn];

// Cumulative part of a total spent at x, between start (0) and end (1).
export function spent(curve, x) {
  if (x <= 0) return 0;
  if (curve.cumulative) {
    const { cumulative } = curve;
    if (x >= 1) return cumulative[cumulative.length - 1];
    const position = x * cumulative.length, piece = Math.floor(position);
    const before = piece > 0 ? cumulative[piece - 1] : 0;
    return before + (cumulative[piece] - before) * (position - piece);
  }
  if (x >= 1) return 1;
  const { c, k } = curve;
  return x + c * x * x - c * x - (6 * x * x * x - 9 * x * x + 3 * x) / k;
}

export const PAID_FOR = 0.95, TOLERANCE = 1e-9;

// What the baseline counts on: money spent and the quarter of commissioning. No future changes it.
export function reference(plan, schedule) {
  const { execution, award, backfill } = plan.reference;
  const part = Math.min(1, Math.max(0, execution * (1 - schedule.applied * (1 - award) * (1 - backfill))));
  const { start, duration, curve } = schedule;
  const share = t => spent(curve, duration > 0 ? (t - start) / duration : t > start ? 1 : 0);
  const executed = new Float64Array(plan.quarters);
  const cost = schedule.total * (1 + schedule.overrun);
  let due = 0, before = share(0), paid = before * cost, commissioned = -1;
  for (let t = 0; t < plan.quarters; t++) {
    const after = share(t + 1), available = cost * (after - before) + due;
    executed[t] = available * part;
    due = available - executed[t];
    before = after;
    paid += executed[t];
    if (commissioned < 0 && t + 1 >= start + duration - TOLERANCE && paid >= cost * PAID_FOR - cost * TOLERANCE) {
      commissioned = t;
    }
  }
  const work = 1 / (1 + schedule.overrun * schedule.overrun_price);
  return { executed: executed.map(money => money * work), commissioned };
}

// Part of full output so many quarters after commissioning.
export const risen = (quarters, ramp) => quarters <= 0 ? 0 : ramp <= 0 ? 1 : Math.min(1, quarters / ramp);

// GDP from value added by projects: baseline, initiatives and prices around it.
export function accounts(plan, layer, values, at, out) {
  const { quarters, year } = plan, years = quarters / 4;
  const trailing = out.trailing, quarterly = out.quarterly.fill(0), real = out.real.fill(0);
  const dearer = value(plan.price, values, at) - plan.price.set;
  for (let i = 0; i < plan.industries.length; i++) {
    const industry = plan.industries[i];
    const faster = value(industry.lever, values, at) - industry.lever.set;
    let level = 1, price = industry.base_price;
    for (let y = 0; y < years; y++) {
      if (y > 0) {
        level *= 1 + industry.growth[y] + (y < year ? 0 : faster);
        price *= 1 + industry.prices[y] + (y < year ? 0 : dearer);
      }
      for (let q = 0; q < 4; q++) {
        const t = y * 4 + q;
        let added = industry.base[q] * level + layer[i * quarters + t];
        for (const initiative of plan.initiatives) {
          if (initiative.hosts[i] !== 0) {
            added += initiative.nominal[t] * initiative.hosts[i] * value(initiative.additionality, values, at) / price;
          }
        }
        real[y] += added;
        quarterly[t] += added * price;
      }
    }
  }
  for (let t = 0; t < quarters; t++) {
    let sum = 0;
    for (let back = Math.max(0, t - 3); back <= t; back++) sum += quarterly[back];
    trailing[t] = sum;
  }
  out.growth = real[year] / real[year - 1] - 1;
  out.nominal = trailing[year * 4 + 3];
}

// Room for the accounts of one future.
export const room = plan => ({
  trailing: new Float64Array(plan.quarters), quarterly: new Float64Array(plan.quarters),
  real: new Float64Array(plan.quarters / 4), growth: 0, nominal: 0,
});

// Whether a tier is reached.
export function attained(tier, growth, nominal) {
  const grown = tier.growth === null ? null : tier.growth - growth <= TOLERANCE;
  const level = tier.level === null ? null : tier.level - nominal <= TOLERANCE;
  if (tier.mode === "growth") return grown === true;
  if (tier.mode === "level") return level === true;
  const tests = [grown, level].filter(test => test !== null);
  return tests.length > 0 && (tier.mode === "any" ? tests.some(Boolean) : tests.every(Boolean));
}
