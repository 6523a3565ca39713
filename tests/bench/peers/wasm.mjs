// The program that is measured, in node.
import { readFileSync } from "node:fs";

export function program(file) {
  const module = new WebAssembly.Module(readFileSync(file)), imports = {};
  // A library may ask for a browser that it then never calls.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => { throw new Error(`${name} is not there`); };
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  const given = length => Array.from(new Float64Array(exports.memory.buffer, exports.given(), length));
  return {
    prepare: (projects, years) => exports.prepare(projects, years) ?? 0,
    one: exports.evaluate,
    outcome: exports.outcome,
    draws: exports.odds,
    moved: exports.odds_of_moved,
    // The last reads a clock, which only a browser's worker is given.
    study: place => place < 4 ? exports.study(place) : null,
    memory: () => exports.memory.buffer.byteLength,
    check(futures) {
      const as_set = given(exports.as_set());
      return { as_set, drawn: given(exports.drawn(futures)) };
    },
  };
}
