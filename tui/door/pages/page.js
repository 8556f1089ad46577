"use strict";
(function () {
  const body = document.body, door = body.dataset.door, seat = body.dataset.seat;
  const $ = (id) => document.getElementById(id);
  const memory = {};

  // What is kept on the phone; in a private window, or on a phone that is full, for as long as the page is there.
  function load(name) {
    const key = "kafe:" + door + ":" + name;
    if (key in memory) return memory[key];
    try { return JSON.parse(localStorage.getItem(key)); } catch (e) { return null; }
  }
  function keep(name, value) {
    const key = "kafe:" + door + ":" + name;
    try { localStorage.setItem(key, JSON.stringify(value)); delete memory[key]; } catch (e) { memory[key] = value; }
  }
  function newId() {
    return Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => ("0" + b.toString(16)).slice(-2)).join("");
  }

  document.querySelectorAll("[data-language]").forEach((link) => link.addEventListener("click", (event) => {
    if ($("bar") && !$("bar").hidden) event.preventDefault();
    else keep("language", link.dataset.language);
  }));
  if (!door) return;
  if (!load("met")) {
    keep("met", true);
    fetch("/" + door + "/hello", { method: "POST" }).catch(() => keep("met", false));
  }
  if (!seat) {
    const known = load("seat"), language = load("language");
    if (known && location.search.indexOf("choose") < 0 && location.pathname === "/" + door) {
      location.replace(known + (language ? "?l=" + language : ""));
    }
    return;
  }
  keep("seat", seat);

  const words = JSON.parse(body.dataset.words), field = $("text"), lift = $("lift"), form = $("write"), bar = $("bar");
  const clock = () => performance.now() / 1000;
  let view = words.view, ahead = words.now - clock(), heard = clock(), asked = clock(), source = null, busy = false, drawn = "", sure = "";
  const own = (name) => seat + ":" + name;
  const queue = () => load(own("queue")) || [];
  const empty = () => ({ id: newId(), text: "", round: 0, lift: false, edits: false, edit: 0 });
  let draft = load(own("draft")) || empty();
  const begun = load("begun");  // at a table that was the wrong one
  if (begun && !draft.text) {
    draft = begun;
    keep(own("draft"), draft);
    keep("begun", null);
  }

  // The field. Every keystroke is kept; what is begun belongs to the round it was begun in.
  function keepDraft() {
    if (!draft.text && !draft.edits) draft.round = view.round;
    draft.text = field.value;
    draft.lift = lift.checked;
    keep(own("draft"), draft);
  }
  // On a slow network she writes before this script is there: that comes after what she had begun.
  function takeEarly() {
    if (field.value === field.defaultValue || field.value === draft.text) return;
    if (draft.text) field.value = draft.text + "\n" + field.value;
    lift.checked = lift.checked || draft.lift;
    keepDraft();
  }
  function showDraft() {
    field.value = draft.text;
    lift.checked = draft.lift;
    $("send").textContent = draft.edits ? words.change : words.send;
    $("stop").hidden = !draft.edits;
  }
  function begin(next) {
    draft = next;
    keep(own("draft"), draft);
    showDraft();
  }
  field.addEventListener("input", keepDraft);
  lift.addEventListener("change", keepDraft);
  $("stop").addEventListener("click", () => begin(empty()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keepDraft();
    if (!draft.text.trim()) return field.focus();
    put({ id: draft.id, text: draft.text, round: draft.round || view.round, lift: draft.lift, edit: after(draft.edit) });
    begin(empty());
  });

  // Another table is chosen when all that was written at this one is on the laptop.
  if ($("leave")) $("leave").addEventListener("submit", (event) => {
    if (!bar.hidden || !queue().every((one) => one.refusal)) {
      event.preventDefault();
      send();
    } else if (draft.text && !draft.edits) {
      keep("begun", draft);
      begin(empty());
    }
  });

  // Which change of a note this is: the laptop's time, so that of two phones' the later one counts, and more than the last.
  function after(edit) { return Math.max(Math.round(1000 * (clock() + ahead)), (edit || 0) + 1); }

  // What is on its way. It leaves the queue when the laptop has said that it is on its disk, and not before.
  function put(item) {
    keep(own("queue"), queue().filter((one) => one.id !== item.id).concat([item]));
    $("told").textContent = "";
    draw();
    send();
  }
  function settle(item, refusal) {
    const same = JSON.stringify(item);
    const rest = queue().filter((one) => JSON.stringify(one) !== same);
    if (refusal) rest.push(Object.assign({}, item, { refusal: refusal }));
    keep(own("queue"), rest);
  }
  function send() {
    const item = queue().find((one) => !one.refusal);
    if (busy || !item) return;
    busy = true;
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 10000);
    fetch(seat + "/notes?l=" + document.documentElement.lang, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(item), signal: stop.signal,
    }).then((answer) => answer.json().then((said) => {
      if (answer.ok) {
        settle(item);
        const told = view.notes.filter((one) => said.note && one.id === item.id && one.edit === said.note.edit);
        const kept = told.length ? told : said.note ? [Object.assign(said.note, { wall: [] })] : [];
        view.notes = kept.concat(view.notes.filter((one) => one.id !== item.id));
        $("told").textContent = item.gone ? words.gone : words.saved;
      } else if (said.refusal) settle(item, said.refusal);
      else throw answer.status;
      busy = false;
      contact();
      show();
      send();
    })).catch(() => { busy = false; }).then(() => clearTimeout(timer));
  }

  // What the table has written.
  function button(name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "link";
    made.textContent = name;
    made.addEventListener("click", () => act(made));
    return made;
  }
  // What the wall shows of a note, where the laptop says that it is something else: what was put in is set in italics.
  function wall(pieces) {
    if (!pieces.length) return [];
    const seen = document.createElement("p");
    seen.className = "wall";
    seen.append(words.wall + " ", ...pieces.map(([text, putIn]) => {
      const part = document.createElement(putIn ? "i" : "span");
      part.textContent = text;
      return part;
    }));
    return [seen];
  }
  function note(one) {
    const row = document.createElement("li"), text = document.createElement("p"), line = document.createElement("div");
    const state = document.createElement("small"), acts = document.createElement("form");
    const refused = one.refusal && words.refused.replace("{reason}", one.refusal);
    text.textContent = one.text;
    state.textContent = words.round.replace("{round}", one.round) + (one.lift ? " · " + words.lifted : "") + " · " +
      (refused || (one.waits ? words.queued : words.kept));
    row.className = refused ? "bad" : "";
    if (view.writing || refused) {
      acts.append(button(words.edit, () => {
        if (refused) keep(own("queue"), queue().filter((other) => other.id !== one.id));
        begin({ id: one.id, text: one.text, round: one.round, lift: one.lift, edits: true, edit: one.edit });
        draw();
        field.focus();
        form.scrollIntoView({ block: "nearest" });
      }), button(sure === one.id ? words.sure : words.takeBack, (made) => {
        if (sure !== one.id) { sure = one.id; made.textContent = words.sure; return; }
        put({ id: one.id, gone: true, edit: after(one.edit) });
      }));
    }
    line.append(state, acts);
    row.append(text, ...wall(one.wall || []), line);
    return row;
  }
  function draw() {
    const waiting = queue(), ids = waiting.map((one) => one.id);
    const list = waiting.filter((one) => !one.gone).map((one) => Object.assign({ waits: true }, one)).reverse()
      .concat(view.notes.filter((one) => ids.indexOf(one.id) < 0));
    const now = JSON.stringify([list, view.writing]);
    if (now === drawn) return;
    drawn = now;
    $("nothing").hidden = list.length > 0;
    const notes = $("notes");
    notes.textContent = "";
    notes.append(...list.map(note));
  }

  // The wall's step and time. The laptop sends when the step ends and what its clock says; the phone's own clock is not asked.
  function say(id, text) { if ($(id).textContent !== text) $(id).textContent = text; }
  function two(number) { return (number < 10 ? "0" : "") + number; }
  function tick() {
    const left = view.deadline === null ? view.left : view.deadline - (clock() + ahead);
    const up = Math.ceil(left), over = Math.floor(-left);
    say("time", left === null ? "" : left > 0 ? two(Math.floor(up / 60)) + ":" + two(up % 60)
      : "+" + Math.floor(over / 60) + ":" + two(over % 60));
    if (clock() - heard > 4.5) bar.hidden = false;
    if (clock() - heard > 4.5 && clock() - asked > 4.5) connect();
  }
  function show() {
    say("where", view.where);
    say("question", view.question);
    say("say", view.say);
    form.hidden = !view.writing && !field.value;
    $("send").disabled = !view.writing;
    draw();
    tick();
  }
  function contact() {
    heard = clock();
    bar.hidden = true;
  }
  function connect() {
    asked = clock();
    if (source) source.close();
    const own = source = new EventSource(seat + "/events?l=" + document.documentElement.lang);
    own.addEventListener("now", (event) => {
      ahead = JSON.parse(event.data) - clock();
      contact();
      send();
    });
    own.addEventListener("view", (event) => {
      view = JSON.parse(event.data);
      show();
    });
    own.onerror = () => {
      own.close();
      if (own === source) setTimeout(() => { if (own === source) connect(); }, 1000);
    };
  }
  addEventListener("offline", () => { bar.hidden = false; });
  addEventListener("online", connect);
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  // While a phone sleeps its clock may stand: when it is looked at again it asks the laptop, whatever it thinks.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) connect(); });
  takeEarly();
  showDraft();
  show();
  connect();
  send();
  setInterval(tick, 200);
})();
