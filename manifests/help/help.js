// The search field: looks through names and first sentences of all pages (search.js), and needs no network.
"use strict";
(() => {
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  const none = { en: "Nothing found", ja: "見つかりません" }[document.documentElement.lang];
  const most = 12;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const entries = pages.map(([id, title, group, summary, names]) =>
    ({ id, title, group, summary, name: plain(names), text: plain(names + " " + group + " " + summary) }));

  // Pages with all words; first those whose name begins with what was typed, then those whose name has it.
  const search = (typed) => {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    const whole = words.join(" ");
    const rank = (entry) => entry.name.startsWith(whole) ? 0 : entry.name.includes(whole) ? 1 : 2;
    return words.length === 0 ? [] : entries.filter((entry) => words.every((word) => entry.text.includes(word)))
      .map((entry, order) => ({ entry, order, rank: rank(entry) }))
      .sort((a, b) => a.rank - b.rank || a.order - b.order).slice(0, most).map((found) => found.entry);
  };

  const item = (entry) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    const about = document.createElement("small");
    link.href = entry.id + ".html";
    link.textContent = entry.title;
    about.textContent = entry.summary;
    link.append(about);
    line.append(link);
    return line;
  };

  const nothing = () => {
    const line = document.createElement("li");
    line.className = "none";
    line.textContent = none;
    return line;
  };

  const show = () => {
    const found = search(field.value);
    list.replaceChildren(...(found.length > 0 ? found.map(item) : [nothing()]));
    list.hidden = field.value.trim() === "";
  };

  const links = () => [...list.querySelectorAll("a")];
  const move = (step) => {
    const all = [field, ...links()];
    const at = Math.max(0, all.indexOf(document.activeElement));
    all[(at + step + all.length) % all.length].focus();
  };

  field.hidden = false;
  field.addEventListener("input", show);
  field.addEventListener("focus", show);
  document.addEventListener("keydown", (event) => {
    const inside = field.parentElement.contains(document.activeElement);
    if (event.key === "/" && !inside) field.focus();
    else if (event.key === "Escape" && inside) { list.hidden = true; field.focus(); }
    else if (event.key === "ArrowDown" && inside) move(1);
    else if (event.key === "ArrowUp" && inside) move(-1);
    else if (event.key === "Enter" && document.activeElement === field && links().length > 0) links()[0].click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!field.parentElement.contains(event.target)) list.hidden = true;
  });
})();
