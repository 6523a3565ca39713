// The algorithm of the kernel in JavaScript, one future at a time: projects only while they are
// built, those that spend alike carried out as one, those that serve alike added up as one.
import { PAID_FOR, TOLERANCE, accounts, reference, risen, room, value } from "./model.mjs";

const CUBIC = 0, PIECES = 1;

export function prepare({ plan }) {
  const { quarters, industries, effects, projects } = plan, categories = effects[0].length;
  const programs = new Map(), services = new Map(), held = new Map();
  const place = (map, key, make) => {
    const name = JSON.stringify(key);
    if (!map.has(name)) map.set(name, { index: map.size, ...make() });
    return map.get(name);
  };
  const works = projects.map((project, index) => {
    const { schedule, mix, hosts, ramp } = project, { curve, start, duration } = schedule;
    const freeBuilding = project.construction_displacement === null, freeIcor = project.icor === null;
    const freeOperation = project.operation_displacement === null;
    const program = place(programs, [schedule.applied, mix, freeBuilding], () => ({
      applied: schedule.applied, mix, freeBuilding,
    }));
    const kept = freeBuilding ? 1 : 1 - project.construction_displacement;
    const keptOutput = freeOperation ? 1 : 1 - project.operation_displacement;
    const perYuan = project.productive * keptOutput / (freeIcor ? 1 : project.icor) / 4;
    const service = perYuan === 0 ? null : place(services, [ramp, hosts, freeOperation, freeIcor], () => ({
      ramp: Array.from({ length: quarters }, (_, t) => risen(t, ramp)), hosts, freeOperation, freeIcor,
    }));
    hold(project, kept, perYuan);
    const bend = curve.cumulative ? 0 : 1 / curve.k;
    return {
      own: plan.drawn + 3 * index, start, duration, volume: schedule.total * kept,
      capacity: schedule.total * perYuan, price: schedule.overrun_price,
      kind: curve.cumulative ? PIECES : CUBIC, corners: Float64Array.of(0, ...curve.cumulative ?? []),
      a: 1 - curve.c - 3 * bend, b: curve.c + 9 * bend, c: -6 * bend,
      program: program.index, service: service === null ? -1 : service.index,
    };
  });

  // What the baseline holds, summed where the same levers act on it.
  function hold(project, kept, perYuan) {
    const counted = reference(plan, project.reference);
    const own = project.additionality, stage = own === null ? project.stage : -1;
    const contained = own === null ? 1 : 1 - own;
    const building = place(held, ["building", stage, project.construction_displacement === null], () => ({
      stage, free: project.construction_displacement === null, building: true,
      amounts: new Float64Array(categories * quarters),
    }));
    const serving = place(held, ["serving", stage, project.operation_displacement === null, project.icor === null], () => ({
      stage, free: project.operation_displacement === null, freeIcor: project.icor === null, building: false,
      amounts: new Float64Array(industries.length * quarters),
    }));
    for (let t = 4; t < quarters; t++) {
      const volume = counted.executed[t] * kept * contained;
      project.mix.forEach((part, c) => { building.amounts[c * quarters + t] += volume * part; });
      if (counted.commissioned < 0) continue;
      const full = project.reference.total * perYuan * contained;
      const output = full * risen(t - counted.commissioned, project.ramp);
      project.hosts.forEach((part, i) => { serving.amounts[i * quarters + t] += output * part; });
    }
  }

  const programList = [...programs.values()], serviceList = [...services.values()], heldList = [...held.values()];
  const cheap = plan.investment_price.map(price => 1 / price);
  const parts = new Float64Array(programList.length);
  const planned = new Float64Array(programList.length * quarters);
  const commissioned = new Float64Array(serviceList.length * quarters);
  const volume = new Float64Array(categories * quarters);
  const layer = new Float64Array(industries.length * quarters);
  const out = room(plan);

  function share(work, x) {
    if (x <= 0) return 0;
    if (x > 1) x = 1;
    if (work.kind === CUBIC) return x * (work.a + x * (work.b + x * work.c));
    const { corners } = work, last = corners.length - 2, position = x * (last + 1);
    const piece = Math.min(last, position | 0);
    return corners[piece] + (corners[piece + 1] - corners[piece]) * (position - piece);
  }

  function carryOut(work, values, at) {
    const own = at + work.own, start = work.start + values[own];
    const duration = work.duration * (1 + values[own + 1]), dearer = values[own + 2];
    const end = start + duration, pace = 1 / Math.max(duration, 1e-30);
    const all = work.price === 1 ? work.volume : work.volume * (1 + dearer) / (1 + dearer * work.price);
    const first = Math.min(quarters, Math.max(0, start) | 0), last = Math.min(quarters, (Math.max(-1, end) + 1) | 0);
    const from = work.program * quarters, into = work.service * quarters, part = parts[work.program];
    let before = first === 0 ? share(work, -start * pace) : 0, paid = before;
    for (let t = first; t < last; t++) {
      const after = share(work, (t + 1 - start) * pace);
      planned[from + t] += all * (after - before);
      before = after;
      paid += part * (after - paid);
      if (work.service >= 0 && t + 1 >= end - TOLERANCE && paid >= PAID_FOR - TOLERANCE) {
        commissioned[into + t] += work.capacity;
        return finish(work, t + 1, last, before, all, start, pace, from);
      }
    }
    if (work.service < 0) return;
    for (let t = last; t < quarters; t++) {
      paid += part * (before - paid);
      if (t + 1 >= end - TOLERANCE && paid >= PAID_FOR - TOLERANCE) {
        commissioned[into + t] += work.capacity;
        return;
      }
    }
  }

  function finish(work, from, last, before, all, start, pace, into) {
    for (let t = from; t < last; t++) {
      const after = share(work, (t + 1 - start) * pace);
      planned[into + t] += all * (after - before);
      before = after;
    }
  }

  return function run(values, at) {
    const of = lever => value(lever, values, at);
    const execution = of(plan.execution), missing = (1 - of(plan.award)) * (1 - of(plan.backfill));
    const building = 1 - of(plan.construction_displacement), operating = 1 - of(plan.operation_displacement);
    const perCapital = 1 / of(plan.icor), contained = plan.additionality.map(lever => 1 - of(lever));
    const scale = of(plan.multiplier_scale) * (1 - of(plan.crowding_out));
    for (const { index, applied } of programList) {
      parts[index] = Math.min(1, Math.max(0, execution * (1 - applied * missing)));
    }
    planned.fill(0); commissioned.fill(0); volume.fill(0); layer.fill(0);
    for (let p = 0; p < works.length; p++) carryOut(works[p], values, at);

    for (const { index, mix, freeBuilding } of programList) {
      const part = parts[index], kept = freeBuilding ? building : 1;
      let due = 0;
      for (let t = 0; t < quarters; t++) {
        const available = planned[index * quarters + t] + due, executed = available * part;
        due = available - executed;
        for (let c = 0; c < categories; c++) volume[c * quarters + t] += executed * kept * mix[c];
      }
    }
    for (const { index, ramp, hosts, freeOperation, freeIcor } of serviceList) {
      const kept = (freeOperation ? operating : 1) * (freeIcor ? perCapital : 1);
      for (let t = 4; t < quarters; t++) {
        let output = 0;
        for (let s = 0; s < t; s++) output += commissioned[index * quarters + s] * ramp[t - s];
        output *= kept;
        for (let i = 0; i < hosts.length; i++) if (hosts[i] !== 0) layer[i * quarters + t] += output * hosts[i];
      }
    }
    for (const { stage, free, freeIcor, building: builds, amounts } of heldList) {
      let kept = stage < 0 ? 1 : contained[stage];
      if (free) kept *= builds ? building : operating;
      if (freeIcor) kept *= perCapital;
      const into = builds ? volume : layer;
      for (let at = 0; at < amounts.length; at++) into[at] -= kept * amounts[at];
    }
    for (let c = 0; c < categories; c++) {
      for (let i = 0; i < industries.length; i++) {
        const effect = effects[i][c] * scale;
        if (effect === 0) continue;
        for (let t = 4; t < quarters; t++) layer[i * quarters + t] += volume[c * quarters + t] * cheap[t] * effect;
      }
    }
    accounts(plan, layer, values, at, out);
    return out;
  };
}
