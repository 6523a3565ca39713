// Every project in every quarter, as one would write the model down.
import { PAID_FOR, TOLERANCE, accounts, reference, risen, room, spent, value } from "./model.mjs";

export function prepare({ plan }) {
  const references = plan.projects.map(project => reference(plan, project.reference));
  const { quarters, industries, effects } = plan;
  const layer = new Float64Array(industries.length * quarters);
  const units = plan.projects.map(({ mix }) =>
    effects.map(row => row.reduce((sum, effect, category) => sum + effect * mix[category], 0)));
  const executed = new Float64Array(quarters), out = room(plan);

  return function run(values, at) {
    const of = lever => value(lever, values, at);
    const execution = of(plan.execution), award = of(plan.award), backfill = of(plan.backfill);
    const crowding = of(plan.crowding_out), scale = of(plan.multiplier_scale);
    const icor = of(plan.icor), building = of(plan.construction_displacement);
    const operating = of(plan.operation_displacement), additional = plan.additionality.map(of);
    layer.fill(0);
    for (let p = 0; p < plan.projects.length; p++) {
      const project = plan.projects[p], { schedule } = project, counted = references[p];
      const own = at + plan.drawn + 3 * p;
      const start = schedule.start + values[own];
      const duration = schedule.duration * (1 + values[own + 1]);
      const overrun = values[own + 2], cost = schedule.total * (1 + overrun);
      const part = Math.min(1, Math.max(0, execution * (1 - schedule.applied * (1 - award) * (1 - backfill))));
      const share = t => spent(schedule.curve, duration > 0 ? (t - start) / duration : t > start ? 1 : 0);
      let due = 0, before = share(0), paid = before * cost, commissioned = -1;
      for (let t = 0; t < quarters; t++) {
        const after = share(t + 1), available = cost * (after - before) + due;
        executed[t] = available * part;
        due = available - executed[t];
        before = after;
        paid += executed[t];
        if (commissioned < 0 && t + 1 >= start + duration - TOLERANCE && paid >= cost * PAID_FOR - cost * TOLERANCE) {
          commissioned = t;
        }
      }
      const work = 1 / (1 + overrun * schedule.overrun_price);
      const contained = 1 - (project.additionality ?? additional[project.stage]);
      const kept = (1 - (project.construction_displacement ?? building)) * (1 - crowding) * scale;
      const keptOutput = 1 - (project.operation_displacement ?? operating);
      const yearly = project.icor ?? icor;
      const full = schedule.total * project.productive / yearly / 4;
      const fullReference = project.reference.total * project.productive / yearly / 4 * contained;
      for (let t = 4; t < quarters; t++) {
        const volume = (executed[t] * work - counted.executed[t] * contained) / plan.investment_price[t] * kept;
        const now = commissioned < 0 ? 0 : full * risen(t - commissioned, project.ramp);
        const then = counted.commissioned < 0 ? 0 : fullReference * risen(t - counted.commissioned, project.ramp);
        const output = (now - then) * keptOutput;
        for (let i = 0; i < industries.length; i++) {
          layer[i * quarters + t] += volume * units[p][i] + output * project.hosts[i];
        }
      }
    }
    accounts(plan, layer, values, at, out);
    return out;
  };
}
