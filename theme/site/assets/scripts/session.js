/* Preparing a session: who looks, when it starts, how long it lasts, which notes are folded, what is ready. */
(function () {
  "use strict";

  const { kept, keep, page } = window.tangguh;
  const root = document.documentElement;

  /* What was ticked, page by page; both languages share it. */
  const boxes = [...document.querySelectorAll(".ticked-by-hand input")];
  const ticked = new Set((kept(`ticked.${page}`) || "").split(" "));
  for (const box of boxes) {
    box.checked = ticked.has(box.id);
    box.addEventListener("change", keepTicks);
  }
  function keepTicks() {
    keep(`ticked.${page}`, boxes.filter((box) => box.checked).map((box) => box.id).join(" "));
  }

  /* A page on paper shows its notes, folded or not. */
  const folded = () => [...document.querySelectorAll("article details:not([open])")];
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folded();
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));

  const form = document.querySelector("form.settings");
  if (!form) return;
  const { view, start, short, folded: fold, untick } = form.elements;
  const contents = [...document.querySelectorAll(".md-nav--secondary a[href^='#']")];

  /* The table of contents leads nowhere that is not shown. */
  function listShown() {
    for (const link of contents) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) link.closest("li").hidden = getComputedStyle(target).display === "none";
    }
  }

  function showView() {
    root.dataset.view = view.value;
    listShown();
  }
  view.value = root.dataset.view;
  form.addEventListener("change", (event) => {
    if (event.target.name !== "view") return;
    keep("view", view.value === "facilitator" ? null : view.value);
    showView();
  });

  /* Running minutes, clock times from the start on, and both without what is left out. */
  const activities = [...document.querySelectorAll(".activity[data-minutes]")];
  const rows = [...document.querySelectorAll(".timeline tbody tr")];

  function minutesOf(clock) {
    const [hours, minutes] = clock.split(":").map(Number);
    return hours * 60 + minutes;
  }

  function clockOf(minutes) {
    const two = (number) => String(number).padStart(2, "0");
    return `${two(Math.floor(minutes / 60) % 24)}${form.dataset.clockSign}${two(minutes % 60)}`;
  }

  function tell(element, from, to) {
    element.textContent = from === null ? "–" : `${from}–${to}`;
    if (from === null || !start.value) return;
    const clock = document.createElement("span");
    clock.className = "clock-time";
    const begin = minutesOf(start.value);
    clock.textContent = `${clockOf(begin + from)}–${clockOf(begin + to)}`;
    element.append(" ", clock);
  }

  function showTimes() {
    const isShort = Boolean(short && short.checked);
    root.dataset.length = isShort ? "short" : "full";
    let now = 0;
    activities.forEach((activity, index) => {
      const leftOut = isShort && activity.classList.contains("optional-activity");
      const end = now + (leftOut ? 0 : Number(activity.dataset.minutes));
      rows[index].classList.toggle("left-out", leftOut);
      for (const place of [rows[index].cells[0], activity.querySelector(".running")]) {
        tell(place, leftOut ? null : now, end);
      }
      now = end;
    });
    listShown();
  }

  if (start) {
    const own = `start.${form.dataset.session}`;
    const given = new URLSearchParams(location.search).get("start"); // by a programme's timetable, once
    if (given) {
      keep(own, given);
      history.replaceState(null, "", location.pathname + location.hash);
    }
    start.value = kept(own) || given || kept("start") || "";
    start.addEventListener("change", () => {
      keep(own, start.value);
      keep("start", start.value);
      showTimes();
    });
    if (short) {
      short.checked = kept("length") === "short";
      short.addEventListener("change", () => {
        keep("length", short.checked ? "short" : null);
        showTimes();
      });
    }
    fold.checked = kept("notes") === "folded";
    const foldNotes = () =>
      document.querySelectorAll("details.note").forEach((note) => (note.open = !fold.checked));
    fold.addEventListener("change", () => {
      keep("notes", fold.checked ? "folded" : null);
      foldNotes();
    });
    untick.addEventListener("click", () => {
      boxes.forEach((box) => (box.checked = false));
      keepTicks();
    });
    if (fold.checked) foldNotes();
    showTimes();
  }
  showView();
  form.hidden = false;
})();
