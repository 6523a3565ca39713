// Measures from inside the page: how long from an input to the end of the frame that shows it.
window.probe = (() => {
  const LEVER = "[aria-labelledby='common-growth.2023-label']";
  const label = () => document.getElementById("common-growth.2023-field");
  let inputs = [], echoes = [], frames = [], tasks = [], running = false, shown = "", last = 0, pending = null;
  const bell = new MessageChannel();
  bell.port1.onmessage = () => {
    // The first task after a frame's callbacks: the frame has been handed on.
    const now = performance.now();
    for (const stamp of pending ?? []) inputs.push(now - stamp);
    pending = null;
    const text = label()?.value ?? label()?.textContent;
    if (text !== shown) echoes.push(now - last);
    shown = text;
  };
  addEventListener("input", event => {
    if (!running) return;
    last = event.timeStamp;
    if (pending) { pending.push(event.timeStamp); return; }
    pending = [event.timeStamp];
    requestAnimationFrame(() => bell.port2.postMessage(0));
  }, { capture: true });
  const frame = time => {
    if (running) { frames.push(time); requestAnimationFrame(frame); }
  };
  new PerformanceObserver(list => {
    if (running) tasks.push(...list.getEntries().map(entry => entry.duration));
  }).observe({ type: "longtask" });
  const probe = {
    interactive: 0,
    begin() { running = true; inputs = []; echoes = []; frames = []; tasks = []; requestAnimationFrame(frame); },
    end() { running = false; return { inputs, echoes, frames, tasks }; },
  };
  const look = () => {
    const lever = document.querySelector(LEVER);
    if (lever && !document.querySelector(".starting")) probe.interactive = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return probe;
})();
