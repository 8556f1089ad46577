"use strict";
(function () {
  const body = document.body, words = JSON.parse(body.dataset.words), path = "/" + body.dataset.door + "/e";
  const $ = (id) => document.getElementById(id);
  const form = $("form"), open = !form.hidden, names = ["tick", "well", "badly", "better"], memory = {};

  // What is kept on the phone, until it is delivered and no longer; in a private window, while the page is there.
  function load(name) {
    const key = "kafe:" + body.dataset.door + ":form:" + name;
    try { return JSON.parse(localStorage.getItem(key)) || memory[key]; } catch (e) { return memory[key]; }
  }
  function keep(name, value) {
    const key = "kafe:" + body.dataset.door + ":form:" + name;
    memory[key] = value;
    try { localStorage.setItem(key, JSON.stringify(value)); } catch (e) { /* kept in memory */ }
  }
  function newId() {
    return Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => ("0" + b.toString(16)).slice(-2)).join("");
  }
  const sent = () => load("sent") || [];

  // The form. Every keystroke is kept.
  function read() {
    const filled = { id: form.elements.id.value };
    names.forEach((name) => { filled[name] = form.elements[name].value; });
    return filled;
  }
  function fill(filled) {
    form.elements.id.value = filled.id;
    names.forEach((name) => { form.elements[name].value = filled[name]; });
    document.querySelectorAll("[name=tick]").forEach((box) => { box.checked = box.value === filled.tick; });
  }
  // On a slow network she writes before this script is there: that comes after what she had begun.
  function withEarly(draft) {
    const early = read();
    names.forEach((name) => {
      const both = name !== "tick" && draft[name] && early[name] && early[name] !== draft[name];
      early[name] = both ? draft[name] + "\n" + early[name] : early[name] || draft[name];
    });
    return Object.assign(early, { id: draft.id });
  }
  function begin(filled) {
    keep("draft", filled);
    fill(filled);
  }
  const empty = () => ({ id: newId(), tick: "", well: "", badly: "", better: "" });
  form.addEventListener("input", () => keep("draft", read()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const filled = read();
    if (!names.some((name) => filled[name].trim())) { $("told").textContent = words.empty; return; }
    $("told").textContent = "";
    keep("sent", sent().concat([filled]));
    keep("mine", filled.id);
    begin(empty());
    show("sends");
    deliver(filled);
    scrollTo(0, 0);
  });
  $("next").addEventListener("click", () => {
    keep("mine", "");
    show("");
    scrollTo(0, 0);
  });

  // What is on its way. It is sent again and again, under the same id, until the laptop has said that it is on its disk.
  function deliver(filled) {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 15000);
    const again = (seconds, state) => {
      if (load("mine") === filled.id) show(state);
      setTimeout(() => deliver(filled), 1000 * seconds);
    };
    fetch(path + "?l=" + document.documentElement.lang, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(filled), signal: stop.signal,
    }).then((answer) => answer.json().then((said) => {
      if (answer.status === 200) settle(filled);
      else if (answer.status === 202) again(0.2, "waits");
      else if (said.refusal) refused(filled, said.refusal, again);
      else throw answer.status;
    })).catch(() => again(2, "no_contact")).then(() => clearTimeout(timer));
  }
  function forget(filled) {
    keep("sent", sent().filter((one) => one.id !== filled.id));
  }
  function settle(filled) {
    forget(filled);
    show(load("mine") === filled.id ? "delivered" : undefined);
  }
  function refused(filled, reason, again) {
    if (load("mine") !== filled.id || !open) { again(5, "waits"); return; }
    forget(filled);
    keep("mine", "");
    begin(filled);
    show("");
    $("told").textContent = reason;
  }

  // One thing at a time: the form, that it waits, or that it is delivered.
  let shown = "";
  function show(state) {
    if (state !== undefined) shown = state;
    form.hidden = !open || shown !== "";
    $("shut").hidden = open || shown !== "";
    $("state").textContent = shown ? words[shown] : "";
    $("state").className = "state " + shown;
    $("next").hidden = !open || shown === "";
    const others = sent().filter((one) => one.id !== load("mine")).length;
    $("others").textContent = others ? words.others_wait.replace("{n}", others) : "";
  }
  const mine = load("mine");
  begin(withEarly(load("draft") || empty()));
  show(!mine ? "" : sent().some((one) => one.id === mine) ? "waits" : "delivered");
  sent().forEach(deliver);
})();
