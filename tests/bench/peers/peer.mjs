// A participant in node: `node peer.mjs naive|same FOLDER` or `node peer.mjs wasm FILE`. It answers
// one line for each line it is asked, see `participant.rs`.
import { createInterface } from "node:readline";
import { attained, load } from "./model.mjs";
import { program } from "./wasm.mjs";

const [kind, place] = process.argv.slice(2);
const tasks = kind === "wasm" ? program(place) : await plain(kind, place);

async function plain(kind, folder) {
  const data = load(folder);
  const run = (await import(`./${kind}.mjs`)).prepare(data);
  const { plan, numbers, length, set } = data;
  const moved = plan.industries[0].lever.drawn, growth = set[moved];
  const hits = futures => {
    const reached = plan.tiers.map(() => 0);
    for (let k = 0; k < futures; k++) {
      const { growth, nominal } = run(numbers, k * length);
      plan.tiers.forEach((tier, index) => { if (attained(tier, growth, nominal)) reached[index]++; });
    }
    return reached;
  };
  return {
    one(times) {
      let sum = 0;
      for (let time = 0; time < times; time++) {
        set[moved] = growth + (time % 7) * 1e-4;
        sum += run(set, 0).nominal;
      }
      set[moved] = growth;
      return sum;
    },
    draws: hits,
    check(futures) {
      const { growth, nominal, trailing } = run(set, 0);
      const as_set = [growth, nominal, ...trailing], drawn = [];
      for (let k = 0; k < futures; k++) {
        const { growth, nominal } = run(numbers, k * length);
        drawn.push(growth, nominal);
      }
      return { as_set, drawn };
    },
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [task, ...counts] = line.split(" ");
  const before = process.cpuUsage(), start = performance.now();
  const answer = tasks[task] ? tasks[task](...counts.map(Number)) : null;
  const wall = (performance.now() - start) / 1e3, used = process.cpuUsage(before);
  const cpu = (used.user + used.system) / 1e6;
  process.stdout.write(JSON.stringify({ wall, cpu, answer }) + "\n");
}
