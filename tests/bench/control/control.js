// The least that a page can do with the same engine: one run for each input, and its figures put into
// elements that are there already.
const LEVERS = 30, INDUSTRIES = 11, QUARTERS = 24;

(async () => {
  const module = await WebAssembly.compile(await (await fetch("bench.wasm")).arrayBuffer()), imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => { throw new Error(`${name} is not there`); };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports.prepare_shipped();
  const levers = document.getElementById("levers"), table = document.getElementById("industries");
  for (let place = 0; place < LEVERS; place++) {
    const own = place === 0 ? "common-growth.2023" : `lever-${place}`;
    levers.insertAdjacentHTML("beforeend", `<div><label id="${own}-label">${own}</label>
      <output id="${own}-field">0.00</output>
      <input type="range" min="-2" max="8" step="any" value="0" aria-labelledby="${own}-label"></div>`);
  }
  for (let place = 0; place < INDUSTRIES; place++) {
    table.insertAdjacentHTML("beforeend", `<tr><th>${place}</th>${"<td></td>".repeat(10)}</tr>`);
  }
  const gdp = document.getElementById("gdp"), growth = document.getElementById("growth");
  const tiers = document.getElementById("tiers"), line = document.getElementById("line");
  const field = document.getElementById("common-growth.2023-field");
  const cells = [...table.querySelectorAll("td")];
  const lever = levers.querySelector("input");

  const show = () => {
    const value = Number(lever.value);
    const count = exports.run_shipped(value / 100);
    const figures = new Float64Array(exports.memory.buffer, exports.given(), count);
    field.textContent = value.toFixed(2);
    gdp.textContent = figures[0].toFixed(1);
    growth.textContent = `${(figures[1] * 100).toFixed(2)} %`;
    tiers.textContent = [...figures.subarray(2, 5)].map(gap => gap > 0 ? `short by ${gap.toFixed(1)}` : "reached").join(" · ");
    const trailing = figures.subarray(5, 5 + QUARTERS), y = amount => 300 - amount / 8;
    line.setAttribute("d", Array.from(trailing, (amount, t) => `${t ? "L" : "M"}${t * 33} ${y(amount).toFixed(1)}`).join(""));
    const yearly = figures.subarray(5 + QUARTERS);
    cells.forEach((cell, place) => { cell.textContent = (yearly[place] ?? 0).toFixed(1); });
  };
  lever.addEventListener("input", show);
  show();
})();
