// Counts down to the instants in the page, by the service's clock and not by the browser's. Without this script the page
// shows how far away they were when it was made.
"use strict";
(() => {
  const served = Number(document.body.dataset.now);
  const rate = Number(document.body.dataset.rate) || 1;
  const loaded = performance.now();
  const now = () => served + (performance.now() - loaded) * rate;

  const roughly = (seconds) => {
    const s = Math.floor(seconds);
    if (s >= 86400) return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
    if (s >= 3600) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
    if (s >= 60) return `${Math.floor(s / 60)} min ${s % 60} s`;
    return `${s} s`;
  };

  const counts = [...document.querySelectorAll("[data-until]")].map((element) => ({
    element,
    until: Date.parse(element.dataset.until),
  }));
  let reload = 0;
  const tick = () => {
    const at = now();
    for (const { element, until } of counts) {
      const left = (until - at) / 1000;
      const past = left < 0;
      // The queue has changed: show it as it is now, but not while somebody is at a link of it with the keyboard.
      if (past && !element.classList.contains("past") && document.querySelector(".queue") && !reload && document.activeElement === document.body) {
        reload = setTimeout(() => location.reload(), 2000);
      }
      element.classList.toggle("past", past);
      element.classList.toggle("soon", !past && left < 3600);
      const text = past ? `${roughly(-left)} ago` : `in ${roughly(left)}`;
      if (element.textContent !== text) element.textContent = text;
    }
  };
  if (counts.length > 0) {
    tick();
    setInterval(tick, 1000);
  }
})();
